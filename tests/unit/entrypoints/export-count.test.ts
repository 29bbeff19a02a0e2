import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { countChosen } from '../../../entrypoints/export/source.ts';
import { openHistory } from '../../../utils/history/database.ts';
import { EVERYTHING } from '../../../utils/history/flag-query.ts';
import { FlagReader } from '../../../utils/history/flag-reader.ts';
import { recordFlag } from '../../../utils/history/record.ts';
import { removeFlags } from '../../../utils/history/remove.ts';
import { storedFlag } from '../../fixtures/flag.ts';

test.each([
  ['of everything', null],
  ['of what a filter finds', { filter: EVERYTHING }],
  ['of what was ticked, once each', { ids: ['a', 'b', 'c', 'c'] }],
])('a flag deleted since is not counted %s', async (_what, selection) => {
  const database = await openHistory(`export-count-${crypto.randomUUID()}`);
  const reader = new FlagReader(database);
  const opened = { history: async () => database, reader: async () => reader };
  for (const id of ['a', 'b', 'c'])
    await recordFlag(database, storedFlag({ flag_id: id, document: id, host: `${id}.com` }), '2026-11-20');
  expect(await countChosen(opened, selection, undefined)).toBe(3);
  await removeFlags(database, ['b'], 'receipt');
  expect(await countChosen(opened, selection, undefined)).toBe(2);
});
