import { openAsBlob, readdirSync, readFileSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FURTHER, SITES } from '../../../cli/tasks/start/sites.ts';
import { WALK_THROUGH, withOutputs } from '../../../cli/tasks/walk-through.ts';
import { openExport } from '../../../utils/export/open-export.ts';

const SAMPLE = 'docs/analysis/sample';

it('the walk-through prints what it says; `npm run walk-through` writes it anew', async () => {
  const document = readFileSync(WALK_THROUGH, 'utf8');
  expect(document.match(/```text\n/g)!.length).toBeGreaterThan(4);
  expect(await withOutputs(document)).toBe(document);
});

it('the sample is small and holds demonstration sites alone', async () => {
  const hosts = [...SITES, ...FURTHER].map(({ url }) => new URL(url).hostname);
  const files = readdirSync(SAMPLE).map((name) => `${SAMPLE}/${name}`);
  expect(files.reduce((bytes, file) => bytes + statSync(file).size, 0)).toBeLessThan(200_000);
  for (const file of files) {
    for await (const read of (await openExport(await openAsBlob(file))).flags()) {
      if ('fault' in read) throw new Error(`${file}: ${read.fault}`);
      expect(hosts.some((host) => host === read.flag.host || host.endsWith(`.${read.flag.host}`))).toBe(true);
    }
  }
});
