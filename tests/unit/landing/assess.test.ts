import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, isAboutCoins } from '../../../utils/landing/assess.ts';
import { emptySignals } from '../../../utils/landing/page-signals.ts';
import { readPage } from '../../../utils/landing/reading.ts';
import { countScripts } from '../../../utils/landing/script-counts.ts';
import { context, NAMES } from './records.ts';

describe('isAboutCoins', () => {
  const about = (text: string) => isAboutCoins(readPage({ ...emptySignals(), text }));
  it.each([
    'usdt',
    '放币',
    '交易所 返佣',
    '交易所 邀请码',
    '交易所 推荐码',
    '交易所 备用网址',
    '交易所 备用域名',
    '交易所 盲盒',
    '交易所 免翻墙',
    'otc 提领',
    'c2c 划转',
    '承兑商 kyc',
    '币商 kyc',
  ])('%s', (text) => expect(about(text)).toBe(true));
  it.each(['', '交易所', '返佣', '交易所 返现', 'otc', '提领', '冻卡 提领', '行情 返佣'])('not %j', (text) =>
    expect(about(text)).toBe(false),
  );
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

  it('says how sure it is, and rounds the score to thousandths', () => {
    const { score, sure } = assess(page('海燕数字资产交易平台', EXCHANGE), context(), NAMES);
    expect([sure, score > 0.85, Math.round(score * 1000) / 1000]).toEqual(['high', true, score]);
    const rest = '竹'.repeat(20);
    const some = ['盘口', '盘口 撤单', '盘口 撤单 做空', '盘口 撤单 做空 做多 止盈 止损 吃单 平多'].map(
      (words) => assess(page('', `${rest} usdt ${words}`), context(), NAMES),
    );
    for (const one of some) {
      expect(one.sure).toBe(one.score >= 0.85 || one.score <= 0.15 ? 'high' : 'low');
      expect(one.pageKind).toBe(one.score >= 0.5 ? 'exchange' : 'none');
    }
    expect(some.map((one) => one.sure)).toContain('low');
  });

  it('shows up to eight words of a signal, and its weight to hundredths', () => {
    const text = `${'竹'.repeat(20)} 盘口 撤单 做空 做多 止盈 止损 吃单 平多 平空 开多`;
    const { signals } = assess(page('', `usdt ${text}`), context(), NAMES);
    expect(signals.find(({ id }) => id === 'product')).toEqual({
      id: 'product',
      version: 1,
      value: '盘口、撤单、做空、做多、止盈、止损、吃单、平多',
      weight: Math.round(1.44 * Math.log2(11) * 100) / 100,
    });
    expect(signals.map(({ id }) => id)).not.toContain('article');
  });

  it('has nothing to weigh where no coins are spoken of', () => {
    const { score, signals, sure } = assess(page('海燕', `${'竹'.repeat(40)} 盘口 撤单`), context(), NAMES);
    expect({ score, signals, sure }).toEqual({ score: 0, signals: [], sure: 'high' });
    expect(assess(page('海燕', `${'竹'.repeat(40)} 盘口 撤单 欧易`), context(), NAMES).score).toBeGreaterThan(
      0,
    );
  });

  it('tells the script of Chinese text in another language from forty Han', () => {
    const mostly = (han: number) =>
      assess(page('', `${'幣'.repeat(han)}${' trade'.repeat(200)}`), context(), NAMES);
    expect(mostly(40)).toEqual({
      pageKind: 'none',
      script: 'Hant',
      sure: 'high',
      score: 0,
      exchange: null,
      signals: [],
      brandClaim: null,
      operations: [],
      seatClaims: [],
      ties: [],
    });
    expect(mostly(39).script).toBe('none');
    const korean = assess(page('', `${'幣'.repeat(50)}${'거'.repeat(50)}`), context(), NAMES);
    expect(korean.script).toBe('none');
  });

  it.each<[string, Partial<ReturnType<typeof emptySignals>>]>([
    ['title', { title: '幣'.repeat(40) }],
    ['description', { description: '幣'.repeat(40) }],
    ['headings', { headings: ['幣'.repeat(40)] }],
    ['controls', { controls: ['幣'.repeat(40)] }],
  ])('reads the script from the %s as well', (_where, more) => {
    const signals = { ...emptySignals(), text: '竹'.repeat(40), ...more };
    countScripts(signals.text, signals.scripts);
    expect(assess(signals, context(), NAMES).script).toBe('Hant');
  });

  it('tells of ties, of operations and seats whatever the page is', () => {
    const links = [{ url: 'https://www.okx.com/', text: '' }];
    const { pageKind, ties, operations, seatClaims, brandClaim } = assess(
      page('竹', `${'竹'.repeat(40)} 支付宝 塞舌尔`, { links }),
      context('a.example'),
      NAMES,
    );
    expect({ pageKind, brandClaim, ties }).toEqual({
      pageKind: 'none',
      brandClaim: null,
      ties: [{ exchange: 'okx', host: 'www.okx.com', tie: 'link' }],
    });
    expect([operations, seatClaims].map((list) => list.map(({ id }) => id))).toEqual([
      ['mainland-payment'],
      ['seat-offshore'],
    ]);
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
