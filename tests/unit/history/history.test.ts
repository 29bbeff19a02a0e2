import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addressAt } from '../../../utils/history/build-flag.ts';
import { coverage, noteCoverage } from '../../../utils/history/coverage.ts';
import { type HistoryDatabase, openHistory } from '../../../utils/history/database.ts';
import type { StoredFlag } from '../../../utils/history/flag.ts';
import { EVERYTHING } from '../../../utils/history/flag-query.ts';
import { FlagReader } from '../../../utils/history/flag-reader.ts';
import { latestFlags, matchingIds, queryFlags } from '../../../utils/history/query.ts';
import { countChecked, noteAction, recordFlag } from '../../../utils/history/record.ts';
import {
  forgetDeleted,
  newReceipt,
  removeAll,
  removeBefore,
  removeFlags,
  restoreFlags,
} from '../../../utils/history/remove.ts';
import { storedFlag } from '../../fixtures/flag.ts';

let database: HistoryDatabase;
let reader: FlagReader;
let count = 0;

beforeEach(async () => {
  count += 1;
  database = await openHistory(`history-${count}`);
  reader = new FlagReader(database);
});
afterEach(() => database.close());

describe('recording', () => {
  test('one document gives one flag, however often it is told', async () => {
    const first = await recordFlag(database, storedFlag({ flag_id: 'a', document: 'd1' }), '2026-11-20');
    const again = await recordFlag(
      database,
      storedFlag({ flag_id: 'b', document: 'd1', tier: 'caution', kinds: ['listed', 'landing'] }),
      '2026-11-20',
    );
    expect([first, again]).toEqual([
      { outcome: 'added', flagId: 'a' },
      { outcome: 'amended', flagId: 'a' },
    ]);
    expect(await database.getAll('flags')).toHaveLength(1);
    expect((await database.get('flags', 'a'))?.tier).toBe('caution');
    expect(await database.get('daily', '2026-11-20')).toMatchObject({
      flagged: 1,
      kinds: { listed: 1, landing: 1 },
    });
  });

  test('a flag written before is amended while it is there, and not written anew once it is gone', async () => {
    const told = (tier: StoredFlag['tier']) =>
      recordFlag(database, storedFlag({ flag_id: tier, document: 'd1', tier }), '2026-11-20', true);
    await recordFlag(database, storedFlag({ flag_id: 'a', document: 'd1' }), '2026-11-20');
    expect(await told('caution')).toEqual({ outcome: 'amended', flagId: 'a' });
    expect((await database.get('flags', 'a'))?.tier).toBe('caution');
    await removeFlags(database, ['a'], 'r');
    expect(await told('danger')).toEqual({ outcome: 'gone' });
    expect(await database.count('flags')).toBe(0);
    expect(await database.get('daily', '2026-11-20')).toMatchObject({ flagged: 0 });
  });

  test('what the user did survives an amendment', async () => {
    await recordFlag(database, storedFlag({ flag_id: 'a', document: 'd1' }), '2026-11-20');
    await noteAction(database, 'd1', 'continued', () => true);
    await recordFlag(database, storedFlag({ flag_id: 'b', document: 'd1' }), '2026-11-20');
    expect((await database.get('flags', 'a'))?.action).toBe('continued');
  });

  test('pages without findings count in the denominator alone', async () => {
    await countChecked(database, '2026-11-20');
    await countChecked(database, '2026-11-20');
    expect(await database.get('daily', '2026-11-20')).toEqual({
      day: '2026-11-20',
      checked: 2,
      flagged: 0,
      kinds: {},
    });
  });
});

test('coverage closes an interval only when the reason changes', async () => {
  await noteCoverage(database, 'not chosen', '2026-11-20T10:00:00.000Z');
  await noteCoverage(database, 'recording', '2026-11-20T11:00:00.000Z');
  await noteCoverage(database, 'recording', '2026-11-20T12:00:00.000Z');
  await noteCoverage(database, 'paused', '2026-11-20T13:00:00.000Z');
  expect(await coverage(database)).toEqual([
    { from: '2026-11-20T10:00:00.000Z', until: '2026-11-20T11:00:00.000Z', reason: 'not chosen' },
    { from: '2026-11-20T11:00:00.000Z', until: '2026-11-20T13:00:00.000Z', reason: 'recording' },
    { from: '2026-11-20T13:00:00.000Z', until: null, reason: 'paused' },
  ]);
});

