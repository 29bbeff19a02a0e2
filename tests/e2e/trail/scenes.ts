import { page } from '../harness/answer.ts';

/** A page in Chinese that presents itself as OKX, as an imitator copies it. */
export const COPY = page(`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>欧易OKX官网</title>
<meta property="og:site_name" content="欧易OKX"><script src="https://static.okx.com/app.js"></script>
<body><h1>欧易OKX官网</h1><img alt="欧易OKX" src="https://www.okx.com/logo.png">
<nav><a href="/spot">现货交易</a> <a href="/swap">永续合约</a> <a href="/c2c">法币买币</a></nav>
<p>支持比特币、以太坊、USDT 等上百种币种的币币交易与杠杆交易，充币提币快速到账，C2C 支持支付宝和银行卡。</p>
<p>注册即可领取新人礼包，完成实名认证后开始交易，挂单手续费低至千分之一，限价委托、市价委托一应俱全。</p>
<button>立即注册</button> <button>下载APP</button> <p>© 欧易OKX 版权所有</p>`);
