// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PopupModel } from '../../../components/models/popup.ts';
import type { Found } from '../../../entrypoints/popup/known-model.ts';
import { popupPort } from '../../../entrypoints/popup/port.ts';
import { warningPort } from '../../../entrypoints/warning/port.ts';
import { soon } from '../../fixtures/soon.ts';

const ANSWER = { more: false } as PopupModel;
const VERDICT = { host: { ascii: 'okx.com' }, findings: [], ignored: [], list: { version: 7 } };
const NOTHING_KEPT: Found = { tab: { id: 7, url: 'https://okx.com/', incognito: false }, kept: {} };
const KEPT: Found = {
  ...NOTHING_KEPT,
  kept: { popupFacts: { recording: { mode: 'on' } }, 'tab:7': { url: 'https://okx.com/', verdict: VERDICT } },
};

const asked: unknown[] = [];
let replies: (() => Promise<unknown>)[];

beforeEach(() => {
  asked.length = 0;
  replies = [];
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async (message: unknown) => {
    asked.push(message);
    return (replies.shift() ?? (async () => ({ ok: ANSWER })))();
  }) as never);
});

const question = (opened: boolean) => ({ kind: 'popup', payload: { tabId: 7, opened } });

test('what is kept is drawn first; the background is asked after it, as one that is opened', async () => {
  const port = popupPort(Promise.resolve(KEPT));
  expect(await port.model()).toMatchObject({ more: true, page: { state: 'notListed' } });
  expect(asked).toEqual([]);
  expect(await port.model()).toEqual(ANSWER);
  expect(await port.model()).toEqual(ANSWER);
  expect(asked).toEqual([question(true), question(false)]);
});

test('where nothing is kept the background is asked at once', async () => {
  expect(await popupPort(Promise.resolve(NOTHING_KEPT)).model()).toEqual(ANSWER);
  expect(asked).toEqual([question(true)]);
});

test('what is kept and cannot be read is asked of the background', async () => {
  const kept = { ...KEPT.kept, 'tab:7': { url: 'https://okx.com/', verdict: { findings: 'none' } } };
  expect(await popupPort(Promise.resolve({ ...KEPT, kept })).model()).toEqual(ANSWER);
  expect(asked).toEqual([question(true)]);
});

test('a worker that ends while it answers is asked once more, and not without end', async () => {
  const gone = async () => {
    throw new Error('the message channel closed');
  };
  replies = [gone];
  const port = popupPort(Promise.resolve(NOTHING_KEPT));
  expect(await port.model()).toEqual(ANSWER);
  expect(asked).toEqual([question(true), question(true)]);
  replies = [gone, gone];
  await expect(port.model()).rejects.toThrow('no answer');
  expect(asked).toHaveLength(4);
});

test('a tab that is gone is told as a failure', async () => {
  const found = Promise.reject(new Error('No tab with id 7'));
  await expect(popupPort(found).model()).rejects.toThrow('No tab');
});

test.each([
  ['all sites', 'all', ['http://*/*', 'https://*/*']],
  ['one site', { host: 'okx.com' }, ['http://okx.com/*', 'https://okx.com/*']],
] as const)(
  'access to %s is asked for within the click, before anything is known of the tab',
  async (_what, scope, origins) => {
    const request = vi.spyOn(fakeBrowser.permissions, 'request').mockResolvedValue(true as never);
    const granted = popupPort(new Promise(() => undefined)).requestPermission(scope);
    expect(request).toHaveBeenCalledExactlyOnceWith({ origins });
    expect(await granted).toBe(true);
  },
);

