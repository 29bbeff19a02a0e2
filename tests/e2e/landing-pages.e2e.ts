import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { forgetHistory, popupOf } from './ensign/ask.ts';
import { ensignInTurn } from './ensign/in-turn.ts';
import { LANDING_HTML } from './ensign/landing-html.ts';
import { type Answer, delayed, page } from './harness/answer.ts';
import { pause, until } from './harness/arrive.ts';
import type { Driver } from './harness/driver.ts';
import { browsersToTest } from './harness/find-browser.ts';
import type { LocalServer } from './harness/server.ts';

const TRADITIONAL = `<h1>幣海交易所官網：安全的數位資產交易平台</h1>
<nav><a href="/spot">現貨交易</a> <a href="/swap">永續合約</a> <a href="/c2c">法幣買幣</a></nav>
<p>支援比特幣、以太坊、USDT 等上百種幣種的幣幣交易與槓桿交易，充幣提幣快速到帳，C2C 支援信用卡和銀行轉帳。</p>
<p>註冊即可領取新人禮包，完成身分驗證後開始交易，掛單手續費低至千分之一，限價委託、市價委託一應俱全。</p>
<button>立即註冊</button> <button>下載APP</button> <p>公司簡介、費率標準、幫助中心與提交工單見頁尾。</p>`;
const JAPANESE = `<h1>暗号資産取引所ビットうみ公式サイト</h1><p>ビットコインやイーサリアムなどの現物取引とレバレッジ取引ができる取引所です。
無料で口座開設して、今すぐ取引を始めましょう。入金と出金の手数料は無料です。日本円での入金に対応しています。</p><button>新規登録</button>`;
const NEWS = `<h1>多家加密货币交易所宣布退出内地市场</h1><p>本报记者 王明 据报道，央行等部门此前发布通知，指出虚拟货币相关业务活动属于非法金融活动。
多家交易所随后公告停止向内地用户提供服务。律师表示，投资者参与虚拟货币交易存在法律风险。责任编辑：李华</p>
<p>分析人士认为，监管政策的影响仍将持续，相关平台已将服务器迁往境外。法院近期的判决也明确了相关合同无效。</p>`;
const NEUTRAL =
  '<h1>本地图书馆开放时间</h1><p>本馆周一至周五开放，读者可凭借书证借阅图书，逾期请到服务台办理续借手续，感谢您的配合与支持。</p>';

const html = (lang: string, title: string, body: string): Answer =>
  page(`<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${title}</title><body>${body}`);

