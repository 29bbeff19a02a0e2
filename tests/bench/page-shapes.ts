/** Pages to measure on. `fill` runs in the page: it refers to nothing outside itself. */
export interface PageShape {
  name: string;
  fill: () => void;
  /** Highest ratio of a reading to one innerText. */
  limit: number;
  /** False where innerText itself takes too long to be waited for. */
  innerText: boolean;
}

function chinese60k(): void {
  const line = '立即注册即可参与币币交易与法币买卖,支持比特币和以太坊,充币提币到账快,邀请好友返佣。';
  let html = '';
  for (let i = 0; i < 320; i++) {
    html += `<section><h2>行情 ${i}</h2><p>${line}<a href="https://site${i % 40}.example/p/${i}?ref=ABC${i}">注册</a></p><button>买入</button></section>`;
  }
  document.body.innerHTML = html;
}

function english60k(): void {
  const line =
    'The quick brown fox reads the market news and buys nothing at all today, thank you very much.';
  let html = '';
  for (let i = 0; i < 320; i++) {
    html += `<section><h2>News ${i}</h2><p>${line}<a href="https://site${i % 40}.example/p/${i}">more</a></p><button>Next</button></section>`;
  }
  document.body.innerHTML = html;
}

function chinese1M(): void {
  const line = '立即注册即可参与币币交易与法币买卖,支持比特币和以太坊,充币提币到账快,邀请好友返佣。'.repeat(
    2,
  );
  let html = '';
  for (let i = 0; i < 3_600; i++) {
    html += `<section><h2>行情 ${i}</h2><p>${line}<a href="https://site${i % 400}.example/p/${i}?ref=ABC${i}">注册</a></p></section>`;
  }
  document.body.innerHTML = html;
}

function english1M(): void {
  const line =
    'The quick brown fox reads the market news and buys nothing at all today, thank you very much.'.repeat(2);
  let html = '';
  for (let i = 0; i < 3_600; i++) {
    html += `<section><h2>News ${i}</h2><p>${line}<a href="https://site${i % 400}.example/p/${i}">more</a></p></section>`;
  }
  document.body.innerHTML = html;
}

function nodes200k(): void {
  let html = '';
  for (let i = 0; i < 40_000; i++) {
    html += `<div><span>币种</span><a href="https://site${i % 4_000}.example/p/${i}">交易</a></div>`;
  }
  document.body.innerHTML = html;
}

function englishNodes200k(): void {
  let html = '';
  for (let i = 0; i < 40_000; i++) {
    html += `<div><span>coin</span><a href="https://site${i % 4_000}.example/p/${i}">trade</a></div>`;
  }
  document.body.innerHTML = html;
}

function emptyNodes1M(): void {
  const root = document.createElement('div');
  for (let i = 0; i < 1_000; i++) {
    const row = document.createElement('div');
    for (let j = 0; j < 1_000; j++) row.append(document.createElement('i'));
    root.append(row);
  }
  root.append('币币交易法币交易充币提币现货合约立即注册领取奖励');
  document.body.replaceChildren(root);
}

function text100MB(): void {
  const text = document.createTextNode('币币交易法币交易充币提币现货合约'.repeat(3_200_000));
  const hidden = document.createElement('div');
  hidden.hidden = true;
  hidden.append(text);
  document.title = '币'.repeat(5_000_000);
  document.body.replaceChildren(hidden);
}

export const PAGES: PageShape[] = [
  { name: 'Chinese, 60 kB', fill: chinese60k, limit: 3, innerText: true },
  { name: 'no Chinese, 60 kB', fill: english60k, limit: 1.5, innerText: true },
  { name: 'Chinese, 1 MB', fill: chinese1M, limit: 0.7, innerText: true },
  { name: 'no Chinese, 1 MB', fill: english1M, limit: 0.35, innerText: true },
  { name: 'Chinese, 200,000 nodes, 40,000 links', fill: nodes200k, limit: 0.1, innerText: true },
  { name: 'no Chinese, 200,000 nodes, 40,000 links', fill: englishNodes200k, limit: 0.05, innerText: true },
  { name: '1,000,000 nodes without text', fill: emptyNodes1M, limit: 0, innerText: false },
  { name: 'one text of 100 MB, title of 10 MB', fill: text100MB, limit: 0, innerText: false },
];
