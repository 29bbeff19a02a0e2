// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';

const HAN = '充币提币币币交易法币买卖比特币与以太坊的平台现在注册领取奖励';

/** The browser's side of a content script, which an update takes away. */
class FakeRuntime {
  id: string | undefined = 'ensign';
  readonly heard: { kind: string }[] = [];
  answers = true;
  /** What it answers next, before it answers well. */
  readonly failures: object[] = [];

  sendMessage(message: { kind: string }): Promise<object | undefined> {
    if (this.id === undefined) throw new Error('Extension context invalidated.');
    this.heard.push(message);
    return this.answers
      ? Promise.resolve(this.failures.shift())
      : Promise.reject(new Error('Could not establish connection.'));
  }
}

let runtime: FakeRuntime;
let said: unknown[];

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  runtime = new FakeRuntime();
  said = [];
  for (const how of ['error', 'warn', 'log', 'debug'] as const) {
    vi.spyOn(console, how).mockImplementation((...words) => void said.push(words));
  }
  vi.stubGlobal('browser', { runtime });
  document.body.innerHTML = `<h1>首页</h1><p id="text">${HAN}</p>`;
});
afterEach(() => {
  window.dispatchEvent(new Event('pagehide'));
  Reflect.deleteProperty(globalThis, 'ensignReads');
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function begin(): Promise<void> {
  await (await import('../../../entrypoints/observe.ts')).default.main();
  await vi.advanceTimersByTimeAsync(5_000);
}

/** The page changes, in the text and in its address, and time passes. */
async function change(words: string): Promise<void> {
  document.getElementById('text')?.append(`${words}${HAN}`);
  window.dispatchEvent(new Event('hashchange'));
  await vi.advanceTimersByTimeAsync(10_000);
}

test('a script whose extension lives tells of each change', async () => {
  await begin();
  expect(runtime.heard).toHaveLength(1);
  await change('一');
  expect(runtime.heard).toHaveLength(2);
});

test('a script put in again changes nothing: the first goes on', async () => {
  await begin();
  await begin();
  expect(runtime.heard).toHaveLength(1);
  await change('一');
  expect(runtime.heard).toHaveLength(2);
});

/** Names an element of the page: its window's named properties stand on the global's prototypes. */
function nameElement(name: string): void {
  const element = document.createElement('form');
  Object.defineProperty(Object.prototype, name, { value: element, configurable: true, writable: true });
  onTestFinished(() => void Reflect.deleteProperty(Object.prototype, name));
}

test('an element named like the mark of the script does not keep it away', async () => {
  nameElement('ensignReads');
  await begin();
  await begin();
  expect(runtime.heard).toHaveLength(1);
});

test('an element named browser is not the interface where the browser has none of that name', async () => {
  Reflect.deleteProperty(globalThis, 'browser');
  vi.stubGlobal('chrome', { runtime });
  nameElement('browser');
  await begin();
  expect(runtime.heard).toHaveLength(1);
});

test('40 a script orphaned by an update ends without a word', async () => {
  await begin();
  runtime.id = undefined;
  await change('一');
  await change('二');
  expect(runtime.heard).toHaveLength(1);
  expect(said).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
  // It does not come back to life with the page.
  runtime.id = 'ensign';
  await change('三');
  expect(runtime.heard).toHaveLength(1);
});

test('40 nor does one whose last message nobody answered', async () => {
  await begin();
  runtime.answers = false;
  document.getElementById('text')?.append(`一${HAN}`);
  await vi.advanceTimersByTimeAsync(750);
  expect(runtime.heard).toHaveLength(2);
  runtime.id = undefined;
  await change('二');
  expect(runtime.heard).toHaveLength(2);
  expect(said).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('a page that the background could not finish with is told once more, and not without end', async () => {
  const failed = { refused: 'failed' };
  runtime.failures.push(failed, failed, failed);
  await begin();
  expect(runtime.heard).toHaveLength(2);
});

test('an older reading is not told after a newer one', async () => {
  const { promise, resolve } = Promise.withResolvers<object>();
  vi.spyOn(runtime, 'sendMessage').mockImplementationOnce((message) => {
    runtime.heard.push(message);
    return promise;
  });
  await begin();
  await change('新');
  const heard = runtime.heard.length;
  resolve({ refused: 'failed' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(heard).toBeGreaterThan(1);
  expect(runtime.heard).toHaveLength(heard);
});
