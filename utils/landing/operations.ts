import type { Signal } from './assessment.ts';
import type { PageSignals } from './page-signals.ts';

/** One kind of tie to mainland China, with the form in which pages state it. */
interface Tie {
  id: string;
  /** Looked for in the text; the whole match is shown. */
  text?: RegExp;
  /** Looked for in the hosts of the page's files and links. */
  host?: RegExp;
}

/** Forms from the registrars' own notations (京ICP备…号, 京公网安备…号, GB 32100 codes of 18 characters). */
const TIES: Tie[] = [
  {
    id: 'icp-filing',
    text: /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]ICP[备備证證]\s?[A-Z]?\d?-?\d{5,10}号?(?:-\d{1,3})?/gi,
  },
  {
    id: 'police-filing',
    text: /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]公网安备\s?\d{8,16}\s?号?/g,
  },
  {
    id: 'mainland-phone',
    text: /(?:\+|00)86[\s-]?1[3-9]\d{9}|(?:电话|热线|手机|客服|联系)[^\d\n]{0,8}(?:400[\s-]?\d{3}[\s-]?\d{4}|1[3-9]\d{9})|\b400-\d{3,4}-\d{3,4}\b/g,
  },
  {
    id: 'qq-support',
    text: /(?:QQ|qq|扣扣|企鹅)(?:群|客服|号|交流群)?[:：\s]{0,3}[1-9]\d{4,10}/g,
    host: /^(?:wpa|jq|qm|qun)\.qq\.com$/,
  },
  {
    id: 'wechat-support',
    text: /(?:微信|WeChat|wechat|VX|vx|薇信|威信)(?:号|客服|公众号|群)?[:：]\s?[A-Za-z][A-Za-z0-9_-]{5,19}|(?:添加|加|联系)(?:我|客服|站长)?微信|扫码(?:添加|加)?(?:微信|客服)/g,
    host: /^(?:work\.weixin|u\.wechat|weixin)\.(?:qq\.)?com$/,
  },
  {
    id: 'mainland-company',
    text: /(?:统一社会信用代码|营业执照)[:：\s]{0,3}[0-9A-HJ-NPQRTUWXY]{15,18}|[\u4e00-\u9fa5]{2,12}(?:省|市)[\u4e00-\u9fa5]{2,16}(?:科技|网络|信息|数据|金融)[\u4e00-\u9fa5]{0,8}有限公司/g,
  },
  {
    id: 'mainland-analytics',
    host: /(?:^|\.)(?:hm\.baidu\.com|cnzz\.com|51\.la|tajs\.qq\.com|growingio\.com|umeng\.com|sensorsdata\.cn|push\.zhanzhang\.baidu\.com|zz\.bdstatic\.com)$/,
  },
  {
    id: 'mainland-hosting',
    host: /(?:^|\.)(?:aliyuncs\.com|alicdn\.com|myqcloud\.com|qcloud\.com|qiniucdn\.com|clouddn\.com|upaiyun\.com|bcebos\.com|bdstatic\.com|myhuaweicloud\.com|bootcdn\.(?:net|cn)|staticfile\.org|volces\.com|jsdmirror\.com|meiqia\.com|udesk\.cn)$/,
  },
  { id: 'mainland-payment', text: /支付宝|支付寶|微信支付|云闪付|雲閃付|银联|銀聯|数字人民币|數字人民幣/g },
];

/** Claims of a seat or a licence: the other half of "claimed to be foreign, in fact operating in China". */
const SEATS: Tie[] = [
  {
    id: 'seat-offshore',
    text: /塞舌尔|塞席爾|塞席尔|开曼|開曼|英属维尔京|英屬維京|伯利兹|伯利茲|圣文森特|聖文森|马绍尔|馬紹爾|巴哈马|巴哈馬|马耳他|馬爾他|百慕大|毛里求斯|Seychelles|Cayman|British Virgin Islands|\bBVI\b|Belize|Saint Vincent|St\.? Vincent|Marshall Islands|Bahamas/gi,
  },
  {
    id: 'seat-registered-in',
    text: /(?:注册于|注册地[为:：是在]?|总部(?:位于|设在|在)|註冊於|總部(?:位於|設在))\s?[\u4e00-\u9fa5A-Za-z ]{2,16}|(?:registered|incorporated|headquartered) in (?:the )?[A-Z][A-Za-z ]{2,24}/g,
  },
  {
    id: 'licence',
    text: /\bMSB\b[^\n]{0,24}|\bFinCEN\b|\bNFA\b|\bFINTRAC\b|\bASIC\b(?=.{0,20}(?:牌照|licen[cs]e|注册))|\bFSA\b(?=.{0,20}(?:牌照|licen[cs]e))|\bMTR\b牌照|(?:美国|加拿大|澳大利亚|新加坡|香港|迪拜|爱沙尼亚|立陶宛|日本|菲律宾|美國|愛沙尼亞|立陶宛)[\u4e00-\u9fa5A-Za-z（）()]{0,12}(?:牌照|许可证|許可證|金融牌照)|(?:合规|持有|获得|取得)[^\n，。]{0,12}牌照/g,
  },
];

const SHOWN = 3;
const VERSION = 1;

function shown(kinds: Tie[], text: string, hosts: string[]): Signal[] {
  const signals: Signal[] = [];
  for (const { id, text: pattern, host } of kinds) {
    const values = new Set<string>();
    if (pattern) for (const match of text.matchAll(pattern)) values.add(match[0].trim().slice(0, 48));
    if (host) for (const name of hosts) if (host.test(name)) values.add(name);
    if (values.size > 0)
      signals.push({ id, version: VERSION, value: [...values].slice(0, SHOWN).join('、'), weight: 0 });
  }
  return signals;
}

const hostsOf = (signals: PageSignals) => [
  ...signals.assetHosts,
  ...signals.links.flatMap((link) => URL.parse(link.url)?.hostname ?? []),
];

/** What the page mentions of mainland China: to show beside a finding, never to score. */
export function readOperations(signals: PageSignals): Signal[] {
  return shown(TIES, `${signals.text}\n${signals.description}`, hostsOf(signals));
}

/** Seats and licences that the page claims, word for word. */
export function readSeatClaims(signals: PageSignals): Signal[] {
  return shown(SEATS, `${signals.text}\n${signals.description}`, []);
}
