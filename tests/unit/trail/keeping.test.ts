import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type HistoryDatabase, openHistory } from '../../../utils/history/database.ts';
import { composed } from '../../../utils/history/edge-parts.ts';
import { decideOnEdges, noteEdges, seenEdges } from '../../../utils/history/edges.ts';
import { recordFlag } from '../../../utils/history/record.ts';
import { forgetDeleted, newReceipt, removeFlags, restoreFlags } from '../../../utils/history/remove.ts';
import { removeEdgesBefore } from '../../../utils/history/remove-edges.ts';
import { forgetAccounts, rememberAccounts } from '../../../utils/trail/accounts.ts';
import type { Evidence } from '../../../utils/trail/sighting.ts';
import { storedEvidence } from '../../../utils/trail/stored-evidence.ts';
import { storedFlag } from '../../fixtures/flag.ts';

const EDGE = { exchange: 'okx', from: 'okex.com', to: 'new.example', kind: 'redirect' as const };
const OTHER = { ...EDGE, kind: 'claim' as const, from: 'okx.com' };
const KEPT = { ...EDGE, to: 'kept.example' };
type Edge = typeof EDGE | typeof OTHER;

let database: HistoryDatabase;
let number = 0;
beforeEach(async () => {
  database = await openHistory(`edges ${number++}`);
});
afterEach(() => database.close());

const note = (document: string, at: string, evidence: string[], edge: Edge = EDGE) =>
  noteEdges(database, [{ ...edge, evidence }], document, at);
const edges = async () =>
  (await seenEdges(database)).map(({ to, times, evidence }) => ({ to, times, evidence }));

test('sightings add up: first and last seen, times, evidence; a document counts once', async () => {
  await note('a', '2026-10-01T00:00:00.000Z', ['by: server']);
  await note('b', '2026-11-01T00:00:00.000Z', ['by: client']);
  await note('b', '2026-11-01T00:00:01.000Z', ['words: x']);
  expect(await seenEdges(database)).toMatchObject([
    {
      first_seen: '2026-10-01T00:00:00.000Z',
      last_seen: '2026-11-01T00:00:00.000Z',
      times: 2,
      evidence: ['by: server', 'by: client', 'words: x'],
    },
  ]);
});

test('of many documents each counts', async () => {
  for (let n = 0; n < 130; n++) {
    await note(`${n}`, `2026-10-01T00:00:00.${`${n}`.padStart(3, '0')}Z`, [`page: ${n % 3}`]);
  }
  expect(await seenEdges(database)).toMatchObject([
    { first_seen: '2026-10-01T00:00:00.000Z', last_seen: '2026-10-01T00:00:00.129Z', times: 130 },
  ]);
  expect((await edges())[0]?.evidence).toEqual(['page: 0', 'page: 1', 'page: 2']);
});

test('what a document added that is kept no more leaves nothing that its flag could not take along', () => {
  const visits = Array.from({ length: 510 }, (_, n) => ({
    document: `${n}`,
    at: `2026-10-01T00:00:00.${`${n}`.padStart(3, '0')}Z`,
    evidence: [n < 10 ? 'by: client' : 'by: server'],
  }));
  const edge = composed({ ...EDGE, id: 'e' }, { visits, loose: null });
  expect(edge).toMatchObject({
    first_seen: '2026-10-01T00:00:00.010Z',
    times: 500,
    evidence: ['by: server'],
  });
  expect(edge.visits).toHaveLength(500);
  expect(edge).not.toHaveProperty('loose');
});

test('a rejected name is noted no more, on whatever evidence, until that is taken back', async () => {
  await note('a', '2026-10-01T00:00:00.000Z', ['by: server']);
  expect(await decideOnEdges(database, EDGE, 'rejected')).toBeNull();
  await note('b', '2026-10-02T00:00:00.000Z', ['by: client']);
  await note('b', '2026-10-02T00:00:00.000Z', ['place: x'], OTHER);
  expect(await edges()).toMatchObject([{ times: 1, evidence: ['by: server'] }]);
  expect(await decideOnEdges(database, EDGE, null)).toBe('rejected');
  await note('c', '2026-10-03T00:00:00.000Z', ['by: client']);
  expect(await edges()).toMatchObject([{ times: 2 }]);
});

