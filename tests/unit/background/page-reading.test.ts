import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

type Reading = typeof import('../../../entrypoints/background/page-reading.ts');

/** Tabs into which the content script was put, in order: once parsed, and at once. */
const read: number[] = [];
const readUnparsed: number[] = [];
let reading: Reading;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  read.length = 0;
  readUnparsed.length = 0;
  const executeScript = async (put: { target: { tabId: number }; injectImmediately: boolean }) => {
    expect(put).toMatchObject({ files: ['/observe.js'], target: { frameIds: [0] } });
    (put.injectImmediately ? readUnparsed : read).push(put.target.tabId);
  };
  const query = async () => [{ id: 5 }, { id: 6, discarded: true }, { id: 7, discarded: false }];
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation(executeScript as never);
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(query as never);
  vi.stubGlobal('browser', fakeBrowser);
  vi.stubGlobal('chrome', fakeBrowser);
  reading = await import('../../../entrypoints/background/page-reading.ts');
});
afterEach(() => {
  vi.useRealTimers();
});

const top = (tabId: number, url = 'https://a.example/') => ({ tabId, frameId: 0, url });

test('a page is read once, when it has loaded', () => {
  reading.readSoon(top(1));
  vi.advanceTimersByTime(900);
  expect(read).toEqual([]);
  reading.readNow(top(1));
  expect(read).toEqual([1]);
  vi.advanceTimersByTime(60_000);
  expect(read).toEqual([1]);
});

test('one that goes on loading is read a second after its commit, and each tab by itself', () => {
  reading.readSoon(top(1));
  vi.advanceTimersByTime(600);
  reading.readSoon(top(2));
  vi.advanceTimersByTime(600);
  expect(read).toEqual([1]);
  vi.advanceTimersByTime(600);
  expect(read).toEqual([1, 2]);
});

test('one that is never parsed is read as far as it has come; one that has loaded by then is not read again', () => {
  reading.readSoon(top(1));
  reading.readSoon(top(2));
  vi.advanceTimersByTime(3_000);
  reading.readNow(top(2));
  expect(readUnparsed).toEqual([]);
  vi.advanceTimersByTime(60_000);
  expect(readUnparsed).toEqual([1]);
});

test('a page that changes its address is looked at again, once a second', () => {
  for (let i = 0; i < 50; i++) {
    reading.readAnew(top(1, `https://a.example/${i}`));
    vi.advanceTimersByTime(100);
  }
  vi.advanceTimersByTime(60_000);
  expect(read).toEqual(Array(5).fill(1));
});

test('a page that changes its address while it loads is read as it would have been', () => {
  reading.readSoon(top(1));
  vi.advanceTimersByTime(600);
  reading.readAnew(top(1, 'https://a.example/other'));
  vi.advanceTimersByTime(600);
  expect(read).toEqual([1]);
  reading.readAnew({ ...top(2), documentLifecycle: 'prerender' });
  reading.readAnew({ ...top(3), frameId: 4 });
  vi.advanceTimersByTime(6_000);
  expect(read).toEqual([1]);
});

test('a page that leads on at once is not read; the next one waits from its own commit', () => {
  reading.readSoon(top(1));
  vi.advanceTimersByTime(600);
  reading.readSoon(top(1, 'https://b.example/'));
  vi.advanceTimersByTime(600);
  expect(read).toEqual([]);
  vi.advanceTimersByTime(600);
  expect(read).toEqual([1]);
});

test.each([
  ['a frame inside', { ...top(1), frameId: 4 }],
  ['a page of the browser', top(1, 'about:blank')],
  ['an extension page', top(1, 'chrome-extension://abc/popup.html')],
  ['a page loaded ahead', { ...top(1), documentLifecycle: 'prerender' }],
])('%s is not read', (_what, told) => {
  reading.readSoon(told);
  reading.readNow(told);
  vi.advanceTimersByTime(60_000);
  expect(read).toEqual([]);
});

test('a frame that loads does not hasten the page around it', () => {
  reading.readSoon(top(1));
  reading.readNow({ ...top(1), frameId: 4 });
  expect(read).toEqual([]);
  reading.readNow(top(1));
  expect(read).toEqual([1]);
});

test('pages open at the installation are read, but for those that sleep', async () => {
  await reading.readOpenPages();
  expect(read).toEqual([5, 7]);
});

test('a worker has read what an earlier one left unread, once it has loaded', () => {
  const view = (marks: object | null) => ({ key: 'k', url: 'https://a.example/', marks }) as never;
  const open = [
    { id: 1, status: 'complete' },
    { id: 2, status: 'complete' },
    { id: 3, status: 'loading' },
    { id: 4, status: 'complete' },
    { id: 5, status: 'complete' },
  ] as never;
  reading.readLeftOver(open, {
    1: view(null),
    2: view({ claim: null }),
    3: view(null),
    4: { elsewhere: 'error page', url: 'https://a.example/' },
  });
  expect(read).toEqual([1]);
});
