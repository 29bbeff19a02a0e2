import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { ask } from './ensign/ask.ts';
import { ensignInTurn } from './ensign/in-turn.ts';
import { BUILDS } from './ensign/launch.ts';
import { plainPage, page as web } from './harness/answer.ts';
import { until, within } from './harness/arrive.ts';
import type { Driver } from './harness/driver.ts';
import { type FaultWatch, watchFaults } from './harness/faults.ts';
import { browsersToTest } from './harness/find-browser.ts';
import { send } from './harness/firefox-chrome.ts';
import type { LocalServer } from './harness/server.ts';
import { forgedMessage, routeNames } from './hostile/messages.ts';
import { hostilePages, TRICKS } from './hostile/page.ts';

/** 500 by `npm run hostile`, in each browser; in every run of the tests every trick once, shared out among them. */
const ASKED = process.env.ENSIGN_HOSTILE;
const PAGES = Number(ASKED ?? Object.keys(TRICKS).length);
const SEED = Number(process.env.ENSIGN_HOSTILE_SEED ?? 20_261_127);
/** Chromium may never answer the closing of a tab that is about to load itself anew. */
const CLOSING_MS = 5_000;
const FORGER = fileURLToPath(new URL('./hostile/forger', import.meta.url));
const ROUTES = routeNames();

interface Reply {
  kind: string;
  reply?: { ok?: unknown; refused?: string } | null | undefined;
  error?: string;
}
interface Api {
  tabs: { query(query: object): Promise<{ id: number }[]> };
  scripting: {
    executeScript(injection: object): Promise<{ frameId: number; result: Reply[] }[]>;
  };
}

const KINDS = browsersToTest();

