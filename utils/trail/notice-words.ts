/**
 * Words by which a site tells its visitors of a new or a spare address, folded (Simplified, lower case), from
 * exchanges' own announcements and from what affiliates quote of them. The content script looks for them on pages
 * of listed names alone. "Official website" is not among them: exchanges' coin pages say it of every coin.
 */
export const NOTICE_WORDS =
  /(?:最新|新的?|备用|备选|备份|永久|防丢失?|防走失|国内|大陆|启用|更换|变更|切换|更新|升级|迁移)[\u4e00-\u9fa5]{0,6}(?:网址|域名|网域|地址|官网|站点|网站|链接|连结|线路|入口)|(?:网址|域名|网域|官网|站点|网站|平台|交易所)[\u4e00-\u9fa5]{0,8}(?:更换|变更|更新|升级|迁移|迁至|迁往|搬迁|搬家|切换|更名|改名|改为|启用|备用|发布页)|(?:已经?|将|正式)[\u4e00-\u9fa5a-z ]{0,8}(?:迁移|迁至|迁往|搬迁|搬家|更名|改名)|(?:网址|地址)发布页?|\b(?:mov(?:ed|ing)|migrat(?:ed|ing)|relocat(?:ed|ing)|renamed|rebrand(?:ed|ing)|chang(?:ed|ing) (?:its|our) (?:name|domain|address|url|website))\b|\b(?:new|backup|back-up|alternat(?:e|ive)|mirror|spare|latest|permanent)(?: official)?(?: web| internet)? ?(?:address|domain|url|website|site|link|home|mirror)(?:es|s)?\b|\b(?:domain|address|website|site)(?: name)? (?:has |will |is )?(?:been |be )?(?:chang(?:e|ed|ing)|migration|moved|moving)\b|\bnow (?:known as|available at|located at|live at|found at)\b|\b(?:is|are) now\b/i;

/** Verbs that say who moves only beside a subject: 'we have moved', 'huobi is now htx'; not 'the token has migrated'. */
export const NEEDS_SUBJECT = /^(?:mov|migrat|relocat|renamed|rebrand|chang|now |is now|are now|已|将|正式)/i;
export const SUBJECT = /\b(?:we|we've|we're|our|us)\b|本站|本平台|本所|我们|我司|用户|交易所|平台/i;

/** The block speaks of impostors. */
export const IMPOSTORS =
  /假冒|仿冒|冒充|山寨|钓鱼|诈骗|欺诈|骗子|谨防|警惕|请勿访问|不要访问|非官方|虚假|黑名单|phish|scam|fake|fraud|imperson|impost[oe]r|beware|counterfeit|not affiliated|unofficial|\bclones?\b/i;

/** What moves is no exchange: a blog, a help desk, an office, a coin. */
export const OTHER_MOVES =
  /博客|帮助中心|客服(?:中心|系统)|工单|状态页|论坛|社区|社群|文档|合约地址|智能合约|充值地址|充币地址|提币地址|钱包地址|办公|公司地址|总部|邮箱|公众号|主网|电报群|推特|微博|项目|代币|上币|空投|币种|\b(?:blog|help ?(?:center|centre|desk)|support (?:center|centre|site|page|portal|desk)|status page|docs|documentation|forum|community|office|headquarters|(?:wallet|deposit|withdrawal|contract|e-?mail) address|smart contract|mainnet|tokens?|projects?|airdrop|newsletter|careers|shop|store|academy|telegram|twitter|discord|facebook|payment (?:page|provider)|sign-?in|log-?in|partners?)\b/i;

/** Traditional characters of the words above, and what they fold to: the content script carries no whole table. */
const TRADITIONAL = '網備鏈連結線啟換變遷發頁國內陸點級註務為將';
const SIMPLIFIED = '网备链连结线启换变迁发页国内陆点级注务为将';
const SOME_TRADITIONAL = new RegExp(`[${TRADITIONAL}]`, 'g');

/** '備用網址' => '备用网址' */
export function foldNotice(text: string): string {
  return text.replace(SOME_TRADITIONAL, (one) => SIMPLIFIED[TRADITIONAL.indexOf(one)] ?? one);
}
