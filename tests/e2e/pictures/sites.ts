import { LANDING_HTML } from '../ensign/landing-html.ts';
import { HANG_UP, page, plainPage, redirectTo } from '../harness/answer.ts';
import type { LocalServer } from '../harness/server.ts';

/** A page that looks like something, for what lies on top of it. */
const STYLE = `<style>body { font: 16px/1.6 sans-serif; margin: 0 auto; max-width: 44rem; padding: 2rem }
  button { font: inherit; padding: .4rem 1rem } footer { margin-top: 2rem; color: #666 }</style>`;

const NAMED = `<h1>欧易交易所注册与下载教程</h1>
<p>本站整理欧易 OKX 的注册、实名认证、下载 APP 与 C2C 买币步骤。使用邀请码注册可返佣 20%，新人可领取开户礼包。</p>
<p>支持比特币、以太坊、USDT 等币种的现货交易、永续合约与杠杆交易，C2C 支持支付宝、微信和银行卡。</p>
<p><a href="https://www.okx.com/join/ABC12345">点击注册欧易</a> <a href="https://www.okx.com/download">下载欧易APP</a></p>
<p>客服微信：ouyi8888　QQ群：123456789</p><footer>粤ICP备2021012345号-1　注册地：塞舌尔</footer>`;

const CLAIM = `<meta property="og:site_name" content="欧易OKX"><h1>欧易OKX官网</h1>${LANDING_HTML.replaceAll('币海', '欧易OKX')}
<p>© 欧易OKX 版权所有</p>`;

export const SITES = {
  landing: 'ouyi-rumen.example',
  unnamed: 'bihai-keys.example',
  brandClaim: 'quiet-copy.example',
  succession: 'quiet-harbour.example',
} as const;

/** What the names of the pictures answer; every other name is a plain page. All texts are invented. */
export function serveSites(server: LocalServer): void {
  server.everywhere(plainPage('a page', `${STYLE}<h1>A page</h1><p>With a sentence on it.</p>`));
  server.scene(SITES.landing, '*', chinese('欧易注册教程：邀请码立减20%手续费', NAMED));
  server.scene(SITES.unnamed, '*', chinese('币海交易所官网_立即注册', LANDING_HTML));
  server.scene(SITES.brandClaim, '*', chinese('欧易OKX官网', CLAIM));
  server.scene('okex.com', '*', redirectTo(`https://${SITES.succession}/`));
  server.scene('unreachable.example', '*', HANG_UP);
}

function chinese(title: string, body: string) {
  return page(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title>${STYLE}<body>${body}`,
  );
}
