import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { historyPort } from '../../../entrypoints/history/port.ts';
import { deleteDatabase, HISTORY_DATABASE } from '../../../utils/history/database.ts';

beforeEach(async () => {
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue({ refused: 'failed' } as never);
});

afterEach(async () => {
  await deleteDatabase();
  vi.restoreAllMocks();
});

test('where the background does not say why it refuses, the page finds that a later version wrote the history', async () => {
  (await openDB(HISTORY_DATABASE, 99)).close();
  await expect(historyPort.overview()).rejects.toMatchObject({ name: 'HistoryError', reason: 'newer' });
});

test('where the page could read it, the refusal stands', async () => {
  await expect(historyPort.overview()).rejects.toMatchObject({ name: 'MessageError' });
});
