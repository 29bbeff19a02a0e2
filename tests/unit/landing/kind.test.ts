import { describe, expect, it } from 'vitest';
import { pageKind } from '../../../utils/landing/kind.ts';
import { readLinks } from '../../../utils/landing/links.ts';
import { nameExchanges } from '../../../utils/landing/naming.ts';
import { emptySignals, type PageSignals } from '../../../utils/landing/page-signals.ts';
import { readPage } from '../../../utils/landing/reading.ts';
import { context, NAMES } from './records.ts';

function kind(title: string, page: Partial<PageSignals> = {}) {
  const signals = { ...emptySignals(), title, ...page };
  const reading = readPage(signals);
  const links = readLinks(signals, context());
  return pageKind(reading, links, nameExchanges(reading, links, NAMES));
}
const invitations = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ url: `https://a.example/register?ref=CODE${n}`, text: '' }));
const OKX_LINK = { url: 'https://www.okx.com/', text: '' };

describe('a page that says nothing of itself', () => {
  it.each(['', '海燕', 'udax'])('is an exchange’s own: %s', (title) => expect(kind(title)).toBe('exchange'));
});

describe('a desk', () => {
  it.each([
    '海燕OTC',
    '海燕c2c',
    '海燕p2p',
    '海燕法币',
    '海燕买币',
    '海燕卖币',
    '海燕收币',
    '海燕收u',
    '海燕承兑',
    '海燕币商',
    '海燕场外',
    '海燕点对点',
    '海燕找换',
    '海燕支付网关',
    '海燕收银台',
    '海燕收款',
    '海燕付款',
    '海燕支付',
    '海燕广告',
    '海燕出售',
    '海燕回收',
    '海燕换汇',
    '海燕兑换',
    '我要买U',
    '我要卖U',
  ])('is told by its title: %s', (title) => expect(kind(title)).toBe('payment'));

  it.each(['海燕买家', '海燕卖家', '海燕'])('is not told by %s', (title) =>
    expect(kind(title)).toBe('exchange'),
  );

  it.each([
    '海燕交易所 收款',
    '海燕交易平台 收款',
    '海燕交易大厅 兑换',
    '海燕exchange 兑换',
    '海燕官网 出售',
    '海燕官方网站 支付',
  ])('is none where a house names itself: %s', (title) => expect(kind(title)).toBe('exchange'));
  it.each([
    '海燕交易所 otc',
    '海燕交易所 c2c',
    '海燕交易所 p2p',
    '海燕交易所 法币',
    '海燕交易所 场外',
    '海燕交易所 承兑',
    '海燕交易所 收银台',
    '海燕交易所 点对点',
  ])('is one with words of dealing by hand, whoever names itself: %s', (title) =>
    expect(kind(title)).toBe('payment'),
  );

  it('is told by its words', () => {
    expect(kind('海燕', { text: '冻卡 收款码' })).toBe('payment');
    expect(kind('海燕', { text: '冻卡' })).toBe('exchange');
    expect(kind('海燕', { text: '冻卡 支付宝' })).toBe('payment');
  });
  it('is none where words of an order book or of keeping coins outweigh them', () => {
    expect(kind('海燕', { text: '冻卡 收款码 盘口 撤单' })).toBe('exchange');
    expect(kind('海燕', { text: '冻卡 收款码 提领 kyc 划转' })).toBe('exchange');
    expect(kind('海燕', { text: '冻卡 收款码 提领' })).toBe('payment');
  });
  it('that leads elsewhere is a guide', () => {
    expect(kind('海燕', { text: '冻卡 收款码', links: invitations(3) })).toBe('affiliate');
    expect(kind('海燕', { text: '冻卡 收款码', links: invitations(2) })).toBe('payment');
  });
});

