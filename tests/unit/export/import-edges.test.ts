import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { writeDataPackage } from '../../../utils/export/data-package.ts';
import { importIntoHistory } from '../../../utils/export/import-history.ts';
import { openExport } from '../../../utils/export/open-export.ts';
import { prepareExport } from '../../../utils/export/prepare.ts';
import { openHistory } from '../../../utils/history/database.ts';
import { decideOnEdges, decisionOn } from '../../../utils/history/edges.ts';
import { bytesOf, exportRequest, memorySource } from '../../fixtures/export/memory-source.ts';
import { storedFlag } from '../../fixtures/flag.ts';

const NOW = '2026-11-01T00:00:00.000Z';
const EDGE = { exchange: 'okx', from: 'okex.com', to: 'new.example', kind: 'redirect' as const };

/** An export of one who came to the same new name, in a way of his own. */
async function exportOf(
  flag_id: string,
  day: string,
  times: number,
  evidence: string[],
  kind: 'redirect' | 'claim' = 'redirect',
): Promise<Blob> {
  const at = `2026-10-${day}T10:00:00.000Z`;
  const source = memorySource({
    flags: [storedFlag({ flag_id, document: 'd', host: 'new.example', observed_at: at })],
    edges: [{ ...EDGE, kind, id: 'e', first_seen: at, last_seen: at, times, evidence }],
  });
  const request = exportRequest({ level: 'path', time: 'exact' });
  return new Blob([await bytesOf(writeDataPackage(prepareExport(source, request)))]);
}

test('two exports that share a candidate are imported as one, with the evidence of both', async () => {
  const database = await openHistory('import-edges');
  const bring = async (file: Blob) =>
    importIntoHistory(database, await openExport(file), NOW, async () => (id) => ({
      id,
      name: id,
      nameZh: null,
      type: 'exchange',
    }));
  const one = await exportOf('3f2504e0-4f89-41d3-9a0c-0305e82c3301', '01', 3, ['by: server']);
  const two = await exportOf('3f2504e0-4f89-41d3-9a0c-0305e82c3302', '05', 2, [
    'by: client',
    'words: 最新网址',
  ]);
  await bring(one);
  await decideOnEdges(database, EDGE, 'accepted');
  await bring(two);
  const joined = {
    ...EDGE,
    first_seen: '2026-10-01T10:00:00.000Z',
    last_seen: '2026-10-05T10:00:00.000Z',
    // The two may be of one person, and overlap.
    times: 3,
    evidence: ['by: server', 'by: client', 'words: 最新网址'],
    decision: 'accepted',
  };
  expect(await database.getAll('edges')).toMatchObject([joined]);
  await bring(one);
  expect(await database.getAll('edges')).toMatchObject([joined]);
  database.close();
});

test('a rejected name stays rejected when it is imported again, on other evidence too', async () => {
  const database = await openHistory('import-rejected');
  const bring = async (file: Blob) =>
    importIntoHistory(database, await openExport(file), NOW, async () => (id) => ({
      id,
      name: id,
      nameZh: null,
      type: 'exchange',
    }));
  await bring(await exportOf('3f2504e0-4f89-41d3-9a0c-0305e82c3301', '01', 3, ['by: server']));
  await decideOnEdges(database, EDGE, 'rejected');
  await bring(await exportOf('3f2504e0-4f89-41d3-9a0c-0305e82c3302', '05', 4, ['place: x'], 'claim'));
  await bring(await exportOf('3f2504e0-4f89-41d3-9a0c-0305e82c3301', '01', 5, ['by: server']));
  const byExchange = database.transaction('edges').store.index('exchange');
  expect(await decisionOn(byExchange, EDGE)).toBe('rejected');
  expect(await database.getAll('edges')).toMatchObject([
    { kind: 'claim', times: 4 },
    { kind: 'redirect', times: 5, decision: 'rejected' },
  ]);
  database.close();
});
