/** What a Simplified Chinese landing page of an exchange on no list says; all of it invented. */
export const LANDING_HTML = `<h1>币海交易所官网：安全的数字资产交易平台</h1>
<nav><a href="/spot">现货交易</a> <a href="/swap">永续合约</a> <a href="/c2c">法币买币</a></nav>
<p>支持比特币、以太坊、USDT 等上百种币种的币币交易与杠杆交易，充币提币快速到账，C2C 支持支付宝和银行卡。</p>
<p>注册即可领取新人礼包，完成实名认证后开始交易，挂单手续费低至千分之一，限价委托、市价委托一应俱全。</p>
<button>立即注册</button> <button>下载APP</button> <p>公司简介、费率标准、帮助中心与提交工单见页脚。</p>`;
