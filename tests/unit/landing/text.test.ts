import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TERM_FAMILIES, type TermFamily } from '../../../assets/landing/terms.ts';
import { chineseScript, fold } from '../../../utils/landing/han.ts';
import { withoutInvisible } from '../../../utils/landing/invisible.ts';
import { countScripts, languageOf, noLetters } from '../../../utils/landing/script-counts.ts';
import { indexTerms, matchTerms } from '../../../utils/landing/term-index.ts';

describe('fold', () => {
  it.each([
    ['幣安 ＡＰＰ 下載', '币安 app 下载'],
    ['註冊帳號', '注册帐号'],
    ['數位資產 提領', '数位资产 提领'],
    ['Gate.IO', 'gate.io'],
    ['AZ@[`{', 'az@[`{'],
    ['ＡＺ＠［！～', 'az@[!~'],
    ['\uff00\uff5f', '\uff00\uff5f'],
  ])('%s → %s', (text, folded) => expect(fold(text)).toBe(folded));

  it('keeps the length of every text, and folds what is folded to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = fold(text);
        return folded.length === text.length && fold(folded) === folded;
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe('withoutInvisible', () => {
  it.each([
    ['立\u200b即\u2060注册', '立即注册'],
    ['a\u200d\u200cb', 'ab'],
    ['\u200d\ufeff币', '币'],
    ['क\u094d\u200dष', 'क\u094d\u200dष'],
    ['क\u200b\u200cष', 'क\u200cष'],
    ['👩\u200d👩❤\ufe0f', '👩\u200d👩❤\ufe0f'],
    ['币 安', '币 安'],
  ])('of %j is %j', (text, seen) => expect(withoutInvisible(text)).toBe(seen));
});

describe('chineseScript', () => {
  it.each([
    ['币币交易 下载', '', 'Hans'],
    ['幣幣交易 下載', '', 'Hant'],
    ['币币交易 幣幣交易', '', 'mixed'],
    ['交易所', 'zh-TW', 'Hant'],
    ['交易所', 'zh-CN', 'Hans'],
    ['交易所', '', 'Hans'],
    // A Traditional page says 台, 后, 里 as well: neither is a character of one script only.
    ['幣安在台灣的用戶', 'zh-CN', 'Hant'],
    ['交易所', 'zh-Hant', 'Hant'],
    ['交易所', 'ZH-HK', 'Hant'],
    ['交易所', 'zh-mo', 'Hant'],
    ['交易所', 'zh-twi', 'Hans'],
    ['交易所', 'x-zh-tw', 'Hans'],
    ['币币币币 幣', 'zh-TW', 'mixed'],
    ['币币币币币 幣', 'zh-TW', 'Hans'],
    ['幣幣幣幣 币', '', 'mixed'],
    ['幣幣幣幣幣 币', '', 'Hant'],
  ])('%s (%s) is %s', (text, lang, script) => expect(chineseScript(text, lang)).toBe(script));
});

describe('countScripts', () => {
  it.each([
    ['latin', 'azAZ\u00c0\u024f'],
    ['han', '\u4e00\u9fff\u3400\u4dbf'],
    ['kana', '\u3041\u30ff'],
    ['hangul', '\uac00\ud7af'],
    ['other', '\u0370\u1fff\ud800\udbff'],
  ] as const)('counts as %s the first and the last of its letters', (script, letters) => {
    const counts = noLetters();
    countScripts(letters, counts);
    expect(counts).toEqual({ ...noLetters(), [script]: letters.length });
  });
  it('counts nothing else', () => {
    const counts = noLetters();
    countScripts(
      '@[`{019 \u00bf\u0250\u036f\u2000\u3040\u3100\u33ff\u4dc0\u4dff\ua000\uabff\ud7b0\ud7ff\udc00\udfff',
      counts,
    );
    expect(counts).toEqual(noLetters());
  });
  it('adds to what was counted before', () => {
    const counts = noLetters();
    countScripts('币a', counts);
    countScripts('币', counts);
    expect(counts).toEqual({ ...noLetters(), han: 2, latin: 1 });
  });
});

describe('languageOf, at its thresholds', () => {
  const of = (counts: Partial<ReturnType<typeof noLetters>>, lang = '') =>
    languageOf({ ...noLetters(), ...counts }, lang);
  it.each([
    [{ hangul: 3, han: 7 }, '', 'korean'],
    [{ hangul: 29, han: 71 }, '', 'chinese'],
    [{ han: 30 }, '', 'chinese'],
    [{ kana: 10, han: 90 }, '', 'japanese'],
    [{ kana: 9, han: 91 }, '', 'chinese'],
    [{ kana: 20, han: 980 }, 'ja', 'japanese'],
    [{ kana: 19, han: 981 }, 'ja', 'chinese'],
    [{ kana: 20, han: 980 }, 'jam', 'chinese'],
    [{ kana: 20, han: 980 }, 'zh-ja', 'chinese'],
    [{ kana: 20, han: 980 }, 'JA-jp', 'japanese'],
    [{ han: 199 }, 'ja', 'japanese'],
    [{ han: 200 }, 'ja', 'chinese'],
    [{ han: 20 }, '', 'chinese'],
    [{ han: 19 }, '', 'other'],
    [{ han: 120, latin: 880 }, '', 'chinese'],
    [{ han: 119, latin: 881 }, '', 'other'],
    [{ han: 119, latin: 400, other: 481 }, '', 'other'],
    [{ han: 20, kana: 1, latin: 146 }, '', 'other'],
    [{ han: 20, hangul: 1, latin: 146 }, '', 'other'],
    [{}, '', 'other'],
  ] as const)('of %j with lang %j is %s', (counts, lang, language) =>
    expect(of(counts, lang)).toBe(language),
  );
});

describe('languageOf', () => {
  const of = (text: string, lang = '') => {
    const counts = noLetters();
    countScripts(text, counts);
    return languageOf(counts, lang);
  };
  const HAN = '充币提币币币交易法币买卖比特币与以太坊的平台现在注册';
  it.each([
    ['Chinese', HAN, '', 'chinese'],
    ['Chinese with the wrong lang', HAN, 'en', 'chinese'],
    ['Chinese with some kana (a Japanese product name)', `${HAN.repeat(4)}カード`, '', 'chinese'],
    ['Japanese', `暗号資産の取引はこちらから口座を開設できます${HAN}`, '', 'japanese'],
    [
      'Japanese headings without kana',
      '暗号資産取引所現物取引手数料無料口座開設本人確認利用規約',
      'ja',
      'japanese',
    ],
    ['Korean', `비트코인 거래소에서 안전하게 거래하세요 去中心化`, '', 'korean'],
    ['a few Han', '买币', '', 'other'],
    [
      'English with a language menu',
      `${'Trade bitcoin and ether with low fees. '.repeat(8)}简体中文 繁體中文 日本語 官方社区 微信公众号 下载应用`,
      '',
      'other',
    ],
  ])('%s', (_, text, lang, language) => expect(of(text, lang)).toBe(language));
});

describe('matchTerms', () => {
  const index = indexTerms(
    ['eth', 'usdt', '币币', '币币交易', 'app下载', 'c2c'].map((term) => [term, term] as const),
  );
  const found = (text: string) => Array.from(matchTerms(text, index), ({ term }) => term);
  it.each([
    ['btc/eth', ['eth']],
    ['领100usdt奖励', ['usdt']],
    ['欧易app下载', ['app下载']],
    ['币币交易', ['币币', '币币交易']],
    ['支持c2c买币', ['c2c']],
    ['eth', ['eth']],
    ['eth1', ['eth']],
    ['1eth', ['eth']],
    ['c2c!', ['c2c']],
    ['eth eth', ['eth', 'eth']],
    ['@eth[', ['eth']],
    ['`eth{', ['eth']],
    ['\u00bfeth\u0250', ['eth']],
  ])('finds in %s', (text, terms) => expect(found(text)).toEqual(terms));
  it.each([
    'method',
    'ethereum',
    'usdtrade',
    'webapp',
    '',
    'aeth',
    'ethz',
    'zeth',
    '\u00c0eth',
    'eth\u024f',
    'usd',
    '币',
  ])('finds nothing in %s', (text) => expect(found(text)).toEqual([]));
});

it('digits run on as letters do', () => {
  const numbers = indexTerms([['94', true] as const, ['1k', true] as const]);
  const count = (text: string) => Array.from(matchTerms(text, numbers)).length;
  expect(['94', 'a94b', '/94:'].map(count)).toEqual([1, 1, 1]);
  expect(['094', '940', '949', '31k'].map(count)).toEqual([0, 0, 0, 0]);
});

describe('TERM_FAMILIES', () => {
  const entries = Object.entries(TERM_FAMILIES as Record<string, TermFamily>);
  it.each(entries)('%s is folded, two characters or more, each term once', (_, { strong, weak = '' }) => {
    const terms = [...strong.split(' '), ...weak.split(' ').filter(Boolean)];
    expect(terms.filter((term) => term.length < 2 || term !== fold(term))).toEqual([]);
    expect(terms.filter((term, i) => terms.indexOf(term) !== i)).toEqual([]);
  });
});
