import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { detailsFromCard } from '../../../entrypoints/background/in-page.ts';
import { history } from '../../../entrypoints/background/recorder.ts';
import { session } from '../../../entrypoints/background/session.ts';
import { decideOn } from '../../../entrypoints/background/tab-document.ts';
import { changeSettings } from '../../../utils/settings/store.ts';
import { builtPackage } from './built-package.ts';
import { ledDocument } from './led-document.ts';
import { recordingOn } from './recording-on.ts';

const servePackage = builtPackage();

beforeEach(async () => {
  servePackage();
  await recordingOn();
});
afterEach(async () => {
  await changeSettings(() => ({ recording: 'undecided' }));
});

test('the way to a page is kept before its flag: the next worker would record it without', async () => {
  const state = await session();
  const document = ledDocument('kept');
  state.tabs[4712] = document;
  const database = await history();
  const flagsAtWrite: number[] = [];
  const { set } = fakeBrowser.storage.session;
  const writes = vi.spyOn(fakeBrowser.storage.session, 'set').mockImplementation(async (values: object) => {
    if ('tab:4712' in values) flagsAtWrite.push(await database.count('flags'));
    return set(values as Record<string, unknown>);
  });
  await decideOn(state, 4712, document);
  writes.mockRestore();
  expect(await database.count('flags')).toBe(1);
  expect(flagsAtWrite[0]).toBe(0);
});

test('the card of a private window opens nothing that names its page', async () => {
  const opened = vi.spyOn(browser.tabs, 'create').mockResolvedValue({} as never);
  const state = await session();
  const document = { ...ledDocument('card'), incognito: true };
  state.tabs[4713] = document;
  await decideOn(state, 4713, document);
  const { url } = document;
  const sender = { kind: 'content', tabId: 4713, url, incognito: true, documentId: 'card' } as const;
  await detailsFromCard(sender);
  expect(opened).not.toHaveBeenCalled();
  document.incognito = false;
  await detailsFromCard(sender);
  expect(opened).toHaveBeenCalledOnce();
  opened.mockRestore();
});
