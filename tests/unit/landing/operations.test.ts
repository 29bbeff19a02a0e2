import { describe, expect, it } from 'vitest';
import { readOperations, readSeatClaims } from '../../../utils/landing/operations.ts';
import { emptySignals } from '../../../utils/landing/page-signals.ts';

const operations = (text: string, assetHosts: string[] = []) =>
  readOperations({ ...emptySignals(), text, assetHosts }).map(({ id, value }) => `${id}: ${value}`);
const seats = (text: string) =>
  readSeatClaims({ ...emptySignals(), text }).map(({ id, value }) => `${id}: ${value}`);

describe('readOperations', () => {
  it.each([
    ['版权所有 京ICP备14058523号-3', 'icp-filing: 京ICP备14058523号-3'],
    ['沪ICP备12345678号', 'icp-filing: 沪ICP备12345678号'],
    ['粤ICP证B2-20090059', 'icp-filing: 粤ICP证B2-20090059'],
    ['京公网安备 11010802020088 号', 'police-filing: 京公网安备 11010802020088 号'],
    ['联系电话:+86 13800138000', 'mainland-phone: +86 13800138000'],
    ['客服热线 400-123-4567', 'mainland-phone: 客服热线 400-123-4567'],
    ['QQ群:123456789', 'qq-support: QQ群:123456789'],
    ['添加微信领取', 'wechat-support: 添加微信'],
    ['微信号:btc168888', 'wechat-support: 微信号:btc168888'],
    ['统一社会信用代码:91110108MA01ABCD2X', 'mainland-company: 统一社会信用代码:91110108MA01ABCD2X'],
    ['北京市某某网络科技有限公司', 'mainland-company: 北京市某某网络科技有限公司'],
    ['支持支付宝与云闪付', 'mainland-payment: 支付宝、云闪付'],
    ['京ICP備 14058523', 'icp-filing: 京ICP備 14058523'],
    ['京icp证140585', 'icp-filing: 京icp证140585'],
    ['京ICP证B-12345', 'icp-filing: 京ICP证B-12345'],
    ['京ICP备14058523号-123', 'icp-filing: 京ICP备14058523号-123'],
    ['粤公网安备12345678号', 'police-filing: 粤公网安备12345678号'],
    ['粤公网安备1234567890123456', 'police-filing: 粤公网安备1234567890123456'],
    ['0086-13800138000', 'mainland-phone: 0086-13800138000'],
    ['+8613800138000', 'mainland-phone: +8613800138000'],
    ['电话: 4001234567', 'mainland-phone: 电话: 4001234567'],
    ['手机13800138000', 'mainland-phone: 手机13800138000'],
    ['请拨400-1234-567转', 'mainland-phone: 400-1234-567'],
    ['QQ客服：12345', 'qq-support: QQ客服：12345'],
    ['企鹅12345678901', 'qq-support: 企鹅12345678901'],
    ['微信公众号：btc16888', 'wechat-support: 微信公众号：btc16888'],
    ['VX: abcdef', 'wechat-support: VX: abcdef'],
    ['加微信', 'wechat-support: 加微信'],
    ['联系客服微信', 'wechat-support: 联系客服微信'],
    ['扫码添加客服', 'wechat-support: 扫码添加客服'],
    ['扫码微信', 'wechat-support: 扫码微信'],
    ['营业执照 911101080000001', 'mainland-company: 营业执照 911101080000001'],
    ['广东省星合数据服务有限公司', 'mainland-company: 广东省星合数据服务有限公司'],
    ['数字人民币與銀聯', 'mainland-payment: 数字人民币、銀聯'],
  ])('%s', (text, signal) => expect(operations(text)).toContain(signal));

  it.each([
    ['hm.baidu.com', 'mainland-analytics: hm.baidu.com'],
    ['s4.cnzz.com', 'mainland-analytics: s4.cnzz.com'],
    ['img.oss-cn-hangzhou.aliyuncs.com', 'mainland-hosting: img.oss-cn-hangzhou.aliyuncs.com'],
    ['51.la', 'mainland-analytics: 51.la'],
    ['cdn.bootcdn.net', 'mainland-hosting: cdn.bootcdn.net'],
    ['cdn.bootcdn.cn', 'mainland-hosting: cdn.bootcdn.cn'],
    ['wpa.qq.com', 'qq-support: wpa.qq.com'],
    ['qm.qq.com', 'qq-support: qm.qq.com'],
    ['work.weixin.qq.com', 'wechat-support: work.weixin.qq.com'],
    ['u.wechat.com', 'wechat-support: u.wechat.com'],
    ['weixin.com', 'wechat-support: weixin.com'],
  ])('the host %s', (host, signal) => expect(operations('', [host])).toEqual([signal]));

  it('the host of a link as well, and the words of the description', () => {
    const links = [
      { url: 'https://jq.qq.com/?k=1', text: '' },
      { url: 'no address', text: '' },
    ];
    const signals = readOperations({ ...emptySignals(), links, description: '京ICP备14058523号' });
    expect(signals).toEqual([
      { id: 'icp-filing', version: 1, value: '京ICP备14058523号', weight: 0 },
      { id: 'qq-support', version: 1, value: 'jq.qq.com', weight: 0 },
    ]);
  });
  it('shows three of a kind, each once, and no more than 48 letters of one', () => {
    expect(operations('支付宝 支付宝 云闪付 银联 微信支付')).toEqual([
      'mainland-payment: 支付宝、云闪付、银联',
    ]);
    const [licence] = readSeatClaims({ ...emptySignals(), text: `合规${'竹'.repeat(12)}牌照 ` });
    expect(licence?.value).toBe(`合规${'竹'.repeat(12)}牌照`);
    const company = `${'北'.repeat(12)}市${'京'.repeat(16)}科技${'竹'.repeat(8)}有限公司`;
    expect(operations(company)).toEqual([`mainland-company: ${company.slice(0, 48)}`]);
  });

  it.each([
    '提交ICP备案的说明',
    '成交量 13800138000',
    '价格 400-500',
    'QQ 音乐',
    '微信支付文档 wechatpay-java',
    '交易所有限公司',
    '京ICP备1234号',
    '公网安备11010802020088号',
    '粤公网安备1234567号',
    '+86 12800138000',
    '+86 1380013800',
    '电话在第三章第四节里说明了13800138000',
    'QQ1234',
    'QQ群:012345',
    '微信号 btc168888',
    '微信号:1btc168888',
    '微信号:btc1',
    '营业执照 91110108MA01AB',
    '北京市有限公司',
  ])('nothing of support, filings or firms in %s', (text) =>
    expect(operations(text).filter((signal) => !signal.startsWith('mainland-payment'))).toEqual([]),
  );
  it.each([
    'baidu.com.evil.example',
    'notcnzz.com',
    'cnzz.com.cn',
    'awpa.qq.com',
    'wpa.qq.com.cn',
    'bootcdn.org',
    'aweixin.com',
  ])('not the host %s', (host) => expect(operations('', [host])).toEqual([]));
});

