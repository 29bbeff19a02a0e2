import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Beside } from '../../../utils/export/bundle.ts';
import { writeDataPackage } from '../../../utils/export/data-package.ts';
import { historySource } from '../../../utils/export/history-source.ts';
import { importIntoHistory } from '../../../utils/export/import-history.ts';
import { openExport } from '../../../utils/export/open-export.ts';
import { type ExportRequest, prepareExport } from '../../../utils/export/prepare.ts';
import { noteCoverage } from '../../../utils/history/coverage.ts';
import { type HistoryDatabase, openHistory } from '../../../utils/history/database.ts';
import { noteEdges } from '../../../utils/history/edges.ts';
import { countChecked, recordFlag } from '../../../utils/history/record.ts';
import { bytesOf, exportRequest, memorySource } from '../../fixtures/export/memory-source.ts';
import { storedFlag } from '../../fixtures/flag.ts';

const OWN = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const THEIRS = '3f2504e0-4f89-41d3-9a0c-0305e82c3302';
const EDGE = { exchange: 'okx', from: 'okex.com', to: 'new.example', kind: 'redirect' as const };
const JOINED = '2026-11-20T00:00:00.000Z';
const NOW = '2026-11-25T12:00:00.000Z';
const at = (day: number) => `2026-11-${day}T10:00:00.000Z`;
const recording = (from: number, until: number | null) => ({
  from: at(from),
  until: until === null ? null : at(until),
  reason: 'recording' as const,
});

let database: HistoryDatabase;
beforeEach(async () => {
  database = await openHistory(`import-beside-${crypto.randomUUID()}`);
  await noteCoverage(database, 'recording', at(21));
  await countChecked(database, '2026-11-21');
  await recordFlag(
    database,
    storedFlag({ flag_id: OWN, document: 'own', host: 'new.example', observed_at: at(21) }),
    '2026-11-21',
  );
  await noteEdges(database, [{ ...EDGE, evidence: ['by: server'] }], 'own', at(21));
  await importIntoHistory(database, await openExport(await theirs()), NOW, async () => (id) => ({
    id,
    name: id,
    nameZh: null,
    type: 'exchange',
  }));
});
afterEach(() => database.close());

/** What somebody else recorded: days that this device shares and days that it does not, and a month still to come. */
async function theirs(): Promise<Blob> {
  const source = memorySource({
    flags: [storedFlag({ flag_id: THEIRS, document: 'd', host: 'new.example', observed_at: at(22) })],
    daily: ['21', '22', '23'].map((day) => ({ day: `2026-11-${day}`, checked: 50, flagged: 1, kinds: {} })),
    coverage: [recording(22, 23), recording(24, 29), recording(28, 29)],
    edges: [
      { ...EDGE, id: 'e', first_seen: at(22), last_seen: at(23), times: 9, evidence: ['by: client'] },
      {
        ...EDGE,
        id: 'f',
        kind: 'claim',
        first_seen: at(22),
        last_seen: at(23),
        times: 9,
        evidence: [],
      },
    ],
  });
  const request = exportRequest({ level: 'path', time: 'exact' });
  return new Blob([await bytesOf(writeDataPackage(prepareExport(source, request)))]);
}

async function exported(rest: Partial<ExportRequest>): Promise<Beside> {
  const request = exportRequest({ level: 'path', time: 'exact' }, { tzOffsetMinutes: 0, ...rest });
  const source = historySource(database, null, async () => []);
  const bundle = prepareExport(source, request);
  for await (const _ of bundle.flags);
  return bundle.beside();
}

test('intervals that reach into the future are passed over', async () => {
  expect(await database.getAllKeys('coverage')).toEqual([at(21), at(22)]);
});

describe('an export for a study', () => {
  test('has the intervals of this device alone', async () => {
    expect((await exported({ since: JOINED })).coverage).toEqual([recording(21, null)]);
  });

  test('has the candidates seen here, as they were seen here', async () => {
    expect((await exported({ since: JOINED })).edges).toEqual([
      { ...EDGE, first_seen: at(21), last_seen: at(21), times: 1, evidence: ['by: server'] },
    ]);
  });

  test('has of an imported day the pages checked here since, and no day without', async () => {
    await countChecked(database, '2026-11-22');
    await countChecked(database, '2026-11-22');
    const { daily } = await exported({ since: JOINED, wanted: ({ flag_id }) => flag_id === OWN });
    expect(daily.map(({ day, checked }) => [day, checked])).toEqual([
      ['2026-11-21', 1],
      ['2026-11-22', 2],
    ]);
  });
});

test('an export for oneself has what was imported, and no mark of it', async () => {
  await countChecked(database, '2026-11-22');
  const { daily, coverage, edges } = await exported({});
  expect(daily).toMatchObject([
    { day: '2026-11-21', checked: 1 },
    { day: '2026-11-22', checked: 51 },
    { day: '2026-11-23', checked: 50 },
  ]);
  expect(coverage).toEqual([recording(21, null), recording(22, 23)]);
  expect(edges.map(({ kind, times }) => [kind, times])).toEqual([
    ['claim', 9],
    ['redirect', 10],
  ]);
  for (const row of [...daily, ...coverage, ...edges]) expect(JSON.stringify(row)).not.toContain('imported');
});
