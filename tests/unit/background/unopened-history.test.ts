import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { coverage } from '../../../utils/history/coverage.ts';
import { HISTORY_DATABASE } from '../../../utils/history/database.ts';
import { builtPackage } from './built-package.ts';
import { recordingBrowser } from './recording-browser.ts';
import { recordingOn } from './recording-on.ts';

const servePackage = builtPackage();

beforeEach(async () => {
  vi.resetModules();
  recordingBrowser();
  servePackage();
  await recordingOn();
  vi.spyOn(fakeBrowser.commands, 'getAll').mockResolvedValue([] as never);
  vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(true as never);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  Object.assign(navigator.storage, { estimate: async () => ({}) });
  const later = await openDB(HISTORY_DATABASE, 99);
  later.close();
});

afterEach(async () => {
  const { deleteDatabase } = await import('../../../utils/history/database.ts');
  await deleteDatabase();
  fakeBrowser.reset();
  vi.resetModules();
});

test('a history that a later version wrote leaves the settings to be read and changed', async () => {
  const { optionsModel, setSetting } = await import('../../../entrypoints/background/options-model.ts');
  expect(await optionsModel()).toMatchObject({ settings: { recording: 'on' }, stored: { flags: null } });
  await setSetting('recording', 'paused');
  expect((await optionsModel()).settings.recording).toBe('paused');
});

test('and it can be deleted; what is recorded from then on is known', async () => {
  const { deleteHistory, optionsModel } = await import('../../../entrypoints/background/options-model.ts');
  const { history } = await import('../../../entrypoints/background/recorder.ts');
  await deleteHistory();
  expect((await optionsModel()).stored.flags).toBe(0);
  expect(await coverage(await history())).toMatchObject([{ reason: 'recording', until: null }]);
});
