import { openAsBlob, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openExport } from '../../../utils/export/open-export.ts';
import type { FlagRecord } from '../../../utils/history/flag.ts';

const path = (name: string) => `tests/fixtures/export/version-1/${name}`;

async function read(name: string): Promise<FlagRecord[]> {
  const flags: FlagRecord[] = [];
  for await (const outcome of (await openExport(await openAsBlob(path(name)))).flags()) {
    if ('fault' in outcome) throw new Error(`${outcome.line}: ${outcome.fault} ${outcome.detail}`);
    flags.push(outcome.flag);
  }
  return flags;
}

it('exports of version 1 stay readable, to the last field', async () => {
  const lines = readFileSync(path('full.ndjson'), 'utf8').trimEnd().split('\n');
  const written = lines.map((line) => JSON.parse(line));
  expect(written).toHaveLength(12);
  expect(await read('full.ndjson')).toEqual(written);
  expect(await read('full.zip')).toEqual(written);
  const reduced = await read('domain.zip');
  expect(reduced.map((flag) => flag.flag_id)).toEqual(written.map((flag) => flag.flag_id));
  expect(reduced[0]).toMatchObject({ study_id: 'a study', participant_id: 'p7', url: null });
});

it('so does what stands beside their flags', async () => {
  const opened = await openExport(await openAsBlob(path('full.zip')));
  expect(await opened.coverage()).toEqual([
    { from: '2025-01-01T10:11:12.123Z', until: '2025-01-02T00:00:00.000Z', reason: 'recording' },
  ]);
  expect(await opened.edges()).toHaveLength(12);
  expect((await opened.daily()).find(({ day }) => day === '2025-01-01')).toMatchObject({ checked: 4 });
  expect(opened.account).toMatchObject({ schema_version: 1, options: { level: 'full' } });
});