describe('asking', () => {
  beforeEach(async () => {
    for (const [id, at, host, exchange] of [
      ['a', '2026-11-18T23:30:00.000Z', 'okx.com', 'okx'],
      ['b', '2026-11-19T10:00:00.000Z', 'www.huobi.com', 'huobi'],
      ['c', '2026-11-20T10:00:00.000Z', 'okex.com', 'okx'],
    ] as const) {
      await recordFlag(
        database,
        storedFlag({ flag_id: id, document: id, observed_at: at, host, exchange }),
        at.slice(0, 10),
      );
    }
  });

  test.each([
    ['everything, newest first', {}, ['c', 'b', 'a']],
    ['by text in the host', { text: 'HUOBI' }, ['b']],
    ['by words, each of which stands somewhere', { text: 'okex OKX' }, ['c']],
    ['by words of which one stands nowhere', { text: 'okex nowhere' }, []],
    ['by domain, with what is under it', { domain: 'huobi.com' }, ['b']],
    ['by domain, not by the end of its name', { domain: 'bi.com' }, []],
    ['by exchange', { exchange: 'okx' }, ['c', 'a']],
    ['by kind nobody has', { kind: 'landing' as const }, []],
    ['by local day, not UTC day', { from: '2026-11-19', to: '2026-11-19' }, ['b', 'a']],
    ['by list version', { listVersion: 2 }, []],
  ])('%s', async (_name, parts, ids) => {
    const answer = await queryFlags(reader, { ...EVERYTHING, ...parts }, 0, 10);
    expect(answer.flags.map((flag) => flag.flag_id)).toEqual(ids);
    expect([answer.matched, answer.stored]).toEqual([ids.length, 3]);
    expect((await matchingIds(reader, { ...EVERYTHING, ...parts })).toSorted()).toEqual([...ids].toSorted());
  });

  test('in windows, with days that sum to the matches', async () => {
    const answer = await queryFlags(reader, EVERYTHING, 1, 1);
    expect(answer.flags.map((flag) => flag.flag_id)).toEqual(['b']);
    expect(answer.days).toEqual([
      { day: '2026-11-20', flags: 1 },
      { day: '2026-11-19', flags: 2 },
    ]);
    expect((await latestFlags(database, 2)).map((flag) => flag.flag_id)).toEqual(['c', 'b']);
  });

  test('deletion can be undone until it is forgotten', async () => {
    expect(await removeFlags(database, ['a', 'c', 'nobody'], 'receipt')).toMatchObject({ flags: 2 });
    expect(await database.count('flags')).toBe(1);
    expect(await restoreFlags(database, 'receipt')).toBe(2);
    expect(await database.count('flags')).toBe(3);
    const [earlier, later] = [newReceipt(new Date(1_000)), newReceipt(new Date(2_000))];
    await removeFlags(database, ['a'], earlier);
    await removeFlags(database, ['c'], later);
    await forgetDeleted(database, new Date(2_000).toISOString());
    expect(await restoreFlags(database, earlier)).toBe(0);
    expect(await restoreFlags(database, later)).toBe(1);
  });

  test('undo leaves a flag that came back by an import as it is, and counts it once', async () => {
    const daily = await database.getAll('daily');
    const flag = (await database.get('flags', 'a'))!;
    await removeFlags(database, ['a', 'c'], 'receipt');
    const imported = { ...flag, local: { ...flag.local, document: 'imported a' } };
    await database.put('flags', imported);
    expect(await restoreFlags(database, 'receipt')).toBe(1);
    expect(await database.get('flags', 'a')).toEqual(imported);
    const counted = async () => (await database.getAll('daily')).map(({ flagged }) => flagged);
    const before = daily.map(({ flagged }) => flagged);
    expect((await counted()).reduce((a, b) => a + b, 0)).toBe(before.reduce((a, b) => a + b, 0) - 1);
  });

  test('retention removes what is older, and no more', async () => {
    expect(await removeBefore(database, '2026-11-19T10:00:00.000Z')).toBe(1);
    expect(await database.getAllKeys('flags')).toEqual(['b', 'c']);
  });

  test('removing all leaves nothing', async () => {
    await removeAll(database, '2026-11-21T10:00:00.000Z');
    expect([await database.count('flags'), await database.count('daily')]).toEqual([0, 0]);
  });
});

test.each([
  ['domain', null],
  ['host', null],
  ['path', 'https://okx.com/join/1'],
  ['full', 'https://okx.com/join/1?ref=2'],
] as const)('stored detail %s keeps %s', (detail, kept) => {
  expect(addressAt('https://me:pw@okx.com/join/1?ref=2#x', detail)).toBe(kept);
});

test('a database of a later version is refused by name and left alone', async () => {
  const { openDB } = await import('idb');
  (await openDB('later', 99)).close();
  await expect(openHistory('later')).rejects.toMatchObject({ name: 'HistoryError', reason: 'newer' });
});
