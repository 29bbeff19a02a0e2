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
import { decideOnEdges, noteEdges, seenEdges } from '../../../utils/history/edges.ts';
import { countChecked, recordFlag } from '../../../utils/history/record.ts';
import { removeFlags } from '../../../utils/history/remove.ts';
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

const day = (of: number, checked: number) => ({ day: `2026-11-${of}`, checked, flagged: 1, kinds: {} });

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
  await bring(await theirs());
});
afterEach(() => database.close());

async function bring(file: Blob): Promise<void> {
  await importIntoHistory(database, await openExport(file), NOW, async () => (id) => ({
    id,
    name: id,
    nameZh: null,
    type: 'exchange',
  }));
}

/** What somebody else recorded: days that this device shares and days that it does not, and a month still to come. */
function theirs(): Promise<Blob> {
  const source = memorySource({
    flags: [storedFlag({ flag_id: THEIRS, document: 'd', host: 'new.example', observed_at: at(22) })],
    daily: [day(21, 50), day(22, 50), day(23, 50)],
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
  return packaged(source);
}

async function packaged(source: ReturnType<typeof memorySource>): Promise<Blob> {
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

describe('a day that was counted here before', () => {
  test('has the larger of each count, by kind too', async () => {
    const flags = [3, 4].map((n) =>
      storedFlag({ flag_id: `${OWN.slice(0, -1)}${n}`, document: `${n}`, observed_at: at(21) }),
    );
    await bring(await packaged(memorySource({ flags, daily: [day(21, 20)] })));
    expect(await database.get('daily', '2026-11-21')).toMatchObject({
      checked: 50,
      flagged: 2,
      kinds: { listed: 2 },
    });
  });

  test('is counted once, however often the file is imported', async () => {
    const before = await database.getAll('daily');
    await bring(await theirs());
    expect(await database.getAll('daily')).toEqual(before);
  });

  test('is not raised by an export of its own from earlier that day', async () => {
    for (let page = 0; page < 3; page++) await countChecked(database, '2026-11-24');
    await bring(await packaged(memorySource({ flags: [], daily: [day(24, 2)] })));
    expect(await database.get('daily', '2026-11-24')).toMatchObject({ checked: 3, flagged: 0 });
    expect((await exported({ since: JOINED })).daily.at(-1)).toMatchObject({ day: '2026-11-24', checked: 3 });
  });
});

test('an imported candidate that was told anew after its first account was deleted goes with the flags', async () => {
  const ids = await database.getAllKeys('flags');
  await decideOnEdges(database, EDGE, 'rejected');
  await removeFlags(database, ids, 'receipt');
  await bring(await theirs());
  await removeFlags(database, await database.getAllKeys('flags'), 'second');
  expect(await seenEdges(database)).toEqual([]);
  expect(JSON.stringify(await database.getAll('edges'))).not.toContain('2026-11');
});

test('an export for oneself has what was imported, and no mark of it', async () => {
  await countChecked(database, '2026-11-22');
  const { daily, coverage, edges } = await exported({});
  expect(daily).toMatchObject([
    { day: '2026-11-21', checked: 50 },
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