describe('retention', () => {
  test('takes what was seen before, visit by visit', async () => {
    await note('a', '2026-01-01T00:00:00.000Z', ['by: client']);
    await note('b', '2026-07-01T00:00:00.000Z', ['by: server']);
    await note('a', '2026-01-01T00:00:00.000Z', [], KEPT);
    await removeEdgesBefore(database, '2026-06-01T00:00:00.000Z');
    expect(await edges()).toEqual([{ to: 'new.example', times: 1, evidence: ['by: server'] }]);
    expect((await seenEdges(database))[0]?.first_seen).toBe('2026-07-01T00:00:00.000Z');
  });

  test('leaves of a name that was decided on the decision alone, until it is taken back', async () => {
    await note('a', '2026-01-01T00:00:00.000Z', ['by: server']);
    await decideOnEdges(database, EDGE, 'rejected');
    await removeEdgesBefore(database, '2026-06-01T00:00:00.000Z');
    expect(await edges()).toEqual([]);
    expect(JSON.stringify(await database.getAll('edges'))).not.toMatch(/2026|server/);
    await note('b', '2026-07-01T00:00:00.000Z', ['by: server']);
    expect(await edges()).toEqual([]);
    await decideOnEdges(database, EDGE, null);
    await removeEdgesBefore(database, '2026-06-01T00:00:00.000Z');
    expect(await database.count('edges')).toBe(0);
  });
});

describe('deleting flags', () => {
  const flag = (flag_id: string, observed_at: string, document = flag_id) =>
    recordFlag(database, storedFlag({ flag_id, document, observed_at }), observed_at.slice(0, 10));

  beforeEach(async () => {
    await flag('a', '2026-11-01T10:00:00.000Z');
    await flag('b', '2026-11-02T10:00:00.000Z');
    await flag('c', '2026-11-03T10:00:00.000Z');
    await note('a', '2026-11-01T10:00:00.000Z', ['by: server', 'way: okex.com > new.example']);
    await note('b', '2026-11-02T10:00:00.000Z', ['by: client', 'way: okex.com > new.example']);
    await note('b', '2026-11-02T10:00:00.000Z', ['by: server'], KEPT);
  });

  test('takes what their pages added, and a candidate that rested on them alone; undo brings both back', async () => {
    const before = await database.getAll('edges');
    await removeFlags(database, ['b'], 'receipt');
    expect(await edges()).toEqual([
      { to: 'new.example', times: 1, evidence: ['by: server', 'way: okex.com > new.example'] },
    ]);
    expect((await seenEdges(database))[0]?.last_seen).toBe('2026-11-01T10:00:00.000Z');
    expect(await restoreFlags(database, 'receipt')).toBe(1);
    expect(await database.getAll('edges')).toEqual(before);
  });

  test('leaves nothing that could be undone once undo has ended', async () => {
    const receipt = newReceipt(new Date(1_000));
    await removeFlags(database, ['b'], receipt);
    await forgetDeleted(database, new Date(2_000).toISOString());
    expect(await restoreFlags(database, receipt)).toBe(0);
    expect(await edges()).toMatchObject([{ to: 'new.example', times: 1 }]);
  });

  test('takes what the oldest of very many pages added, while flags of the same days stay', async () => {
    const at = (n: number) => `2026-11-05T10:00:00.${`${n}`.padStart(3, '0')}Z`;
    for (let n = 0; n < 130; n++) {
      await flag(`${n}`, at(n));
      await note(`${n}`, at(n), [n === 0 ? 'words: the first' : 'by: server'], OTHER);
    }
    const others = Array.from({ length: 29 }, (_, n) => `${n + 1}`);
    await removeFlags(database, ['0', ...others], 'receipt');
    const [left] = (await seenEdges(database)).filter(({ kind }) => kind === OTHER.kind);
    expect(left).toMatchObject({ first_seen: at(30), times: 100, evidence: ['by: server'] });
    expect(JSON.stringify(left)).not.toContain('the first');
    await restoreFlags(database, 'receipt');
    const [back] = (await seenEdges(database)).filter(({ kind }) => kind === OTHER.kind);
    expect(back).toMatchObject({
      first_seen: at(0),
      times: 130,
      evidence: ['words: the first', 'by: server'],
    });
  });

  test('leaves candidates of other pages alone', async () => {
    const before = await database.getAll('edges');
    await removeFlags(database, ['c', 'nobody'], 'receipt');
    expect(await database.getAll('edges')).toEqual(before);
  });

  test('keeps what was decided of a name, and no visit; undo keeps what was decided since', async () => {
    await decideOnEdges(database, KEPT, 'accepted');
    await removeFlags(database, ['b'], 'receipt');
    const bare = (await database.getAll('edges')).find(({ to }) => to === KEPT.to);
    expect(bare).toMatchObject({ decision: 'accepted', times: 0, evidence: [] });
    expect(JSON.stringify(bare)).not.toContain('2026-11');
    await decideOnEdges(database, KEPT, 'rejected');
    await restoreFlags(database, 'receipt');
    expect((await database.getAll('edges')).find(({ to }) => to === KEPT.to)).toMatchObject({
      decision: 'rejected',
      times: 1,
      evidence: ['by: server'],
    });
  });

  test('undo joins what came meanwhile', async () => {
    await removeFlags(database, ['a', 'b'], 'receipt');
    await note('d', '2026-11-04T10:00:00.000Z', ['by: inferred']);
    await restoreFlags(database, 'receipt');
    expect(await seenEdges(database)).toMatchObject([
      { to: KEPT.to, times: 1 },
      {
        to: EDGE.to,
        times: 3,
        first_seen: '2026-11-01T10:00:00.000Z',
        last_seen: '2026-11-04T10:00:00.000Z',
      },
    ]);
  });

  test('takes what no flag tells of with the last flag of its day', async () => {
    await note('unflagged', '2026-11-03T11:00:00.000Z', ['place: x'], OTHER);
    await flag('c2', '2026-11-03T12:00:00.000Z');
    await removeFlags(database, ['c'], 'first');
    expect(await edges()).toContainEqual({ to: OTHER.to, times: 1, evidence: ['place: x'] });
    await removeFlags(database, ['c2'], 'second');
    expect(await edges()).not.toContainEqual({ to: OTHER.to, times: 1, evidence: ['place: x'] });
    await restoreFlags(database, 'second');
    expect(await edges()).toContainEqual({ to: OTHER.to, times: 1, evidence: ['place: x'] });
  });

  test('takes an imported candidate, of which no page is known, with the last flag of its days', async () => {
    const sum = { first_seen: '2026-11-01T00:00:00.000Z', last_seen: '2026-11-02T00:00:00.000Z', times: 4 };
    await database.put('edges', { ...OTHER, ...sum, id: 'imported', evidence: ['place: x'] });
    await removeFlags(database, ['a'], 'first');
    expect(await edges()).toContainEqual({ to: OTHER.to, times: 4, evidence: ['place: x'] });
    await removeFlags(database, ['b'], 'second');
    expect(await edges()).toEqual([]);
    await restoreFlags(database, 'second');
    expect(await edges()).toContainEqual({ to: OTHER.to, times: 4, evidence: ['place: x'] });
  });

  test('with the last flag goes everything', async () => {
    await note('unflagged', '2026-10-03T11:00:00.000Z', ['place: x'], OTHER);
    await removeFlags(database, ['a', 'b', 'c'], 'receipt');
    expect(await database.count('edges')).toBe(0);
    await restoreFlags(database, 'receipt');
    expect(await edges()).toHaveLength(3);
  });

  test('names the exchanges and local days that are gone', async () => {
    const { flags, exchangeDays } = await removeFlags(database, ['a', 'c'], 'receipt');
    expect([flags, [...exchangeDays]]).toEqual([2, ['okx 2026-11-01', 'okx 2026-11-03']]);
  });
});

