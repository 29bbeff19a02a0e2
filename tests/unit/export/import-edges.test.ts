import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { writeDataPackage } from '../../../utils/export/data-package.ts';
import { importIntoHistory } from '../../../utils/export/import-history.ts';
import { openExport } from '../../../utils/export/open-export.ts';
import { prepareExport } from '../../../utils/export/prepare.ts';
import { openHistory } from '../../../utils/history/database.ts';
import { decideOnEdges } from '../../../utils/history/edges.ts';
import { bytesOf, exportRequest, memorySource } from '../../fixtures/export/memory-source.ts';
import { storedFlag } from '../../fixtures/flag.ts';

const NOW = '2026-11-01T00:00:00.000Z';
const EDGE = { exchange: 'okx', from: 'okex.com', to: 'new.example', kind: 'redirect' as const };

/** An export of one who came to the same new name, in a way of his own. */
async function exportOf(flag_id: string, day: string, times: number, evidence: string[]): Promise<Blob> {
  const at = `2026-10-${day}T10:00:00.000Z`;
  const source = memorySource({
    flags: [storedFlag({ flag_id, document: 'd', host: 'new.example', observed_at: at })],
    edges: [{ ...EDGE, id: 'e', first_seen: at, last_seen: at, times, evidence }],
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
