import { type Answer, plainPage, redirectTo } from '../../../tests/e2e/harness/answer.ts';

/** A demonstration site: a real name (answered on this machine alone) or an invented one, and what it shows. */
export interface Site {
  url: string;
  /** What there is to see, in a few words. */
  why: string;
  answer: Answer;
}

const english = (title: string): Answer =>
  plainPage(title, `<h1>${title}</h1><p>A page served by this machine for the demonstration.</p>`);

const chinese = (title: string, body: string, lang = 'zh-CN'): Answer =>
  plainPage(title, `<h1>${title}</h1>${body}`, lang);

/** All texts and the names under .example are invented. */
export const SITES: Site[] = [
  { url: 'https://www.okx.com/', why: "an exchange's present address", answer: english('OKX') },
  { url: 'http://huobi.com/', why: 'a former address, with its lineage', answer: english('Huobi') },
  { url: 'https://binance.us/', why: 'a regional address', answer: english('Binance US') },
  { url: 'http://hbtc.co/', why: 'a mirror that only others claim', answer: english('HBTC') },
  { url: 'http://citex.io/', why: "a name that is somebody else's today", answer: english('Citex') },
  { url: 'https://exchange.revolut.com/', why: 'one host of a larger house', answer: english('Revolut X') },
  { url: 'https://www.revolut.com/', why: 'the rest of that house', answer: english('Revolut') },
  { url: 'https://localbitcoins.com/', why: 'person to person', answer: english('LocalBitcoins') },
  {
    url: 'http://okex.com/',
    why: 'a listed name that redirects to an unlisted one',
    answer: redirectTo('http://new-address.example/'),
  },
  {
    url: 'https://www.okx.com.account-check.example/',
    why: "an exchange's name inside another address",
    answer: english('Sign in'),
  },
  { url: 'https://binance-login.example/', why: 'a name with a word added', answer: english('Sign in') },
  { url: 'https://b\u0131nance.com/', why: 'a letter that looks like another', answer: english('Sign in') },
  {
    url: 'http://xingqiao.example/',
    why: 'a Chinese exchange page that no list knows',
    answer: chinese(
      '星桥交易所 - 全球领先的数字货币交易平台',
      `<nav>行情 币币交易 合约交易 法币交易 充币 提币</nav>
       <p>立即注册，支持支付宝、微信、银行卡购买 USDT，新用户注册即送 100 USDT 体验金。</p>
       <p>最高 125 倍杠杆，永续合约，手续费低至万分之二。下载APP（安卓 / 苹果），备用网址请收藏。</p>
       <footer>客服 QQ：10000　客服电话 400-000-0000　注册地：塞舌尔</footer>`,
    ),
  },
  {
    url: 'http://xingqiao-hant.example/',
    why: 'the same in Traditional Chinese',
    answer: chinese(
      '星橋交易所 - 全球領先的數位貨幣交易平台',
      `<nav>行情 幣幣交易 合約交易 法幣交易 充幣 提幣</nav>
       <p>立即註冊，支援銀行卡購買 USDT，新用戶註冊即送 100 USDT 體驗金。</p>
       <p>最高 125 倍槓桿，永續合約，手續費低至萬分之二。下載APP，備用網址請收藏。</p>`,
      'zh-TW',
    ),
  },
  {
    url: 'http://fanyong.example/',
    why: 'an affiliate page for an exchange',
    answer: chinese(
      '欧易OKX邀请码：返佣 20%，官网注册教程',
      `<p>欧易OKX官网最新网址与备用域名，填写邀请码 DEMO1234 注册，手续费返佣 20%。</p>
       <p><a href="https://www.okx.com/join/DEMO1234">立即注册欧易交易所</a>，APP 下载，买币教程：支付宝、银行卡 C2C。</p>`,
    ),
  },
  {
    url: 'http://xinwen.example/',
    why: 'Chinese news, for comparison',
    answer: chinese(
      '今日要闻',
      '<p>据本报记者报道，市政府昨日宣布扩建城市图书馆，预计明年春天开放，市民可免费借阅图书。</p>',
    ),
  },
  {
    url: 'http://torihikijo.example/',
    why: 'a Japanese exchange page, for comparison',
    answer: plainPage(
      '暗号資産取引所',
      '<h1>暗号資産取引所</h1><p>ビットコインをかんたんに購入できます。口座開設はこちらから。手数料は無料です。</p>',
      'ja',
    ),
  },
  { url: 'https://www.wikipedia.org/', why: 'a popular site, for comparison', answer: english('Wikipedia') },
];

/** Answers for names that a site leads to. */
export const FURTHER: Site[] = [
  { url: 'http://new-address.example/', why: 'where a redirect ends', answer: english('New address') },
];

/** A host that somebody asked to see, with a plain page under it. */
export function siteOf(host: string): Site {
  return { url: `https://${host}/`, why: 'asked for', answer: english(host) };
}
