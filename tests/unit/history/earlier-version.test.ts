import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { HISTORY_VERSION, openHistory } from '../../../utils/history/database.ts';
import type { StoredFlag } from '../../../utils/history/flag.ts';
import { EVERYTHING } from '../../../utils/history/flag-query.ts';
import { FlagReader } from '../../../utils/history/flag-reader.ts';
import { matchingIds } from '../../../utils/history/query.ts';
import { removeFlags, restoreFlags } from '../../../utils/history/remove.ts';
import { storedFlag } from '../../fixtures/flag.ts';

const EDGE = {
  id: 'e',
  exchange: 'okx',
  from: 'okex.com',
  to: 'okx.cab',
  kind: 'redirect' as const,
  first_seen: '2026-11-20T10:00:00.000Z',
  last_seen: '2026-11-20T10:00:00.000Z',
  times: 1,
  evidence: [],
};

describe('a history of the version before', () => {
  /** As version 1 made it: the shape is frozen here. */
  async function version1(name: string, flags: StoredFlag[]): Promise<void> {
    const database = await openDB(name, 1, {
      upgrade(fresh) {
        const store = fresh.createObjectStore('flags', { keyPath: 'flag_id' });
        store.createIndex('observed_at', 'observed_at');
        store.createIndex('document', 'local.document', { unique: true });
        store.createIndex('host', 'host');
        store.createIndex('registrable_domain', 'registrable_domain');
        store.createIndex('kinds', 'local.kinds', { multiEntry: true });
        store.createIndex('exchanges', 'local.exchanges', { multiEntry: true });
        fresh.createObjectStore('daily', { keyPath: 'day' });
        fresh.createObjectStore('deleted', { keyPath: 'flag.flag_id' }).createIndex('receipt', 'receipt');
        fresh.createObjectStore('coverage', { keyPath: 'from' });
        fresh.createObjectStore('edges', { keyPath: 'id' }).createIndex('exchange', 'exchange');
      },
    });
    for (const flag of flags) await database.put('flags', flag);
    await database.put('daily', { day: '2026-11-20', checked: 3, flagged: 2, kinds: { listed: 2 } });
    await database.put('edges', EDGE);
    await database.put('deleted', { receipt: 'r', flag: flags[0] });
    database.close();
  }

  test('keeps every flag, count and candidate, and is found by search at once', async () => {
    const flags = ['a', 'b'].map((id) => storedFlag({ flag_id: id, document: id, host: `${id}.com` }));
    await version1('before', flags);
    const database = await openHistory('before');
    expect(database.version).toBe(HISTORY_VERSION);
    expect(await database.getAll('flags')).toEqual(flags);
    expect(await database.count('daily')).toBe(1);
    expect(await database.get('edges', 'e')).toEqual(EDGE);
    const reader = new FlagReader(database);
    expect(await matchingIds(reader, { ...EVERYTHING, text: 'b.com' })).toEqual(['b']);
    expect(await removeFlags(database, ['a'], 'r')).toMatchObject({ flags: 1 });
    expect(await restoreFlags(database, 'r')).toBe(1);
    database.close();
  });

  test('comes to the same stores and indexes as a new one', async () => {
    await version1('shape', [storedFlag({ flag_id: 'a', document: 'a' })]);
    const shape = async (name: string) => {
      const database = await openHistory(name);
      const stores = [...database.objectStoreNames];
      const read = database.transaction(stores);
      const indexes = stores.map((store) => [store, [...read.objectStore(store).indexNames]]);
      database.close();
      await deleteDB(name);
      return indexes;
    };
    expect(await shape('shape')).toEqual(await shape('new'));
  });
});
