import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { type HistoryDatabase, openHistory } from '../../../utils/history/database.ts';
import { EVERYTHING } from '../../../utils/history/flag-query.ts';
import { FlagReader } from '../../../utils/history/flag-reader.ts';
import { matchingIds } from '../../../utils/history/query.ts';
import { recordFlag } from '../../../utils/history/record.ts';
import { removeFlags } from '../../../utils/history/remove.ts';
import { storedFlag } from '../../fixtures/flag.ts';

let told: unknown[][];
beforeEach(() => {
  told = vi.spyOn(console, 'error').mockReturnValue().mock.calls;
});

const flag = (id: string) => storedFlag({ flag_id: id, document: id, host: `${id}.com` });
const record = async (database: HistoryDatabase, ...ids: string[]) => {
  for (const id of ids) await recordFlag(database, flag(id), '2026-11-20');
};

/** Whatever is written into the store from now on ends its transaction, as on a full disk. */
function fill(store: string): { free(): void } {
  const spies = (['add', 'put'] as const).map((name) => {
    const write = IDBObjectStore.prototype[name];
    return vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
      this: IDBObjectStore,
      ...asked
    ) {
      const request = write.apply(this, asked);
      if (this.name === store) request.addEventListener('success', () => this.transaction.abort());
      return request;
    });
  });
  return {
    free() {
      for (const spy of spies) spy.mockRestore();
    },
  };
}

test('the history is searched though its index finds no room, and the index is kept once there is some', async () => {
  const database = await openHistory('full');
  await record(database, 'a', 'b', 'c');
  const disk = fill('index');
  const reader = new FlagReader(database);
  expect(await matchingIds(reader, { ...EVERYTHING, domain: 'b.com' })).toEqual(['b']);
  await reader.tidy(true);
  expect(told).toHaveLength(2);
  expect(await database.count('index')).toBe(0);
  disk.free();
  await reader.tidy(true);
  expect(await database.count('index')).toBe(2);
});

test('an index is made though nothing at all finds room, and follows what comes when there is some', async () => {
  const database = await openHistory('fuller');
  await record(database, 'a', 'b');
  const disk = fill('changes');
  const reader = new FlagReader(database);
  expect(await matchingIds(reader, EVERYTHING)).toEqual(['b', 'a']);
  expect(await matchingIds(reader, EVERYTHING)).toEqual(['b', 'a']);
  disk.free();
  expect(told).toHaveLength(1);
  await record(database, 'c');
  await removeFlags(database, ['a'], 'receipt');
  expect(await matchingIds(reader, EVERYTHING)).toEqual(['c', 'b']);
});

test('an index that is not of the flags is passed over though another finds no room', async () => {
  const database = await openHistory('fullest');
  await record(database, 'a');
  await new FlagReader(database).tidy(true);
  await database.put('flags', flag('unheard'));
  const disk = fill('changes');
  const reader = new FlagReader(database);
  for (let asked = 0; asked < 3; asked++) {
    expect(await matchingIds(reader, EVERYTHING)).toEqual(['unheard', 'a']);
  }
  disk.free();
  expect(told).toHaveLength(1);
});
