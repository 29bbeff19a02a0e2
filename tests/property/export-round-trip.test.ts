import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeDataPackage } from '../../utils/export/data-package.ts';
import { importIntoHistory } from '../../utils/export/import-history.ts';
import { writeNdjson } from '../../utils/export/ndjson.ts';
import { openExport } from '../../utils/export/open-export.ts';
import { LEVELS, TIMES } from '../../utils/export/options.ts';
import { prepareExport } from '../../utils/export/prepare.ts';
import { openHistory } from '../../utils/history/database.ts';
import type { FlagRecord } from '../../utils/history/flag.ts';
import { markedFlag } from '../fixtures/export/marked-flag.ts';
import { bytesOf, exportRequest, memorySource } from '../fixtures/export/memory-source.ts';

const options = fc.record({
  level: fc.constantFrom(...LEVELS),
  query: fc.boolean(),
  title: fc.boolean(),
  time: fc.constantFrom(...TIMES),
  flag_ids: fc.constantFrom('kept' as const, 'new' as const),
  study: fc.constantFrom(null, { study_id: 's', participant_id: 'p' }),
});
const NOW = '2027-01-02T00:00:00.000Z';
const namesOf = async () => (id: string) => ({ id, name: id, nameZh: null, type: 'exchange' as const });
const history = fc.uniqueArray(markedFlag, { maxLength: 12, selector: ({ flag }) => flag.flag_id });

async function read(file: Blob): Promise<FlagRecord[]> {
  const flags: FlagRecord[] = [];
  for await (const outcome of (await openExport(file)).flags()) {
    if ('fault' in outcome) throw new Error(`line ${outcome.line}: ${outcome.fault} ${outcome.detail}`);
    flags.push(outcome.flag);
  }
  return flags;
}

it('import ∘ export is the identity on what the level keeps', { timeout: 120_000 }, async () => {
  let flagsSeen = 0;
  await fc.assert(
    fc.asyncProperty(history, options, async (marked, chosen) => {
      const source = memorySource({
        flags: marked.map(({ flag }) => flag),
        edges: marked.map(({ edge }) => edge),
        daily: [{ day: '2025-01-01', checked: 3, flagged: 1, kinds: { listed: 1 } }],
        coverage: marked.map(({ flag }) => ({ from: flag.observed_at, until: null, reason: 'recording' })),
      });
      const bundle = () => prepareExport(source, exportRequest(chosen));
      const kept: FlagRecord[] = [];
      const expected = bundle();
      for await (const flag of expected.flags) kept.push(flag);
      const beside = await expected.beside();
      flagsSeen += kept.length;

      expect(await read(new Blob([await bytesOf(writeNdjson(bundle()))]))).toEqual(kept);
      const archive = new Blob([await bytesOf(writeDataPackage(bundle()))]);
      expect(await read(archive)).toEqual(kept);
      const opened = await openExport(archive);
      expect(await opened.daily()).toEqual(beside.daily);
      expect(await opened.coverage()).toEqual(beside.coverage);
      expect(await opened.edges()).toEqual(beside.edges);
    }),
    { seed: 7, numRuns: 60 },
  );
  expect(flagsSeen).toBeGreaterThan(200);
});

it('an import into the history loses nothing, and a second adds nothing', { timeout: 120_000 }, async () => {
  const marked = fc.sample(markedFlag, { seed: 8, numRuns: 600 });
  const source = memorySource({
    flags: marked.map(({ flag }) => flag),
    edges: marked.map(({ edge }) => edge),
  });
  const request = exportRequest({ level: 'full', query: true, title: true, time: 'exact' });
  const kept: FlagRecord[] = [];
  for await (const flag of prepareExport(source, request).flags) kept.push(flag);
  const archive = new Blob([await bytesOf(writeDataPackage(prepareExport(source, request)))]);
  const database = await openHistory('round-trip');
  expect(await importIntoHistory(database, await openExport(archive), NOW, namesOf)).toMatchObject({
    added: 600,
    known: 0,
  });
  const stored = await database.getAll('flags');
  expect(stored.map(({ local, ...record }) => record)).toEqual(kept);
  expect(await importIntoHistory(database, await openExport(archive), NOW, namesOf)).toMatchObject({
    added: 0,
    known: 600,
  });
  expect(await database.count('edges')).toBe(600);
  database.close();
});
