import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { parseScenes, type Scene } from '../../../cli/landing/scenes.ts';
import { assess } from '../../../utils/landing/assess.ts';
import { emptySignals } from '../../../utils/landing/page-signals.ts';
import { PageSignalsSchema } from '../../../utils/landing/page-signals-schema.ts';
import { countScripts } from '../../../utils/landing/script-counts.ts';
import { textSignals } from '../../../utils/landing/text-signals.ts';
import { context, NAMES } from './records.ts';

const scenes = (file: string): Scene[] =>
  parseScenes(readFileSync(new URL(`../../fixtures/pages/${file}.txt`, import.meta.url), 'utf8'));
const judge = (scene: Scene) => assess(scene.signals, context(), NAMES);
const flagged = (list: Scene[]) =>
  list.filter((scene) => judge(scene).pageKind !== 'none').map(({ id }) => id);
const missed = (list: Scene[]) =>
  list.filter((scene) => judge(scene).pageKind === 'none').map(({ id }) => id);

const fittedNegatives = scenes('fitted-negatives');
const fittedPositives = scenes('fitted-positives');
const keptNegatives = scenes('kept-negatives');
const keptPositives = scenes('kept-positives');

describe('scenes', () => {
  it('are as many as promised, each once, and fit what a message may hold', () => {
    expect(fittedNegatives.length + keptNegatives.length).toBeGreaterThanOrEqual(120);
    expect(fittedPositives.length + keptPositives.length).toBeGreaterThanOrEqual(60);
    const all = [...fittedNegatives, ...fittedPositives, ...keptNegatives, ...keptPositives];
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(
      all.filter(({ signals }) => !safeParse(PageSignalsSchema, signals).success).map(({ id }) => id),
    ).toEqual([]);
  });

  it('of ordinary pages, of other languages, Japanese and Korean are never flagged', () => {
    const never = [...fittedNegatives, ...keptNegatives].filter((scene) => /^N[345]$/.test(scene.class));
    expect(flagged(never)).toEqual([]);
  });

  it('of other trades are flagged one in forty at most', () => {
    const trades = [...fittedNegatives, ...keptNegatives].filter((scene) => scene.class === 'N2');
    expect(flagged(trades).length).toBeLessThanOrEqual(Math.floor(trades.length / 40) + 1);
  });

  it('of coins without an exchange are flagged one in ten at most', () => {
    const coins = [...fittedNegatives, ...keptNegatives].filter((scene) => scene.class === 'N1');
    expect(flagged(coins).length).toBeLessThanOrEqual(coins.length / 10);
  });

  it('that the weights were not fitted to are found nine in ten', () => {
    expect(missed(keptPositives).length).toBeLessThanOrEqual(keptPositives.length / 10);
  });

  it('are called the kind that they are, nine in ten', () => {
    const kinds: Record<string, string> = { P1: 'exchange', P2: 'exchange', P3: 'affiliate', P4: 'payment' };
    const found = flagged([...fittedPositives, ...keptPositives]);
    const all = [...fittedPositives, ...keptPositives].filter(({ id }) => found.includes(id));
    const wrong = all.filter((scene) => judge(scene).pageKind !== kinds[scene.class]);
    expect(all.length).toBeGreaterThan(90);
    expect(wrong.length).toBeLessThanOrEqual(all.length / 10);
  });

  it('have their script', () => {
    const wrong = [...fittedNegatives, ...fittedPositives, ...keptNegatives, ...keptPositives].filter(
      (scene) => judge(scene).script !== scene.script,
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe('assess', () => {
  const page = (title: string, text: string, more: Partial<ReturnType<typeof emptySignals>> = {}) => {
    const signals = { ...emptySignals(), title, text, ...more };
    countScripts(title + text, signals.scripts);
    return signals;
  };
  const EXCHANGE = '比特币与以太坊的币币交易、合约交易,支持充币提币与法币买币,限价委托,当前委托,撤单。';

  it('needs no name: an exchange on no list is a landing page of nobody listed', () => {
    const { pageKind, exchange } = assess(page('海燕数字资产交易平台', EXCHANGE), context(), NAMES);
    expect({ pageKind, exchange }).toEqual({ pageKind: 'exchange', exchange: null });
  });

  it('shows for each signal the words that matched, strongest first', () => {
    const { signals } = assess(page('海燕数字资产交易平台', EXCHANGE), context(), NAMES);
    expect(signals[0]).toMatchObject({ id: 'product', version: 1 });
    expect(signals[0]?.value).toContain('币币交易');
    const weights = signals.map(({ weight }) => Math.abs(weight));
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  });

  it('says nothing of a page that is not Chinese', () => {
    const english = page('Example exchange', 'Trade bitcoin with low fees. '.repeat(20));
    expect(assess(english, context(), NAMES)).toMatchObject({
      pageKind: 'none',
      script: 'none',
      signals: [],
    });
  });

  it('shows operations and seats and never scores them', () => {
    const plain = assess(page('海燕数字资产交易平台', EXCHANGE), context(), NAMES);
    const tied = assess(
      page('海燕数字资产交易平台', `${EXCHANGE}\n京ICP备12345678号 公司注册于塞舌尔`),
      context(),
      NAMES,
    );
    expect(tied.operations.map(({ id, weight }) => [id, weight])).toEqual([['icp-filing', 0]]);
    expect(tied.seatClaims.map(({ id }) => id)).toContain('seat-offshore');
    expect(Math.abs(tied.score - plain.score)).toBeLessThan(0.02);
  });

  describe('brand claim', () => {
    const claims = (host: string | null, title: string, more = {}) =>
      assess(
        page(title, EXCHANGE, { headings: ['欧易OKX'], imageTexts: ['OKX logo'], ...more }),
        context(host),
        NAMES,
      ).brandClaim?.exchange ?? null;
    it('is a page that presents itself as X on a host that is not known as X’s', () =>
      expect(claims('ouyi.example', '欧易OKX官网 - 数字资产交易平台')).toBe('okx'));
    it('by its site name alone', () =>
      expect(claims('a.example', '首页', { headings: [], imageTexts: [], siteNames: ['OKX'] })).toBe('okx'));
    it('is none on a host of X', () => expect(claims('www.okx.com', '欧易OKX官网')).toBeNull());
    it('is none where the host is not known', () => expect(claims(null, '欧易OKX官网')).toBeNull());
    it('is none of a page that instructs about X', () =>
      expect(
        claims('a.example', '欧易怎么注册?新手教程', { headings: ['欧易注册教程'], imageTexts: [] }),
      ).toBeNull());
    it('is none for a name in passing', () =>
      expect(claims('a.example', '海燕交易所', { headings: ['与OKX对比'], imageTexts: [] })).toBeNull());
  });

  it('never throws, whatever a page says', () => {
    const parts = fc.constantFrom(
      '币安',
      '充币',
      'USDT',
      '<script>',
      '\ud800',
      '交易所',
      '\n',
      'ＡＰＰ',
      '注册',
      '0',
    );
    const text = fc
      .array(fc.oneof(parts, fc.string({ unit: 'binary' })), { maxLength: 60 })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(text, text, fc.array(text, { maxLength: 4 }), (title, body, list) => {
        const signals = page(title, body, {
          headings: list,
          siteNames: list,
          links: list.map((url) => ({ url, text: url })),
          assetHosts: list,
        });
        const { score } = assess(signals, context('a.example'), NAMES);
        return score >= 0 && score <= 1;
      }),
      { seed: 11, numRuns: 100 },
    );
  });
});

describe('textSignals', () => {
  it('reads Markdown: front matter, headings, links, code', () => {
    expect(
      textSignals(
        '---\ntitle: "币安注册"\ndescription: 五分钟\n---\n# 步骤\n点击[注册](https://a.example/r?ref=1)\n```\nx\n```\n',
      ),
    ).toMatchObject({
      title: '币安注册',
      description: '五分钟',
      headings: ['步骤'],
      links: [{ url: 'https://a.example/r?ref=1', text: '注册' }],
      codeBlocks: 1,
    });
  });
  it('reads the words that are seen, whatever stands unseen between their letters', () => {
    expect(textSignals('\ufeff# 充\u200b币\n提\u2060币\u00ad')).toMatchObject({
      headings: ['充币'],
      text: '# 充币\n提币',
    });
  });
  it('reads the values of a bundle of strings, not its keys', () => {
    expect(textSignals("module.exports = { withdrawTitle: '提币', depositTitle: '充币' }").text).toBe(
      '提币\n充币',
    );
  });
  it('fits a message, however long', () => {
    const long = textSignals(`${'充币提币[链接](https://a.example/x)\n# 标题\n'.repeat(40_000)}`);
    expect(safeParse(PageSignalsSchema, long).success).toBe(true);
  });
});
