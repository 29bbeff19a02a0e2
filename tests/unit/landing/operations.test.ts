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
  ])('%s', (text, signal) => expect(operations(text)).toContain(signal));

  it.each([
    ['hm.baidu.com', 'mainland-analytics: hm.baidu.com'],
    ['s4.cnzz.com', 'mainland-analytics: s4.cnzz.com'],
    ['img.oss-cn-hangzhou.aliyuncs.com', 'mainland-hosting: img.oss-cn-hangzhou.aliyuncs.com'],
  ])('the host %s', (host, signal) => expect(operations('', [host])).toEqual([signal]));

  it.each([
    '提交ICP备案的说明',
    '成交量 13800138000',
    '价格 400-500',
    'QQ 音乐',
    '微信支付文档 wechatpay-java',
    '交易所有限公司',
  ])('nothing of support, filings or firms in %s', (text) =>
    expect(operations(text).filter((signal) => !signal.startsWith('mainland-payment'))).toEqual([]),
  );
  it.each(['baidu.com.evil.example', 'notcnzz.com'])('not the host %s', (host) =>
    expect(operations('', [host])).toEqual([]),
  );
});

describe('readSeatClaims', () => {
  it.each([
    ['公司注册于塞舌尔', 'seat-offshore: 塞舌尔'],
    ['總部位於新加坡', 'seat-registered-in: 總部位於新加坡'],
    ['持有美国MSB牌照', 'licence: 持有美国MSB牌照'],
    ['Exchange Ltd. is registered in Saint Vincent', 'seat-offshore: Saint Vincent'],
  ])('%s', (text, signal) => expect(seats(text)).toContain(signal));
  it.each(['注册送体验金', '立即注册', 'the MSBuild tool'])('none in %s', (text) =>
    expect(seats(text)).toEqual([]),
  );
});