const SEEN: Evidence[] = [
  { what: 'way', value: 'https://www.okex.com/a/b?c=1#d > https://m.new.example/x?y=2' },
  { what: 'place', value: 'claims-title 欧易官网' },
  { what: 'file', value: 'static.okex.com' },
];
test.each([
  ['domain', false, ['way: okex.com > new.example', 'place: claims-title', 'file: okex.com']],
  ['host', false, ['way: www.okex.com > m.new.example', 'place: claims-title', 'file: static.okex.com']],
  [
    'path',
    false,
    [
      'way: https://www.okex.com/a/b > https://m.new.example/x',
      'place: claims-title',
      'file: static.okex.com',
    ],
  ],
  [
    'full',
    true,
    [
      'way: https://www.okex.com/a/b?c=1 > https://m.new.example/x?y=2',
      'place: claims-title 欧易官网',
      'file: static.okex.com',
    ],
  ],
] as const)('evidence at the detail %s', (detail, titles, kept) => {
  expect(storedEvidence(SEEN, detail, titles)).toEqual(kept);
});

test('an account that two exchanges bear ties nobody', () => {
  const one = rememberAccounts({}, { exchange: 'okx', name: 'okx.com' }, ['analytics G-1'], '2026-11-01');
  const two = rememberAccounts(one, { exchange: 'htx', name: 'htx.com' }, ['analytics G-1'], '2026-11-02');
  expect(one['analytics G-1']?.exchange).toBe('okx');
  expect(two['analytics G-1']?.exchange).toBe('');
  expect(forgetAccounts(two, ({ day }) => day < '2026-11-03')).toEqual({});
});
