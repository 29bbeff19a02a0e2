import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { writeDataPackage } from '../../../utils/export/data-package.ts';
import { historySource } from '../../../utils/export/history-source.ts';
import { importIntoHistory } from '../../../utils/export/import-history.ts';
import { openExport } from '../../../utils/export/open-export.ts';
import { prepareExport } from '../../../utils/export/prepare.ts';
import { type HistoryDatabase, openHistory } from '../../../utils/history/database.ts';
import { decideOnEdges, decisionOn, noteEdges } from '../../../utils/history/edges.ts';
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

async function bringInto(database: HistoryDatabase, file: Blob): Promise<void> {
  await importIntoHistory(database, await openExport(file), NOW, async () => (id) => ({
    id,
    name: id,
    nameZh: null,
    type: 'exchange',
  }));
}

test('two exports that share a candidate are imported as one, with the evidence of both', async () => {
  const database = await openHistory('import-edges');
  const bring = (file: Blob) => bringInto(database, file);
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
  const bring = (file: Blob) => bringInto(database, file);
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

test('what was imported with queries and titles leaves without them, joined to what was seen here', async () => {
  const database = await openHistory('import-then-export');
  const at = '2026-10-01T10:00:00.000Z';
  const flag = {
    ...storedFlag({
      flag_id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
      document: 'd',
      host: 'new.example',
      observed_at: at,
    }),
    title: 'secret',
    signals: [{ id: 'claims-title', version: 1, value: 'secret', weight: 0 }],
    findings: [
      {
        kind: 'brandClaim' as const,
        exchange: 'okx',
        target: null,
        techniques: [],
        matched_rule: 'brand claim',
        evidence: ['claims-title: secret', 'claims-logo'],
      },
    ],
  };
  const evidence = [
    'way: https://okex.com/?secret > https://new.example/?secret',
    'place: claims-title secret',
  ];
  const theirs = { ...EDGE, id: 'e', first_seen: at, last_seen: at, times: 2, evidence };
  const whole = exportRequest({ level: 'full', query: true, title: true, time: 'exact' });
  const given = prepareExport(memorySource({ flags: [flag], edges: [theirs] }), whole);
  const file = new Blob([await bytesOf(writeDataPackage(given))]);
  await bringInto(database, file);
  const own = { ...flag, flag_id: '3f2504e0-4f89-41d3-9a0c-0305e82c3302' };
  await database.add('flags', own);
  await noteEdges(
    database,
    [{ ...EDGE, evidence: ['way: https://okex.com/?mine > https://new.example/'] }],
    'd',
    at,
  );
  const taken = async (from: HistoryDatabase) => {
    const request = exportRequest({ level: 'path', time: 'exact' });
    const source = historySource(from, null, async () => []);
    return new Blob([await bytesOf(writeDataPackage(prepareExport(source, request)))]);
  };
  const opened = await openExport(await taken(database));
  const [edge, ...more] = await opened.edges();
  expect(more).toEqual([]);
  expect(edge).toMatchObject({
    times: 3,
    evidence: ['place: claims-title', 'way: https://okex.com/ > https://new.example/'],
  });
  for await (const read of opened.flags()) {
    if ('fault' in read) throw new Error(read.detail);
    expect(read.flag).toMatchObject({
      title: null,
      signals: [{ id: 'claims-title', value: '' }],
      findings: [{ kind: 'brandClaim', evidence: ['claims-title', 'claims-logo'] }],
    });
  }

  const again = await openHistory('import-again');
  await bringInto(again, await taken(database));
  const [stored] = await again.getAll('flags');
  expect(stored?.local.findings).toMatchObject([
    { kind: 'brandClaim', signals: [{ id: 'claims-title', value: '' }] },
  ]);
  expect(await (await openExport(await taken(again))).edges()).toEqual([edge]);
  database.close();
  again.close();
});
