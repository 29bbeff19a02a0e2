import { describe, expect, it } from 'vitest';
import type { ExchangeRecord } from '../../../utils/exchange/record.ts';
import { fold } from '../../../utils/landing/han.ts';
import { readLinks } from '../../../utils/landing/links.ts';
import { buildNameIndex, findNames } from '../../../utils/landing/names.ts';
import { namedExchange, nameExchanges } from '../../../utils/landing/naming.ts';
import { emptySignals, type PageSignals } from '../../../utils/landing/page-signals.ts';
import { readPage } from '../../../utils/landing/reading.ts';
import { textSignals } from '../../../utils/landing/text-signals.ts';
import { context, NAMES } from './records.ts';

const found = (text: string) =>
  findNames(fold(text), NAMES)
    .filter(({ ambiguous }) => !ambiguous)
    .map(({ exchange }) => exchange);

describe('findNames', () => {
  it.each([
    ['幣安註冊教學', ['binance']],
    ['欧易OKX官网', ['okx']],
    ['HTX火币', ['huobi', 'huobi']],
    ['币安全球站', ['binance']],
    ['Gate交易所怎么样', ['gate']],
    ['MAX 數位資產交易所', ['max']],
    ['芝麻开门', ['gate']],
    ['在币安', ['binance']],
    ['币安网站长', ['binance']],
    ['gate 数字资产交易平台', ['gate']],
    ['gate虚拟货币交易所', ['gate']],
    ['gate加密货币交易所', ['gate']],
    ['gate全球交易所', ['gate']],
  ])('%s', (text, exchanges) => expect(found(text)).toEqual(exchanges));

  it.each([
    ['虚拟货币安全', '货币 + 安全'],
    ['数字货币系统', '货币 + 系统'],
    ['充币安心到账', '充币 + 安心'],
    ['the gate is open', 'an ordinary word'],
    ['一切OK', 'an ordinary word'],
    ['bookxyz', 'inside a word'],
    ['币安装包', '币 + 安装'],
    ['币安稳', '币 + 安稳'],
    ['货币安网', '货币 + 安 + 网'],
    ['币安排', '币 + 安排'],
    ['币安全', '币 + 安全'],
    ['gate  交易所', 'two spaces away'],
    ['gate 和交易所', 'not called so'],
  ])('not %s: %s', (text) => expect(found(text)).toEqual([]));
});

describe('nameExchanges', () => {
  const page = (more: Partial<PageSignals>) => {
    const signals = { ...emptySignals(), ...more };
    return nameExchanges(readPage(signals), readLinks(signals, context()), NAMES);
  };
  const prominence = (more: Partial<PageSignals>) => page(more)[0]?.prominence ?? null;
  /** What stands anywhere is said in the whole as well. */
  const said = (times: number) => 2 * Math.log2(1 + times);
  const OKX = { url: 'https://www.okx.com/', text: '' };
  const INVITATION = { url: 'https://www.okx.com/join/ABC123', text: '' };

  it.each<[string, Partial<PageSignals>, number]>([
    ['the title', { title: '币安' }, 7 + said(1)],
    ['the site name', { siteNames: ['币安'] }, 6 + said(1)],
    ['a heading', { headings: ['币安'] }, 3 + said(1)],
    ['three headings, though there are more', { headings: Array(4).fill('币安') }, 9 + said(4)],
    ['the description', { description: '币安 币安' }, 2 + said(2)],
    ['the text', { text: '币安\n币安\n币安' }, said(3)],
    ['an invitation', { links: [INVITATION] }, 3 + 1],
    ['a link, beside its name', { text: '欧易', links: [OKX] }, 1 + said(1)],
  ])('by %s', (_place, more, weight) => expect(prominence(more)).toBeCloseTo(weight, 10));

  it('not by a link alone', () => expect(page({ links: [OKX] })).toEqual([]));

  it('by what they say, the first of a title before the second', () => {
    const [first, second] = page({ title: '火币与币安', text: '币安', description: '火币' });
    expect(first).toEqual({
      exchange: 'huobi',
      inTitle: true,
      inSiteName: false,
      inHeadings: 0,
      inText: 2,
      forms: ['火币'],
      prominence: 9 + said(2),
    });
    expect(second).toMatchObject({ exchange: 'binance', inTitle: true, inText: 2, prominence: 6 + said(2) });
    expect(page({ siteNames: ['火币'], headings: ['火币'] })[0]).toMatchObject({
      inSiteName: true,
      inHeadings: 1,
    });
  });
  it('of two alike the one said more often comes first', () => {
    const scripts = { ...emptySignals().scripts, han: 800 };
    const names = page({ siteNames: ['币安'], headings: ['火币', '火币'], text: '火币', scripts });
    expect(names.map(({ exchange }) => exchange)).toEqual(['huobi', 'binance']);
  });
  it('each form is told once, as it stands', () => {
    expect(page({ text: 'OKX 欧易 okx' })[0]?.forms).toEqual(['okx', '欧易']);
  });
  it('a doubtful name counts beside a link or an invitation to the exchange, or beside a sure one', () => {
    const none = { invitations: [], downloads: [], ties: [] };
    const reading = readPage({ ...emptySignals(), text: 'gate' });
    const tie = { exchange: 'gate', host: 'gate.example', tie: 'link' as const };
    const invitation = { host: 'gate.example', code: 'CODE1', exchange: 'gate' };
    expect(nameExchanges(reading, none, NAMES)).toEqual([]);
    expect(nameExchanges(reading, { ...none, ties: [tie] }, NAMES)).toMatchObject([
      { exchange: 'gate', inText: 1 },
    ]);
    expect(nameExchanges(reading, { ...none, invitations: [invitation] }, NAMES)).toMatchObject([
      { exchange: 'gate', inText: 1 },
    ]);
    expect(page({ title: 'gate 币安', text: '芝麻开门' })[0]).toMatchObject({ exchange: 'gate', inText: 2 });
  });
});

