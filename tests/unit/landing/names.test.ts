import { describe, expect, it } from 'vitest';
import { fold } from '../../../utils/landing/han.ts';
import { readLinks } from '../../../utils/landing/links.ts';
import { findNames } from '../../../utils/landing/names.ts';
import { namedExchange, nameExchanges } from '../../../utils/landing/naming.ts';
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
  ])('%s', (text, exchanges) => expect(found(text)).toEqual(exchanges));

  it.each([
    ['虚拟货币安全', '货币 + 安全'],
    ['数字货币系统', '货币 + 系统'],
    ['充币安心到账', '充币 + 安心'],
    ['the gate is open', 'an ordinary word'],
    ['一切OK', 'an ordinary word'],
    ['bookxyz', 'inside a word'],
  ])('not %s: %s', (text) => expect(found(text)).toEqual([]));
});

describe('namedExchange', () => {
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