describe.each(KINDS)('hostility in %s', (kind) => {
  const pages = [...hostilePages(SEED, PAGES).entries()].filter(
    ([index]) => ASKED !== undefined || index % KINDS.length === KINDS.indexOf(kind),
  );
  let server: LocalServer;
  let driver: Driver;
  let watch: FaultWatch;

  // What these pages do to a browser is nobody else's.
  const begun = ensignInTurn(kind, { alone: true });

  beforeAll(async () => {
    ({ server, driver } = await begun());
    watch = await watchFaults(driver);
  });

  const forged = () => ROUTES.map((route) => forgedMessage(route.kind, driver.origin));

  test('every route is replayed', () => {
    expect(ROUTES.length).toBeGreaterThan(25);
    expect(new Set(ROUTES.map(({ from }) => from))).toEqual(new Set(['content', 'surface']));
  });

  test(
    `${pages.length} hostile pages: the extension answers after each, and nothing went wrong in it`,
    async () => {
      for (const [index, { name, answer }] of pages) {
        const host = `trap-${index}.example`;
        server.scene(host, '*', answer);
        server.scene(host, '/frame', plainPage('a frame', '币币交易'));
        const tab = await driver.newPage();
        tab.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
        await driver.goto(`http://${host}/`, tab).catch(() => undefined);
        const { page } = (await ask(driver, 'check', { address: 'okx.com' })) as { page: { state: string } };
        expect([name, page.state]).toEqual([name, 'listed']);
        // A tab that loads itself anew without end can outrun its own closing.
        server.scene(host, '*', plainPage('over'));
        await within(CLOSING_MS, tab.close(), 'the tab to close').catch(() => undefined);
      }
      expect(await watch.faults()).toEqual([]);
    },
    pages.length * 4_000 + 60_000,
  );

  test('no file of the package can be asked for by a page', async () => {
    const files = readdirSync(BUILDS[kind], { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    const paths = files.map((one) => `${one.parentPath}/${one.name}`.slice(BUILDS[kind].length));
    server.scene('prober.example', '*', plainPage('a prober'));
    await driver.goto('http://prober.example/');
    const reached = await driver.page.evaluate(
      async (addresses) => {
        const loads = (tag: 'img' | 'script' | 'iframe', url: string) =>
          new Promise<boolean>((done) => {
            const element = document.createElement(tag);
            element.onload = () => done(tag !== 'iframe');
            element.onerror = () => done(false);
            element.src = url;
            document.body.append(element);
            if (tag === 'iframe') setTimeout(() => done(false), 50);
          });
        const found: string[] = [];
        for (const url of addresses) {
          const answers = await fetch(url).then(
            () => true,
            () => false,
          );
          const opaque = await fetch(url, { mode: 'no-cors' }).then(
            () => true,
            () => false,
          );
          const tag = /\.(?:png|svg)$/.test(url) ? 'img' : /\.js$/.test(url) ? 'script' : null;
          if (answers || opaque || (tag && (await loads(tag, url)))) found.push(url);
        }
        return found;
      },
      paths.map((path) => `${driver.origin}${path}`),
    );
    expect(paths.length).toBeGreaterThan(20);
    expect(reached).toEqual([]);
  });

  // Firefox has no such bound (SECURITY.md).
  test.runIf(kind === 'chromium')(
    'what is kept on the device is closed to scripts put into pages',
    async () => {
      server.scene('reader.example', '*', plainPage('a page'));
      await driver.goto('http://reader.example/');
      const read = await driver.inExtension(async () => {
        const { tabs, scripting } = (globalThis as unknown as { chrome: Api }).chrome;
        const [tab] = await tabs.query({ url: 'http://reader.example/*' });
        const [injected] = await scripting.executeScript({
          target: { tabId: tab!.id },
          func: () =>
            (
              globalThis as unknown as {
                chrome: { storage: { local: { get(keys: null): Promise<object> } } };
              }
            ).chrome.storage.local
              .get(null)
              .then(() => 'read', String),
        });
        return injected?.result;
      });
      expect(read).toContain('not allowed');
    },
  );

  test('a page has no way to send a message, and what its own scripts could say gets no privileged answer', async () => {
    server.scene(
      'forging.example',
      '*',
      web('<!doctype html><title>a page</title><iframe src="/inner"></iframe>'),
    );
    server.scene('forging.example', '/inner', plainPage('inner'));
    await driver.goto('http://forging.example/');
    const byPage = await driver.page.evaluate(async (id) => {
      const { browser, chrome } = globalThis as unknown as {
        browser?: unknown;
        chrome?: { runtime?: unknown };
      };
      return { browser: browser === undefined, runtime: chrome?.runtime === undefined, id };
    }, driver.origin);
    expect(byPage).toMatchObject({ browser: true, runtime: true });

    // As if a page had taken over its own process: the isolated world of the top frame and of a frame.
    const answers = await driver.inExtension(async (messages) => {
      const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
      const api = browser ?? chrome;
      const [tab] = await api.tabs.query({ url: 'http://forging.example/*' });
      const results = await api.scripting.executeScript({
        target: { tabId: tab?.id, allFrames: true },
        args: [messages],
        func: async (list: { kind: string }[]) => {
          const { browser: own, chrome: its } = globalThis as unknown as {
            browser?: { runtime: { sendMessage(message: object): Promise<Reply['reply']> } };
            chrome: { runtime: { sendMessage(message: object): Promise<Reply['reply']> } };
          };
          const replies: Reply[] = [];
          for (const message of list) {
            replies.push({ kind: message.kind, reply: await (own ?? its).runtime.sendMessage(message) });
          }
          return replies;
        },
      });
      return JSON.stringify(results);
    }, forged());
    const frames = JSON.parse(answers) as { frameId: number; result: Reply[] }[];
    expect(frames).toHaveLength(2);
    for (const { frameId, result } of frames) {
      expect(result).toHaveLength(ROUTES.length);
      for (const [index, { reply }] of result.entries()) {
        const { kind: name, from } = ROUTES[index]!;
        if (frameId === 0 && from === 'content') continue;
        expect([frameId, name, reply]).toEqual([frameId, name, { refused: 'sender' }]);
      }
    }
  });

  test('another extension gets no answer to any message', async () => {
    const browser = driver.page.browser();
    if (kind === 'chromium') await browser.installExtension(FORGER);
    else await send(browser, 'webExtension.install', { extensionData: { type: 'path', path: FORGER } });
    const target = kind === 'chromium' ? new URL(driver.origin).host : 'ensign@ensign.example';
    const asked = JSON.stringify({ target, messages: forged() }).replaceAll("'", '&#39;');
    server.scene(
      'forger.example',
      '*',
      web(`<!doctype html><html data-asked='${asked}'><title>a forger</title>`),
    );
    await driver.goto('http://forger.example/');
    const replies = JSON.parse(
      await until(() => driver.page.evaluate(() => document.documentElement.dataset.replies), 'the replies'),
    ) as Reply[];
    expect(replies).toHaveLength(ROUTES.length + 1);
    expect(replies.filter(({ reply }) => reply)).toEqual([]);
  });

  test('after all this, nothing went wrong in the extension', async () => {
    expect(await watch.faults()).toEqual([]);
  });
});