describe('namedExchange', () => {
  const naming = (exchange: string, prominence: number) => ({
    exchange,
    inTitle: false,
    inSiteName: false,
    inHeadings: 0,
    inText: 1,
    forms: [],
    prominence,
  });
  it.each([
    [[], null],
    [[naming('okx', 2.79)], null],
    [[naming('okx', 2.8)], 'okx'],
    [[naming('okx', 11.4), naming('gate', 10)], null],
    [[naming('okx', 11.5), naming('gate', 10)], 'okx'],
  ])('of %j is %s', (namings, exchange) => expect(namedExchange(namings)).toBe(exchange));

  const named = (text: string, title = '') => {
    const signals = textSignals(text, title);
    return namedExchange(nameExchanges(readPage(signals), readLinks(signals, context()), NAMES));
  };
  it('names the exchange of the title before those of the text', () => {
    expect(named('也可以用欧易或火币。', '币安注册教程')).toBe('binance');
  });
  it('names by an invitation where the text says no name', () => {
    expect(named('点击 [立即注册](https://www.okx.com/join/ABC123) 领取奖励', '新手教程')).toBe('okx');
  });
  it('names nobody for one mention in passing', () => {
    expect(named(`本平台行情与币安同步。${'我们支持现货与合约交易。'.repeat(40)}`, '某某交易所')).toBeNull();
  });
  it('names nobody where two are alike', () => {
    expect(named('币安 火币 币安 火币', '币安、火币下载')).toBeNull();
  });
  it('an ordinary word names beside a sure name only', () => {
    expect(named('gate 交易APP官方下载 gate', 'gate下载')).toBeNull();
    expect(named('芝麻开门 gate 交易APP官方下载', 'gate下载')).toBe('gate');
  });
});

describe('buildNameIndex', () => {
  const record = (id: string, name: string, more: object = {}) =>
    ({ id, name, names_zh: [], aliases: [], ...more }) as unknown as ExchangeRecord;
  const names = (...records: ExchangeRecord[]) =>
    Object.fromEntries(
      [...buildNameIndex(records).heads.values()]
        .flat()
        .map(({ term, value }) => [`${term} of ${value.exchange}`, value.ambiguous ? 'doubtful' : 'sure']),
    );

  it('takes the name, Chinese names, other names and informal ones, folded', () => {
    const more = { names_zh: ['歐易'], aliases: ['OKEx'], aliases_zh_informal: [{ name: '欧意' }] };
    expect(names(record('okx', 'OKX', more))).toEqual({
      'okx of okx': 'sure',
      '欧易 of okx': 'sure',
      'okex of okx': 'sure',
      '欧意 of okx': 'sure',
    });
  });
  it('takes a remark in brackets for a name of its own', () => {
    expect(names(record('a', 'HTX (Huobi)'))).toEqual({ 'htx of a': 'sure', 'huobi of a': 'sure' });
    expect(names(record('a', '抹茶（MEXC） 全球'))).toEqual({
      '抹茶 全球 of a': 'sure',
      'mexc of a': 'sure',
    });
  });
  it('leaves out single characters and pairs of Latin letters', () => {
    expect(names(record('a', 'OK', { aliases: ['币', 'X', '虎符'] }))).toEqual({ '虎符 of a': 'sure' });
  });
  it.each(['Zaif Exchange', 'Zaif Pro', 'Zaif Global'])(
    'knows %s without its general end, in doubt',
    (name) => {
      expect(names(record('a', name))).toEqual({
        [`${name.toLowerCase()} of a`]: 'sure',
        'zaif of a': 'doubtful',
      });
    },
  );
  it('does not, where two letters are left, or where the stem is a name of it in any case', () => {
    expect(names(record('a', 'FT Exchange'))).toEqual({ 'ft exchange of a': 'sure' });
    expect(names(record('a', 'Zaif', { aliases: ['Zaif Pro'] }))).toEqual({
      'zaif of a': 'sure',
      'zaif pro of a': 'sure',
    });
  });
  it('doubts what the record doubts, and ordinary words', () => {
    expect(names(record('a', 'Zaif', { name_is_ambiguous: true }))).toEqual({ 'zaif of a': 'doubtful' });
    expect(names(record('a', 'Zaif', { aliases: ['Zed'], ambiguous_names: ['ZED'] }))).toEqual({
      'zaif of a': 'sure',
      'zed of a': 'doubtful',
    });
    expect(names(record('a', 'Zaif (Zed)', { ambiguous_names: ['zed'] }))).toEqual({
      'zaif of a': 'sure',
      'zed of a': 'doubtful',
    });
  });
  it('doubts a name of two exchanges, and not one that only one of them has for sure', () => {
    expect(names(record('a', 'Zaif'), record('b', 'Zaif'))).toEqual({
      'zaif of a': 'doubtful',
      'zaif of b': 'doubtful',
    });
    expect(names(record('a', 'Zaif'), record('b', 'Zaif', { name_is_ambiguous: true }))).toEqual({
      'zaif of a': 'sure',
      'zaif of b': 'doubtful',
    });
  });
  it('is sure of a name that it has once in doubt and once for sure', () => {
    const more = { aliases: ['Zaif Pro', 'Zaif'] };
    expect(names(record('a', 'Zeta', more))['zaif of a']).toBe('sure');
  });
});
