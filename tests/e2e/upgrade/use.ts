import { ask, flags, flagsWhen } from '../ensign/ask.ts';
import { plainPage } from '../harness/answer.ts';
import type { Driver } from '../harness/driver.ts';
import type { LocalServer } from '../harness/server.ts';

const CHINESE = plainPage(
  '星桥交易所 - 全球领先的数字货币交易平台',
  `<nav>行情 币币交易 合约交易 法币交易 充币 提币</nav>
   <p>立即注册，支持支付宝、微信、银行卡购买 USDT，最高 125 倍杠杆，永续合约。备用网址请收藏。</p>`,
  'zh-CN',
);

/** Uses the extension as somebody would for a while: flags of several kinds, a choice of settings, an ignored host. */
export async function useForAWhile(driver: Driver, server: LocalServer): Promise<void> {
  server.everywhere(plainPage('a page'));
  server.scene('xingqiao.example', '*', CHINESE);
  await ask(driver, 'setSetting', { name: 'storedDetail', value: 'path' });
  await ask(driver, 'setSetting', { name: 'retentionDays', value: 3650 });
  await ask(driver, 'setSetting', { name: 'theme', value: 'dark' });
  await driver.goto('https://www.okx.com/join/7');
  await flagsWhen(driver, 1, 0);
  await driver.goto('http://huobi.com/');
  await flagsWhen(driver, 2, 0);
  await driver.goto('http://xingqiao.example/');
  await flagsWhen(driver, 3, 0);
  await driver.goto('https://www.wikipedia.org/');
  const ignored = { domain: 'huobi.com', kinds: ['listed'], term: 'always', record: true };
  await ask(driver, 'ignore', ignored);
  await driver.goto('http://huobi.com/again');
  await flagsWhen(driver, 4);
}

/** What somebody would miss after an update: each flag, and what was chosen. */
export async function whatIsKept(driver: Driver): Promise<object> {
  const { settings } = (await ask(driver, 'options', {})) as {
    settings: { recording: string; storedDetail: string; retentionDays: number; theme: string };
  };
  const { recording, storedDetail, retentionDays, theme } = settings;
  const rows = (await flags(driver)).map(({ id, hostAscii, observedAt, tier, action, extensionVersion }) => {
    return { id, hostAscii, observedAt, tier, action, extensionVersion };
  });
  return { rows, settings: { recording, storedDetail, retentionDays, theme } };
}
