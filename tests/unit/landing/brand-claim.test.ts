import { describe, expect, it } from 'vitest';
import { brandClaim } from '../../../utils/landing/brand-claim.ts';
import { readLinks } from '../../../utils/landing/links.ts';
import { nameExchanges } from '../../../utils/landing/naming.ts';
import { emptySignals, type PageSignals } from '../../../utils/landing/page-signals.ts';
import { readPage } from '../../../utils/landing/reading.ts';
import { context, NAMES } from './records.ts';

function claim(more: Partial<PageSignals>, host: string | null = 'a.example') {
  const signals = { ...emptySignals(), ...more };
  const reading = readPage(signals);
  const namings = nameExchanges(reading, readLinks(signals, context(host)), NAMES);
  return brandClaim(signals, reading, namings, context(host));
}
const places = (more: Partial<PageSignals>) => claim(more)?.signals.map(({ id }) => id) ?? null;

describe('places of a claim', () => {
  it('are shown word for word, in order', () => {
    const page = {
      title: '歐易OKX官網 - 全球領先',
      siteNames: ['歐易OKX'],
      headings: ['首頁', '歐易'],
      imageTexts: ['二维码', 'OKX Logo'],
      text: '首页\n© 2026 OKX 版权所有',
    };
    const signal = (id: string, value: string) => ({ id, version: 1, value, weight: 0 });
    expect(claim(page)).toEqual({
      exchange: 'okx',
      signals: [
        signal('claims-title', '歐易OKX官網 - 全球領先'),
        signal('claims-site-name', '歐易OKX'),
        signal('claims-heading', '歐易'),
        signal('claims-logo', 'OKX Logo'),
        signal('claims-copyright', '© 2026 okx 版权所有'),
      ],
    });
  });
  it('are cut to eighty letters', () => {
    const title = `欧易官网 - ${'全球领先'.repeat(20)}`;
    expect(claim({ title, siteNames: ['欧易'] })?.signals[0]?.value).toBe(title.slice(0, 80));
  });
  it.each(['© 2026 OKX', 'Copyright OKX', 'OKX 版权所有'])('%s is one', (text) =>
    expect(places({ title: '欧易', text })).toEqual(['claims-title', 'claims-copyright']),
  );
  it.each(['OKX 2026', '© 2026'])('%s is none', (text) => expect(places({ title: '欧易', text })).toBeNull());
  it.each(['OKX logo', 'OKX 标志', 'okx图标', 'OKX'])('%s is a logo', (text) =>
    expect(places({ title: '欧易', imageTexts: [text] })).toEqual(['claims-title', 'claims-logo']),
  );
  it('stand with spaces around them', () => {
    expect(places({ siteNames: [' 欧易 '] })).toEqual(['claims-site-name']);
  });
  it('of headings are the first two alone', () => {
    expect(places({ title: '欧易', headings: ['甲', '乙', '欧易'] })).toBeNull();
    expect(places({ title: '欧易', headings: ['甲', '欧易'] })).toEqual(['claims-title', 'claims-heading']);
  });
});

describe('a claim', () => {
  it.each<[string, Partial<PageSignals>]>([
    ['a title alone', { title: '欧易官网' }],
    ['a heading alone', { headings: ['欧易'] }],
    ['nothing at all', {}],
  ])('is not made by %s', (_, page) => expect(claim(page)).toBeNull());
  it('is made by a site name alone, and by any two places', () => {
    expect(places({ siteNames: ['欧易'] })).toEqual(['claims-site-name']);
    expect(places({ headings: ['欧易'], imageTexts: ['欧易'] })).toEqual(['claims-heading', 'claims-logo']);
  });
  it('is to the second exchange that is named, but to no third', () => {
    const said = { headings: ['币安'.repeat(3)], text: '币安 '.repeat(9) };
    expect(claim({ ...said, siteNames: ['火币'] })?.exchange).toBe('huobi');
    const third = {
      title: '币安与欧易对比',
      headings: ['币安', '欧易', '币安', '欧易'],
      siteNames: ['火币'],
    };
    expect(claim(third)).toBeNull();
  });
  it('of a page of one listed exchange to be another is told', () => {
    expect(claim({ siteNames: ['币安'], title: '欧易' }, 'www.okx.com')?.exchange).toBe('binance');
    expect(claim({ siteNames: ['欧易'] }, 'www.okx.com')).toBeNull();
    expect(claim({ siteNames: ['欧易'] }, null)).toBeNull();
  });
});

describe('a line presents itself', () => {
  const presents = (line: string) => places({ title: line, imageTexts: ['欧易'] })?.[0] === 'claims-title';
  it.each([
    '欧易',
    '欧易OKX',
    '欧易OKX | 注册领盲盒',
    '欧易_首页',
    '欧易：首页',
    '欧易, 首页',
    '欧易–首页',
    '欧易—首页',
    '欧易(OKX)官网',
    '欧易 [OKX] 官方',
    '欧易交易所',
    '欧易交易平台',
    '欧易全球站',
    '欧易国际站',
    '欧易中文',
    '欧易App',
    '欧易登录',
    '欧易注册',
    '欧易登入',
  ])('%s', (line) => expect(presents(line)).toBe(true));
  it.each([
    '首页 - 欧易',
    '最好的欧易',
    '欧易的费率',
    '欧易教程',
    '欧易 - 如何提币',
    '欧易怎么样',
    '欧易攻略',
    '欧易指南',
    '欧易官网评测',
    '欧易官网排名',
    '欧易官网排行',
    '欧易官网对比',
    '欧易官网推荐',
    '欧易注册流程',
    '欧易官网新手',
    '欧易官网新闻',
    '什么是欧易',
    '欧易官网介绍',
    '欧易官网事件',
    '欧易官网导航',
    '欧易官网大全',
    '欧易官网汇总',
  ])('not so: %s', (line) => expect(presents(line)).toBe(false));
});
