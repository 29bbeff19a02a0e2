import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { deleteFlags, restoreDeleted } from '../../../entrypoints/background/history-model.ts';
import { deleteHistory } from '../../../entrypoints/background/options-model.ts';
import { history } from '../../../entrypoints/background/recorder.ts';
import { keepRetention } from '../../../entrypoints/background/retention.ts';
import { coverage, noteCoverage } from '../../../utils/history/coverage.ts';
import { EVERYTHING } from '../../../utils/history/flag-query.ts';
import { recordFlag } from '../../../utils/history/record.ts';
import { changeSettings } from '../../../utils/settings/store.ts';
import { storedFlag } from '../../fixtures/flag.ts';
import { soon } from '../../fixtures/soon.ts';
import { originFiles } from './origin-files.ts';
import { recordingOn } from './recording-on.ts';

const ALARM = { name: 'retention', scheduledTime: 0, persistAcrossSessions: true };

let files: Set<string>;

beforeEach(async () => {
  await recordingOn();
  files = new Set(['left.part', 'open.part']);
  await browser.storage.local.set({ exports: true });
  vi.stubGlobal('navigator', { ...navigator, ...originFiles(files, ['open.part']) });
});
afterEach(async () => {
  await changeSettings(() => ({ recording: 'undecided' }));
  await browser.storage.local.remove('exports');
  // What keeps retention listens no longer.
  fakeBrowser.reset();
});

async function flag(): Promise<void> {
  await recordFlag(await history(), storedFlag({ flag_id: 'a', document: 'a' }), '2026-11-20');
}

const HOUR = 3_600_000;

test.each([
  ["the browser's start", 0, () => fakeBrowser.runtime.onStartup.trigger()],
  ['the daily alarm', HOUR, () => fakeBrowser.alarms.onAlarm.trigger(ALARM)],
])('at %s saved exports and undo go, and nothing that an open page holds', async (_, passed, come) => {
  await flag();
  const { undo } = await deleteFlags({ filter: EVERYTHING });
  const database = await history();
  keepRetention();
  expect(await database.count('deleted')).toBe(1);
  vi.spyOn(Date, 'now').mockReturnValue(Date.now() + passed + 1);
  await come();
  await soon(async () => {
    expect([...files]).toEqual(['open.part']);
    expect(await database.count('deleted')).toBe(0);
  });
  expect(await restoreDeleted(undo)).toBe(0);
});

test('a worker that starts again leaves undo and saved exports to the pages that are open', async () => {
  await flag();
  const { undo } = await deleteFlags({ filter: EVERYTHING });
  keepRetention();
  await soon(async () => expect(await browser.alarms.get('retention')).toBeDefined());
  expect(files.size).toBe(2);
  expect(await restoreDeleted(undo)).toBe(1);
});

test('where the history cannot be opened saved exports go at the start all the same', async () => {
  const told = vi.spyOn(console, 'error').mockReturnValue();
  const database = await history();
  vi.spyOn(database, 'transaction').mockImplementation(() => {
    throw new Error('refused');
  });
  keepRetention();
  await fakeBrowser.runtime.onStartup.trigger();
  await soon(() => expect([...files]).toEqual(['open.part']));
  await soon(() => expect(told).toHaveBeenCalledOnce());
});

test('the history goes with its saved exports, and how recording stands is told from then on', async () => {
  await noteCoverage(await history(), 'paused', '2026-11-20T10:00:00.000Z');
  await flag();
  await browser.storage.local.set({ retention: { at: '2026-11-20T10:00:00.000Z', flags: 3, days: 90 } });
  const before = new Date().toISOString();
  await deleteHistory();
  expect(await browser.storage.local.get('retention')).toEqual({});
  expect([...files]).toEqual(['open.part']);
  expect(await (await history()).count('flags')).toBe(0);
  const [interval, ...earlier] = await coverage(await history());
  expect(earlier).toEqual([]);
  expect(interval).toMatchObject({ until: null, reason: 'paused' });
  expect(interval!.from >= before).toBe(true);
});

test('where the browser refuses the file system the history is deleted all the same', async () => {
  const told = vi.spyOn(console, 'error').mockReturnValue();
  const getDirectory = vi.fn(async () => Promise.reject(new DOMException('refused', 'SecurityError')));
  vi.stubGlobal('navigator', { ...navigator, storage: { getDirectory } });
  await flag();
  await deleteHistory();
  expect(await (await history()).count('flags')).toBe(0);
  expect(told).toHaveBeenCalledOnce();
});

test('where nothing was exported the file system is not opened, nor once all that was is gone', async () => {
  const getDirectory = vi.spyOn(navigator.storage, 'getDirectory');
  files.delete('open.part');
  await deleteHistory();
  expect(files).toEqual(new Set());
  await deleteHistory();
  expect(getDirectory).toHaveBeenCalledOnce();
});

test('the daily alarm leaves what was deleted lately: its undo may be in sight', async () => {
  await flag();
  const { undo } = await deleteFlags({ filter: EVERYTHING });
  keepRetention();
  await fakeBrowser.alarms.onAlarm.trigger(ALARM);
  await soon(() => expect([...files]).toEqual(['open.part']));
  await new Promise((done) => setTimeout(done, 50));
  expect(await restoreDeleted(undo)).toBe(1);
});