describe.each(browsersToTest())('pages in %s', (kind) => {
  let server: LocalServer;
  let driver: Driver;

  const begun = ensignInTurn(kind);

  beforeAll(async () => {
    ({ server, driver } = await begun());
  });
  afterEach(async () => {
    server.clear();
    await forgetHistory(driver);
  });

  const stateOf = async (host: string) => (await popupOf(driver, host)).page.state;
  const becomes = (host: string, state: string) =>
    until(async () => (await stateOf(host)) === state, `${host} as ${state}`);
  const show = async (host: string, answer: Answer) => {
    server.scene(host, '*', answer);
    await driver.goto(`http://${host}/`);
  };

  test('a static landing page of an exchange on no list', async () => {
    await show('bihai-static.example', html('zh-CN', '币海交易所官网_立即注册', LANDING_HTML));
    await becomes('bihai-static.example', 'landing');
    const { page: shown } = await popupOf(driver, 'bihai-static.example');
    expect(shown).toMatchObject({ finding: { exchange: null, script: 'Hans', pageKind: 'exchange' } });
  });

  test('a Traditional Chinese one', async () => {
    await show('bihai-hant.example', html('zh-TW', '幣海交易所官網_立即註冊', TRADITIONAL));
    await becomes('bihai-hant.example', 'landing');
    const { page: shown } = await popupOf(driver, 'bihai-hant.example');
    expect(shown).toMatchObject({ finding: { script: 'Hant' } });
  });

  test('one rendered by script after two seconds', async () => {
    const late = `<div id="app"></div><script>setTimeout(() => {
      document.title = '币海交易所官网'; document.getElementById('app').innerHTML = ${JSON.stringify(LANDING_HTML)};
    }, 2000)</script>`;
    await show('bihai-late.example', html('zh-CN', '', late));
    await becomes('bihai-late.example', 'landing');
  });

  test('one that is not parsed to its end, for a script that does not come', async () => {
    const held = `${LANDING_HTML}<script src="/held.js"></script>`;
    server.scene('bihai-held.example', '*', html('zh-CN', '币海交易所官网', held));
    server.scene('bihai-held.example', '/held.js', delayed(30_000, page('')));
    await show('bihai-before.example', html('zh-CN', '图书馆', NEUTRAL));
    await driver.page.evaluate(() => {
      setTimeout(() => location.assign('http://bihai-held.example/'));
    });
    const shows = () => driver.page.evaluate(() => location.hostname).catch(() => 'none yet');
    await until(async () => (await shows()) === 'bihai-held.example', 'the page');
    await becomes('bihai-held.example', 'landing');
    expect(await driver.page.evaluate(() => document.readyState)).toBe('loading');
  });

  test('from a neutral view to a landing view and back, within a page that has changed often', async () => {
    const busy = `<main>${NEUTRAL}</main><p id="rate">1</p><script>
      const changing = setInterval(() => { document.getElementById('rate').append('2'); }, 900);
      setTimeout(() => clearInterval(changing), 4500);
    </script>`;
    await show('bihai-views.example', html('zh-CN', '图书馆', busy));
    await pause(4_600);
    await becomes('bihai-views.example', 'notListed');
    await turnTo('#/exchange', '币海交易所官网', LANDING_HTML);
    await becomes('bihai-views.example', 'landing');
    await turnTo('/library', '图书馆', NEUTRAL);
    await becomes('bihai-views.example', 'notListed');
  });

  const turnTo = (path: string, title: string, body: string) =>
    driver.page.evaluate(
      (to, named, content) => {
        history.pushState(null, '', to);
        document.title = named;
        const main = document.querySelector('main');
        if (main) main.innerHTML = content;
      },
      path,
      title,
      body,
    );

  test('one inside a frame of its own site', async () => {
    server.scene('bihai-frame.example', '/inner', html('zh-CN', '币海交易所', LANDING_HTML));
    server.scene(
      'bihai-frame.example',
      '/',
      html('zh-CN', '币海交易所官网', '<iframe src="/inner" width="900" height="600"></iframe>'),
    );
    await driver.goto('http://bihai-frame.example/');
    await becomes('bihai-frame.example', 'landing');
  });

  test('one in a frameset of its own site', async () => {
    server.scene('bihai-set.example', '/inner', html('zh-CN', '币海交易所', LANDING_HTML));
    server.scene(
      'bihai-set.example',
      '/',
      page('<!doctype html><meta charset="utf-8"><frameset cols="*"><frame src="/inner"></frameset>'),
    );
    await driver.goto('http://bihai-set.example/');
    await becomes('bihai-set.example', 'landing');
  });

  test.each([
    ['a Japanese exchange page', 'ja.example', html('ja', '暗号資産取引所ビットうみ', JAPANESE)],
    ['a news article about exchanges', 'news.example', html('zh-CN', '多家交易所退出内地市场_新闻', NEWS)],
  ])('%s is not flagged', async (_name, host, answer) => {
    await show(host, answer);
    await pause(1_500);
    expect(await stateOf(host)).toBe('notListed');
  });

  test('the card comes back when the page removes and covers it, and badge and popup stand', async () => {
    const fight = `<div style="position:fixed;inset:0;z-index:2147483647;background:#fff"></div><script>
      let times = 3;
      new MutationObserver(() => {
        const card = document.querySelector('html > div[popover]');
        if (card && times-- > 0) card.remove();
      }).observe(document.documentElement, { childList: true });
    </script>`;
    await show('bihai-fights.example', html('zh-CN', '币海交易所官网', LANDING_HTML + fight));
    await becomes('bihai-fights.example', 'landing');
    const card = () =>
      driver.page.evaluate(() => document.querySelector('html > div[popover]:popover-open') !== null);
    await until(card, 'the card');
    await pause(500);
    expect(await card()).toBe(true);
    expect(await stateOf('bihai-fights.example')).toBe('landing');
  });
});
