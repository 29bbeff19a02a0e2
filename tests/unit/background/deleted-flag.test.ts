import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { deleteFlags, restoreDeleted } from '../../../entrypoints/background/history-model.ts';
import { history } from '../../../entrypoints/background/recorder.ts';
import { session } from '../../../entrypoints/background/session.ts';
import { decideOn } from '../../../entrypoints/background/tab-document.ts';
import { EVERYTHING } from '../../../utils/history/flag-query.ts';
import { changeSettings } from '../../../utils/settings/store.ts';
import { builtPackage } from './built-package.ts';
import { ledDocument } from './led-document.ts';
import { recordingOn } from './recording-on.ts';

const servePackage = builtPackage();

/** Flags, and visits that the trail rests on. */
async function kept(): Promise<{ flags: number; visits: number }> {
  const database = await history();
  const edges = await database.getAll('edges');
  return {
    flags: await database.count('flags'),
    visits: edges.reduce((sum, { visits = [] }) => sum + visits.length, 0),
  };
}

afterEach(async () => {
  await changeSettings(() => ({ recording: 'undecided' }));
});

test('a flag deleted while its page is shown stays deleted when the page is judged anew, and its trail too', async () => {
  servePackage();
  await recordingOn();
  const state = await session();
  const document = ledDocument('a');
  await decideOn(state, 1, document);
  expect(await kept()).toEqual({ flags: 1, visits: 1 });
  const { undo } = await deleteFlags({ filter: EVERYTHING });
  expect(await kept()).toEqual({ flags: 0, visits: 0 });
  await decideOn(state, 1, document);
  expect(await kept()).toEqual({ flags: 0, visits: 0 });
  // A page of the same address that is opened later is another matter.
  await decideOn(state, 2, ledDocument('b'));
  expect(await kept()).toEqual({ flags: 1, visits: 1 });
  await restoreDeleted(undo);
  await decideOn(state, 1, document);
  expect(await kept()).toEqual({ flags: 2, visits: 2 });
});

test('a deletion is answered with its undo although the accounts beside it cannot be looked through', async () => {
  servePackage();
  await recordingOn();
  await decideOn(await session(), 1, ledDocument('c'));
  const refused = vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('refused'));
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { deleted, undo } = await deleteFlags({ filter: EVERYTHING });
  expect(told).toHaveBeenCalled();
  refused.mockRestore();
  told.mockRestore();
  expect(deleted).toBe(1);
  await restoreDeleted(undo);
  expect((await kept()).flags).toBe(1);
});
