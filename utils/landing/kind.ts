import type { PageKind } from './assessment.ts';
import type { LinkReading } from './links.ts';
import type { Naming } from './naming.ts';
import { amount, type Reading } from './reading.ts';

/** Titles that say OTC outright, and those that only buying, selling or being paid explains. */
const OTC_TITLE = /otc|c2c|p2p|法币|[买卖收]币|收u|承兑|币商|场外|点对点|找换|支付网关|收银台/;
const BUYING_TITLE = /[买卖](?!家)|收款|付款|支付|广告|出售|回收|换汇|兑换/;
const AFFILIATE_TITLE =
  /下载|注册|教程|邀请码|推荐码|返佣|推荐|攻略|指南|怎么|如何|备用|最新网址|入口|导航|排行|排名|哪个好|评测|新手|流程|apk/;
const THIRD_PERSON =
  /是(?:一家|一个|全球|世界|目前|国内)|成立于|创立于|本站|站长|笔者|我们推荐|本教程|本文|作者/;

/**
 * What a landing page is. Payment: words of buying and selling by hand outweigh those of an order book.
 * Affiliate: leads to somebody else's exchange by invitation, download or instruction. Else an exchange's own page.
 */
export function pageKind(reading: Reading, links: LinkReading, namings: Naming[]): Exclude<PageKind, 'none'> {
  const title = reading.title || (reading.headings[0] ?? '');
  const trade = amount(reading, 'trade');
  const custody = amount(reading, 'custody');
  const otc = amount(reading, 'otc') + 0.5 * amount(reading, 'rails');
  const action = amount(reading, 'action');
  const payment =
    otc - 0.9 * trade - 0.3 * custody + (OTC_TITLE.test(title) ? 4 : BUYING_TITLE.test(title) ? 2 : 0);
  const affiliate =
    action -
    0.35 * trade -
    0.35 * custody -
    0.35 * otc -
    0.6 * amount(reading, 'ownVoice') +
    (AFFILIATE_TITLE.test(title) ? 1.5 : 0) +
    Math.min(links.invitations.length, 3) +
    (THIRD_PERSON.test(reading.whole) ? 0.7 : 0) +
    (namings.length > 0 && links.ties.length > 0 ? 1 : 0);
  if (payment > 1 && payment >= affiliate) return 'payment';
  return affiliate > 1 ? 'affiliate' : 'exchange';
}