describe('a guide', () => {
  it.each([
    '海燕下载',
    '海燕注册',
    '海燕教程',
    '海燕邀请码',
    '海燕推荐码',
    '海燕返佣',
    '海燕推荐',
    '海燕攻略',
    '海燕指南',
    '海燕怎么样',
    '海燕如何用',
    '海燕备用',
    '海燕最新网址',
    '海燕入口',
    '海燕导航',
    '海燕排行',
    '海燕排名',
    '海燕哪个好',
    '海燕评测',
    '海燕新手',
    '海燕流程',
    '海燕apk',
  ])('is told by its title: %s', (title) => expect(kind(title)).toBe('affiliate'));

  it('whose title has no Chinese is told by the first heading', () => {
    expect(kind('main.vue', { headings: ['海燕教程'] })).toBe('affiliate');
    expect(kind('海燕', { headings: ['海燕教程'] })).toBe('exchange');
    expect(kind('main.apk')).toBe('affiliate');
  });

  it.each([
    '收款教程',
    '收款图文',
    '收款教学',
    '怎么收款',
    '如何收款',
    '新手收款',
    '零基础收款',
    '收款第一课',
    '收款入门',
    '收款攻略',
    '收款指南',
    '收款评测',
    '收款对比',
    '收款推荐',
    '手把手收款',
    '收款步骤',
    '收款哪个好',
    '收款排行',
    '收款排名',
  ])('teaches, whatever is bought: %s', (title) => expect(kind(title)).not.toBe('payment'));
  it.each(['场外教程', '怎么找承兑'])('does not teach: %s', (title) => expect(kind(title)).toBe('payment'));

  it.each([
    '注册账号 - 海燕',
    '用户注册 | 海燕',
    '登录_海燕',
    '登入账户·海燕',
    '注册帐号—海燕',
    '邀请好友',
    '海燕推荐好友',
    '我的邀请',
    '我的推荐',
  ])('is no house’s own page: %s', (title) => expect(kind(title)).toBe('exchange'));
  it.each(['海燕注册账号 - 官方', '注册账号'])('is %s', (title) => expect(kind(title)).toBe('affiliate'));

  it('more so where it is about somebody by name', () => {
    const text = '盘口 撤单 做空';
    expect(kind('下载', { text })).toBe('exchange');
    expect(kind('币安下载', { text })).toBe('affiliate');
  });
  it('speaks of others', () => {
    expect(kind('海燕', { text: '返现' })).toBe('exchange');
    for (const words of [
      '是一家',
      '是全球',
      '成立于',
      '创立于',
      '本站',
      '站长',
      '笔者',
      '我们推荐',
      '本教程',
      '本文',
      '作者',
    ]) {
      expect(kind('海燕', { text: `返现 ${words}` })).toBe('affiliate');
    }
  });
  it('names an exchange and links to one', () => {
    expect(kind('海燕', { text: '返现 欧易', links: [OKX_LINK] })).toBe('affiliate');
    expect(kind('海燕', { text: '返现 欧易' })).toBe('exchange');
    expect(kind('海燕', { text: '返现', links: [OKX_LINK] })).toBe('exchange');
  });
  it('carries invitations, of which three count', () => {
    const text = '盘口 撤单 做空 做多';
    expect(kind('海燕', { text, links: invitations(3) })).toBe('affiliate');
    expect(kind('海燕', { text, links: invitations(2) })).toBe('exchange');
    expect(kind('海燕', { text: `${text} 止盈 止损`, links: invitations(9) })).toBe('exchange');
  });
  it('has little of what a house offers and says', () => {
    const calls = '返现 盲盒';
    expect(kind('海燕', { text: calls })).toBe('affiliate');
    expect(kind('海燕', { text: `${calls} 盘口 撤单 做空` })).toBe('exchange');
    expect(kind('海燕', { text: `${calls} 提领 划转 kyc` })).toBe('exchange');
    expect(kind('海燕', { text: `${calls} 敬上 请务必` })).toBe('exchange');
  });
});