describe('readSeatClaims', () => {
  it.each([
    ['公司注册于塞舌尔', 'seat-offshore: 塞舌尔'],
    ['總部位於新加坡', 'seat-registered-in: 總部位於新加坡'],
    ['持有美国MSB牌照', 'licence: 持有美国MSB牌照'],
    ['Exchange Ltd. is registered in Saint Vincent', 'seat-offshore: Saint Vincent'],
    ['a BVI company', 'seat-offshore: BVI'],
    ['of st Vincent', 'seat-offshore: st Vincent'],
    ['注册地为 开曼群岛', 'seat-registered-in: 注册地为 开曼群岛'],
    ['注册地香港', 'seat-registered-in: 注册地香港'],
    ['总部设在东京', 'seat-registered-in: 总部设在东京'],
    ['incorporated in the Republic', 'seat-registered-in: incorporated in the Republic'],
    ['headquartered in Malta.', 'seat-registered-in: headquartered in Malta'],
    ['MSB 31000', 'licence: MSB 31000'],
    ['FinCEN, FINTRAC', 'licence: FinCEN、FINTRAC'],
    ['ASIC 的注册', 'licence: ASIC'],
    ['FSA licence', 'licence: FSA'],
    ['MTR牌照', 'licence: MTR牌照'],
    ['香港证监会(一号)牌照', 'licence: 香港证监会(一号)牌照'],
    ['取得多国牌照', 'licence: 取得多国牌照'],
  ])('%s', (text, signal) => expect(seats(text)).toContain(signal));
  it.each([
    '注册送体验金',
    '立即注册',
    'the MSBuild tool',
    'ABVI',
    'ASIC 矿机',
    'FSA 2.0',
    'registered in malta',
    '取得，牌照',
  ])('none in %s', (text) => expect(seats(text)).toEqual([]));
});