describe('leaving', () => {
  /** What the tab shows, of the extension's own pages. */
  const shows = (...paths: string[]) => {
    const page = new EventTarget();
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    const dispatchEvent = page.dispatchEvent.bind(page);
    const views = paths.map((pathname) => ({ location: { pathname }, dispatchEvent }));
    return vi.spyOn(fakeBrowser.extension, 'getViews').mockReturnValue(views as never);
  };
  beforeEach(() => void shows());

  const from = (tab: object, after: object = tab) => {
    vi.spyOn(fakeBrowser.tabs, 'get')
      .mockResolvedValueOnce(tab as never)
      .mockResolvedValue(after as never);
    return vi.spyOn(fakeBrowser.tabs, 'update').mockResolvedValue({} as never);
  };
  const page = { url: 'https://0kx.com/', status: 'complete' };

  test.each([
    ['Chromium refuses to go back', () => Promise.reject(new Error('Cannot find a next page')), page],
    ['Firefox stays where it is', () => Promise.resolve(), page],
  ])('ends at a blank page where %s', async (_what, goBack, after) => {
    const update = from(page, after);
    vi.spyOn(fakeBrowser.tabs, 'goBack').mockImplementation(goBack as never);
    popupPort(Promise.resolve(NOTHING_KEPT)).leave();
    await soon(() => expect(update).toHaveBeenCalledExactlyOnceWith(7, { url: 'about:blank' }));
    update.mockRestore();
  });

  test.each([
    ['had been shown', true, -2],
    ['had not been shown', false, -1],
  ])('from the warning of a site that %s is what Back does there', async (_what, committed, steps) => {
    replies = [async () => ({ ok: null }), async () => ({ ok: committed })];
    const views = shows('/warning.html');
    vi.spyOn(history, 'length', 'get').mockReturnValue(5);
    const went = vi.spyOn(history, 'go').mockReturnValue();
    const back = vi.spyOn(fakeBrowser.tabs, 'goBack').mockResolvedValue(undefined as never);
    const closed = vi.spyOn(window, 'close').mockReturnValue();
    warningPort();
    popupPort(Promise.resolve(NOTHING_KEPT)).leave();
    await soon(() => expect(went).toHaveBeenCalledExactlyOnceWith(steps));
    expect(asked.at(-1)).toEqual({ kind: 'leaveWarning', payload: {} });
    expect(views).toHaveBeenCalledWith({ tabId: 7 });
    expect(closed).toHaveBeenCalledOnce();
    expect(back).not.toHaveBeenCalled();
  });

  test('from another of the extension’s pages asks no warning', async () => {
    from(page, { ...page, status: 'loading' });
    shows('/options.html');
    const back = vi.spyOn(fakeBrowser.tabs, 'goBack').mockResolvedValue(undefined as never);
    const closed = vi.spyOn(window, 'close').mockReturnValue();
    popupPort(Promise.resolve(NOTHING_KEPT)).leave();
    await soon(() => expect(closed).toHaveBeenCalled());
    expect(back).toHaveBeenCalledWith(7);
  });

  test('goes back from a page that no address is told of', async () => {
    const update = from({ status: 'complete' });
    const back = vi.spyOn(fakeBrowser.tabs, 'goBack').mockResolvedValue(undefined as never);
    popupPort(Promise.resolve(NOTHING_KEPT)).leave();
    await soon(() => expect(back).toHaveBeenCalledWith(7));
    await new Promise((done) => setTimeout(done, 400));
    expect(update).not.toHaveBeenCalled();
    update.mockRestore();
  });

  test.each([
    ['shown', { url: 'https://a.example/', status: 'complete' }],
    ['on its way', { url: 'https://0kx.com/', status: 'loading' }],
  ])('goes back where the page before is %s', async (_what, after) => {
    const update = from(page, after);
    vi.spyOn(fakeBrowser.tabs, 'goBack').mockResolvedValue(undefined as never);
    const closed = vi.spyOn(window, 'close').mockImplementation(() => undefined);
    popupPort(Promise.resolve(NOTHING_KEPT)).leave();
    await soon(() => expect(closed).toHaveBeenCalled());
    expect(update).not.toHaveBeenCalled();
    update.mockRestore();
    closed.mockRestore();
  });
});
