import { expect, test } from 'vitest';
import { watchIds } from '../../../cli/flags/watch-ids.ts';
import { openExport } from '../../../utils/export/open-export.ts';
import { storedFlag } from '../../fixtures/flag.ts';
import { id, ndjson } from './flags-command.ts';

/** What is odd about an export of flags by these ids, once it was read. */
async function oddities(...ids: string[]): Promise<string[]> {
  const flags = ids.map((flag_id) => {
    const { local, ...flag } = storedFlag({ flag_id, document: 'x' });
    return flag;
  });
  const { opened, watched } = watchIds(await openExport(new Blob([ndjson(...flags)])));
  let read = 0;
  for await (const one of opened.flags()) if ('flag' in one) read += 1;
  expect(read).toBe(ids.length);
  expect([...watched.ids]).toEqual([...new Set(ids)]);
  return watched.oddities();
}

test.each<[string[], string[]]>([
  [[id(1), id(2)], []],
  [[], ['holds no flags']],
  [[id(1), id(2), id(1), id(1)], [`1 id more than once: ${id(1)}`]],
])('%j => %j', async (ids, odd) => {
  expect(await oddities(...ids)).toEqual(odd);
});
