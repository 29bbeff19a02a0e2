// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PopupModel } from '../../../components/models/popup.ts';
import type { Found } from '../../../entrypoints/popup/known-model.ts';
import { popupPort } from '../../../entrypoints/popup/port.ts';

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
  await expect(port.model()).rejects.toThrow('closed');
  expect(asked).toHaveLength(4);
});

test('a tab that is gone is told as a failure', async () => {
  const found = Promise.reject(new Error('No tab with id 7'));
  await expect(popupPort(found).model()).rejects.toThrow('No tab');
});
