// @vitest-environment happy-dom
import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { soon } from '../../fixtures/soon.ts';

const require = createRequire(import.meta.url);

interface Message {
  kind: string;
  payload: unknown;
}

/** The browser's side of a script put into a page: hears what is sent, and has nothing to say. */
class FakeRuntime {
  id: string | undefined = 'ensign';
  readonly heard: Message[] = [];
  answer: () => Promise<unknown> = async () => ({ ok: null });

  sendMessage(message: Message): Promise<unknown> {
    this.heard.push(message);
    return this.answer();
  }
}

let runtime: FakeRuntime;

/** The polyfill as it finds the global now. Node keeps the first that it loaded, for other tests too. */
function loadPolyfill(): unknown {
  const file = require.resolve('webextension-polyfill');
  const kept = require.cache[file];
  delete require.cache[file];
  const polyfill: unknown = require(file);
  delete require.cache[file];
  if (kept) require.cache[file] = kept;
  return polyfill;
}

beforeEach(() => {
  vi.resetModules();
  vi.doMock('webextension-polyfill', () => ({ default: loadPolyfill() }));
  runtime = new FakeRuntime();
});
afterEach(() => {
  vi.doUnmock('webextension-polyfill');
  vi.resetModules();
  document.body.replaceChildren();
});

/** What each browser puts on the script's own global. */
const BROWSERS: Record<string, () => void> = {
  Chromium() {
    Reflect.deleteProperty(globalThis, 'browser');
    vi.stubGlobal('chrome', { runtime });
  },
  Firefox() {
    vi.stubGlobal('browser', { runtime });
    vi.stubGlobal('chrome', { runtime });
  },
};

/** Puts `<form id=NAME><input name=runtime id=…></form>` into the page: its name stands on the global's prototypes. */
function nameElement(name: string): void {
  const form = document.createElement('form');
  form.id = name;
  form.innerHTML = '<input name="runtime" id="of the page">';
  document.body.append(form);
  const element = Object.assign(form, { runtime: form.firstElementChild });
  Object.defineProperty(Object.prototype, name, { value: element, configurable: true, writable: true });
  onTestFinished(() => void Reflect.deleteProperty(Object.prototype, name));
}

interface Script {
  default: { main(): unknown };
}

const SCRIPTS: Record<string, { run: () => Promise<Script>; asks: string }> = {
  card: { run: () => import('../../../entrypoints/card/index.tsx'), asks: 'card' },
  overlay: { run: () => import('../../../entrypoints/overlay/index.tsx'), asks: 'overlay' },
  notices: { run: () => import('../../../entrypoints/notices.ts'), asks: 'pageNotices' },
};

async function begin(script: string): Promise<void> {
  await (await SCRIPTS[script]?.run())?.default.main();
}

const ANNOUNCEMENT = '<p>最新网址：<a href="https://htx-new.com/zh">htx-new.com</a>，请收藏</p>';

describe.each(Object.keys(BROWSERS))('beside elements named browser and chrome, in %s', (kind) => {
  test.each(Object.entries(SCRIPTS))('%s asks the extension', async (script, { asks }) => {
    document.body.innerHTML = ANNOUNCEMENT;
    BROWSERS[kind]?.();
    nameElement('browser');
    nameElement('chrome');
    await begin(script);
    expect(runtime.heard.map((message) => message.kind)).toEqual([asks]);
  });
});

describe('what a page announces', () => {
  beforeEach(() => BROWSERS.Chromium?.());

  test('is told once, with the addresses that are not its own', async () => {
    const { happyDOM } = window as unknown as { happyDOM: { setURL(url: string): void } };
    happyDOM.setURL('https://www.huobi.com/');
    onTestFinished(() => happyDOM.setURL('about:blank'));
    document.body.innerHTML = `<h1>火币</h1>${ANNOUNCEMENT}<p>备用域名：<a href="https://www.huobi.com/zh">首页</a></p>`;
    await begin('notices');
    expect(runtime.heard).toEqual([
      {
        kind: 'pageNotices',
        payload: {
          blocks: [
            { text: '最新网址：htx-new.com，请收藏', hosts: ['htx-new.com'] },
            { text: '备用域名：首页', hosts: [] },
          ],
        },
      },
    ]);
  });

  test('is nothing where no block speaks of an address', async () => {
    document.body.innerHTML = '<p>币币交易</p><a href="https://htx-new.com/">htx-new.com</a>';
    await begin('notices');
    expect(runtime.heard).toEqual([]);
  });

  test('is kept by a script that an update has orphaned', async () => {
    document.body.innerHTML = ANNOUNCEMENT;
    runtime.id = undefined;
    await begin('notices');
    expect(runtime.heard).toEqual([]);
  });

  test('and nobody hears is no fault of the page', async () => {
    const said = vi.spyOn(console, 'debug').mockImplementation(() => undefined);
    const deaf = new Error('Could not establish connection.');
    runtime.answer = () => Promise.reject(deaf);
    document.body.innerHTML = ANNOUNCEMENT;
    await begin('notices');
    await soon(() => expect(said).toHaveBeenCalledWith('the background did not answer', deaf));
  });
});
