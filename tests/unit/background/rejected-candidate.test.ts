import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { decideOnCandidate } from '../../../entrypoints/background/candidates.ts';
import { deleteFlags } from '../../../entrypoints/background/history-model.ts';
import { history } from '../../../entrypoints/background/recorder.ts';
import { session } from '../../../entrypoints/background/session.ts';
import { decideOn } from '../../../entrypoints/background/tab-document.ts';
import type { TabDocument } from '../../../entrypoints/background/tab-state.ts';
import { EVERYTHING } from '../../../utils/history/flag-query.ts';
import { changeSettings } from '../../../utils/settings/store.ts';
import { builtPackage } from './built-package.ts';
import { ledDocument } from './led-document.ts';
import { recordingOn } from './recording-on.ts';

const servePackage = builtPackage();

afterEach(async () => {
  await changeSettings(() => ({ recording: 'undecided' }));
});

/** Kinds of findings on a page that a listed name redirected to. */
async function findingsOn(document: TabDocument): Promise<string[]> {
  await decideOn(await session(), 1, document);
  return document.verdict?.findings.map(({ kind }) => kind) ?? [];
}

test('a rejected name is not shown again when the listed one redirects there anew, in private windows either', async () => {
  servePackage();
  await recordingOn();
  expect(await findingsOn(ledDocument('a'))).toEqual(['succession']);
  await decideOnCandidate('okx', 'harbour.example', 'rejected');
  expect(await findingsOn(ledDocument('b'))).toEqual([]);
  await deleteFlags({ filter: EVERYTHING });
  expect(await findingsOn(ledDocument('c'))).toEqual([]);
  const before = await (await history()).getAll('edges');
  expect(await findingsOn({ ...ledDocument('d'), incognito: true })).toEqual([]);
  await changeSettings(() => ({ recording: 'off' }));
  expect(await findingsOn(ledDocument('e'))).toEqual([]);
  expect(await (await history()).getAll('edges')).toEqual(before);
  expect(await (await history()).count('flags')).toBe(0);
  await decideOnCandidate('okx', 'harbour.example', null);
  expect(await findingsOn({ ...ledDocument('f'), incognito: true })).toEqual(['succession']);
});

test('what is rejected as one exchange’s may still be another’s', async () => {
  servePackage();
  await recordingOn();
  await findingsOn(ledDocument('a'));
  const database = await history();
  const [edge] = await database.getAll('edges');
  await database.clear('edges');
  await database.put('edges', { ...edge!, id: 'other', exchange: 'htx', decision: 'rejected' });
  await decideOnCandidate('htx', 'harbour.example', 'rejected');
  expect(await findingsOn(ledDocument('b'))).toEqual(['succession']);
});
