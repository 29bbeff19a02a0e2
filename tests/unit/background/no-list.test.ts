import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EVERYTHING } from '../../../utils/history/flag-query.ts';
import { recordFlag } from '../../../utils/history/record.ts';
import { storedFlag } from '../../fixtures/flag.ts';
import { builtPackage } from './built-package.ts';
import { endWorker, recordingBrowser } from './recording-browser.ts';

const servePackage = builtPackage();
afterEach(endWorker);

let told: MockInstance;
let whole: typeof fetch;

beforeEach(() => {
  vi.resetModules();
  recordingBrowser();
  servePackage();
  vi.spyOn(fakeBrowser.commands, 'getAll').mockResolvedValue([] as never);
  told = vi.spyOn(console, 'error').mockReturnValue(undefined);
  vi.stubGlobal('navigator', { ...navigator, storage: { estimate: async () => ({}) } });
  whole = globalThis.fetch;
  const damaged = async (path: string) =>
    path.endsWith('/list/bundled.bin') ? new Response('no list') : whole(path);
  vi.stubGlobal('fetch', damaged);
});

test('the settings are read and changed where no list can be', async () => {
  const { optionsModel, setSetting } = await import('../../../entrypoints/background/options-model.ts');
  expect(await optionsModel()).toMatchObject({ list: null, stored: { flags: 0 } });
  expect(told).toHaveBeenCalledOnce();
  await setSetting('theme', 'dark');
  expect(await optionsModel()).toMatchObject({ list: null, settings: { theme: 'dark' } });
  vi.stubGlobal('fetch', whole);
  expect((await optionsModel()).list).toMatchObject({ origin: 'bundled', trouble: null });
});

test('so is the history, with findings as they were stored', async () => {
  const { recordingOn } = await import('./recording-on.ts');
  await recordingOn();
  const { history } = await import('../../../entrypoints/background/recorder.ts');
  const { exchangeNames, historyOverview, historyQuery } = await import(
    '../../../entrypoints/background/history-model.ts'
  );
  await recordFlag(await history(), storedFlag({ flag_id: 'one', document: 'one' }), '2026-12-01');
  expect(await historyOverview()).toMatchObject({ list: null, recording: { mode: 'on' } });
  expect((await historyQuery(EVERYTHING, 0, 10)).rows).toMatchObject([{ id: 'one' }]);
  expect(await exchangeNames(['okx'])).toEqual({});
});
