import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { HISTORY_VERSION, openHistory } from '../../../utils/history/database.ts';
import type { StoredFlag } from '../../../utils/history/flag.ts';
import { EVERYTHING } from '../../../utils/history/flag-query.ts';
import { FlagReader } from '../../../utils/history/flag-reader.ts';
import { matchingIds } from '../../../utils/history/query.ts';
import { recordFlag } from '../../../utils/history/record.ts';
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

describe('a history of version 1', () => {
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

describe('a history of version 2', () => {
  const ADDRESS = 'https://www.okx.com/join/SECRET?r=SECRET#SECRET: SECRET';
  const UNNAMED = `p tab 5 at 1731000000000: ${ADDRESS}`;
  const SAME_INSTANT = `p tab 5 at 1731000000000: https://www.okx.com/SECRET`;
  const UNFLAGGED = `p tab 6 at 1731000000001.25: ${ADDRESS}`;
  const visit = (document: string) => ({ document, at: EDGE.first_seen, evidence: ['by: server'] });

  /** As version 2 made it: the shape is frozen here. */
  async function version2(name: string, flags: StoredFlag[], edges: object[]): Promise<void> {
    const database = await openDB(name, 2, {
      upgrade(fresh) {
        const store = fresh.createObjectStore('flags', { keyPath: 'flag_id' });
        store.createIndex('observed_at', 'observed_at');
        store.createIndex('document', 'local.document', { unique: true });
        fresh.createObjectStore('daily', { keyPath: 'day' });
        fresh.createObjectStore('coverage', { keyPath: 'from' });
        fresh.createObjectStore('edges', { keyPath: 'id' }).createIndex('exchange', 'exchange');
        fresh.createObjectStore('deleted', { autoIncrement: true }).createIndex('receipt', 'receipt');
        fresh.createObjectStore('changes', { autoIncrement: true });
        fresh.createObjectStore('index');
      },
    });
    for (const flag of flags) await database.put('flags', flag);
    for (const edge of edges) await database.put('edges', edge);
    await database.put('deleted', { receipt: 'r', flags, edges });
    database.close();
  }

  const FLAGS = ['p id-1', UNNAMED, SAME_INSTANT, 'p warning 1', 'imported 4'].map((document, at) =>
    storedFlag({ flag_id: `${at}`, document }),
  );

  test('keeps of its documents the tab and the time, and no address, in no store', async () => {
    const edges = [
      { ...EDGE, id: 'a', times: 3, visits: [visit('p id-1'), visit(UNNAMED), visit(UNFLAGGED)] },
      { ...EDGE, id: 'b', visits: [visit(SAME_INSTANT)] },
      EDGE,
    ];
    await version2('addresses', FLAGS, edges);
    const database = await openHistory('addresses');
    const stores = [...database.objectStoreNames];
    const all = await Promise.all(stores.map((store) => database.getAll(store)));
    expect(JSON.stringify(all)).not.toContain('SECRET');
    const kept = await database.getAll('flags');
    // Of two in one instant the one whose address sorts first takes the plain name.
    const [plain, second] = ['p tab 5 at 1731000000000', 'p tab 5 at 1731000000000 (2)'];
    expect(kept.map(({ local }) => local.document)).toEqual([
      'p id-1',
      second,
      plain,
      'p warning 1',
      'imported 4',
    ]);
    const without = (flags: StoredFlag[]) =>
      flags.map(({ local, ...flag }) => ({ ...flag, ...local, document: '' }));
    expect(without(kept)).toEqual(without(FLAGS));
    const visitsOf = async (id: string) =>
      (await database.get('edges', id))!.visits?.map(({ document }) => document);
    expect(await visitsOf('a')).toEqual(['p id-1', second, 'p tab 6 at 1731000000001.25']);
    expect(await visitsOf('b')).toEqual([plain]);
    expect(await database.get('edges', 'e')).toEqual(EDGE);
    expect(await database.count('deleted')).toBe(0);
    database.close();
  });

  test('amends the flag of a document that is judged anew, and takes its visits with it', async () => {
    await version2(
      'amended',
      [storedFlag({ flag_id: '1', document: UNNAMED })],
      [{ ...EDGE, visits: [visit(UNNAMED)] }],
    );
    const database = await openHistory('amended');
    const anew = storedFlag({ flag_id: '2', document: 'p tab 5 at 1731000000000', host: 'new.example' });
    expect(await recordFlag(database, anew, '2026-11-20', true)).toEqual({ outcome: 'amended', flagId: '1' });
    await removeFlags(database, ['1'], 'r');
    expect(await database.count('edges')).toBe(0);
    database.close();
  });

  test('without such documents is as it was', async () => {
    const flags = FLAGS.filter(({ local }) => !local.document.includes(': '));
    const edges = [{ ...EDGE, visits: [visit('p id-1')] }];
    await version2('plain', flags, edges);
    const database = await openHistory('plain');
    expect(await database.getAll('flags')).toEqual(flags);
    expect(await database.getAll('edges')).toEqual(edges);
    database.close();
  });

  test('that cannot be read through stays as it was, and is told of', async () => {
    const broken = { ...EDGE, visits: 'none' };
    await version2('broken', FLAGS, [broken]);
    await expect(openHistory('broken')).rejects.toThrow('history: ');
    const before = await openDB('broken', 2);
    expect(await before.getAll('flags')).toEqual(FLAGS);
    before.close();
  });
});
