import type { PageKind } from './assessment.ts';
import type { LinkReading } from './links.ts';
import type { Naming } from './naming.ts';
import { amount, type Reading } from './reading.ts';

/** Titles that say OTC outright, and those that only buying, selling or being paid explains. */
const OTC_TITLE = /otc|c2c|p2p|法币|[买卖收]币|收u|承兑|币商|场外|点对点|找换|支付网关|收银台/;
const BUYING_TITLE = /[买卖](?!家)|收款|付款|支付|广告|出售|回收|换汇|兑换/;
const AFFILIATE_TITLE =
  /下载|注册|教程|邀请码|推荐码|返佣|推荐|攻略|指南|怎么|如何|备用|最新网址|入口|导航|排行|排名|哪个好|评测|新手|流程|apk/;
const HAN = /\p{Script=Han}/u;
/** Words for dealing by hand: they speak of a desk in any title. */
const DESK_WORDS = /otc|c2c|p2p|法币|场外|承兑|收银台|点对点/;
/** Titles that teach or compare: whatever is bought in the text, the page leads to somebody else. */
const TEACHING_TITLE =
  /教程|图文|教学|怎么|如何|新手|零基础|第一课|入门|攻略|指南|评测|比较|对比|推荐(?!好友|码)|手把手|步骤|哪个好|排行|排名/;
/** Titles in which a house names itself. */
const HOUSE_TITLE = /交易所|交易平台|交易大厅|exchange|官网|官方网站/;
/** A house's own pages to register or to invite friends: '注册账号 - 星合交易平台', '邀请好友'. */
const OWN_PAGE_TITLE =
  /^(?:用户)?(?:注册|登录|登入)(?:账号|账户|帐号)?\s*[-|_–—·]|邀请好友|推荐好友|我的邀请|我的推荐/;
const THIRD_PERSON =
  /是(?:一家|一个|全球|世界|目前|国内)|成立于|创立于|本站|站长|笔者|我们推荐|本教程|本文|作者/;

/**
 * What a landing page is. Payment: words of buying and selling by hand outweigh those of an order book.
 * Affiliate: leads to somebody else's exchange by invitation, download or instruction. Else an exchange's own page.
 */
export function pageKind(reading: Reading, links: LinkReading, namings: Naming[]): Exclude<PageKind, 'none'> {
  // A bare name or a file's (udax, main.vue) says nothing of the kind: the first heading does.
  const title = HAN.test(reading.title) ? reading.title : (reading.headings[0] ?? reading.title);
  const trade = amount(reading, 'trade');
  const custody = amount(reading, 'custody');
  const otc = amount(reading, 'otc') + 0.5 * amount(reading, 'rails');
  const action = amount(reading, 'action');
  const teaches = TEACHING_TITLE.test(title) && !DESK_WORDS.test(title);
  const ownPage = OWN_PAGE_TITLE.test(title);
  const payment = otc - 0.9 * trade - 0.4 * custody + titledAsDesk(title) - (teaches ? 3 : 0);
  const affiliate =
    action -
    0.35 * trade -
    0.35 * custody -
    0.35 * (teaches ? 0 : otc) -
    0.6 * amount(reading, 'ownVoice') +
    (ownPage ? -4 : titledAsGuide(title, namings)) +
    (teaches ? 0.5 : 0) +
    Math.min(links.invitations.length, 3) +
    (THIRD_PERSON.test(reading.whole) ? 0.7 : 0) +
    (namings.length > 0 && links.ties.length > 0 ? 1 : 0);
  if (payment > 1 && payment >= affiliate) return 'payment';
  return affiliate > 1 ? 'affiliate' : 'exchange';
}

/** What the title says for a desk or checkout. A house that names itself may buy and sell whatever it likes. */
function titledAsDesk(title: string): number {
  if (HOUSE_TITLE.test(title) && !DESK_WORDS.test(title)) return 0;
  if (OTC_TITLE.test(title)) return 4;
  return BUYING_TITLE.test(title) ? 2 : 0;
}

/** What it says for a page that leads elsewhere; more where it is about somebody by name. */
function titledAsGuide(title: string, namings: Naming[]): number {
  if (!AFFILIATE_TITLE.test(title)) return 0;
  return namings.length > 0 ? 2.2 : 1.5;
}
