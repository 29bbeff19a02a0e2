import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openHistory } from '../../../utils/history/database.ts';
import { decideOnEdges, noteEdges, removeEdgesBefore } from '../../../utils/history/edges.ts';
import { forgetAccounts, rememberAccounts } from '../../../utils/trail/accounts.ts';
import type { Evidence } from '../../../utils/trail/sighting.ts';
import { storedEvidence } from '../../../utils/trail/stored-evidence.ts';

const EDGE = { exchange: 'okx', from: 'okex.com', to: 'new.example', kind: 'redirect' as const };
const OTHER = { ...EDGE, kind: 'claim' as const, from: 'okx.com' };
const sight = (evidence: string[], edge: typeof EDGE | typeof OTHER = EDGE) => [{ ...edge, evidence }];
const NONE: ReadonlySet<string> = new Set();
let number = 0;
const open = () => openHistory(`edges ${number++}`);

test('sightings add up: first and last seen, times, evidence; a document counts once', async () => {
  const database = await open();
  await noteEdges(database, sight(['by: server']), NONE, '2026-10-01T00:00:00.000Z');
  const [edge] = await noteEdges(database, sight(['by: client']), NONE, '2026-11-01T00:00:00.000Z');
  expect(edge).toMatchObject({
    first_seen: '2026-10-01T00:00:00.000Z',
    last_seen: '2026-11-01T00:00:00.000Z',
    times: 2,
    evidence: ['by: server', 'by: client'],
  });
  const [again] = await noteEdges(
    database,
    sight(['words: x']),
    new Set([edge?.id ?? '']),
    '2026-11-01T00:00:01.000Z',
  );
  expect(again).toMatchObject({ times: 2, evidence: ['by: server', 'by: client', 'words: x'] });
  database.close();
});

test('a rejected name is noted no more, on whatever evidence, until that is taken back', async () => {
  const database = await open();
  await noteEdges(database, sight(['by: server']), NONE, '2026-10-01T00:00:00.000Z');
  expect(await decideOnEdges(database, EDGE, 'rejected')).toBeNull();
  expect(await noteEdges(database, sight(['by: client']), NONE, '2026-10-02T00:00:00.000Z')).toEqual([]);
  expect(await noteEdges(database, sight(['place: x'], OTHER), NONE, '2026-10-02T00:00:00.000Z')).toEqual([]);
  expect(await decideOnEdges(database, EDGE, null)).toBe('rejected');
  expect(await noteEdges(database, sight(['by: client']), NONE, '2026-10-03T00:00:00.000Z')).toHaveLength(1);
  database.close();
});

test('retention takes what nobody decided on', async () => {
  const database = await open();
  await noteEdges(database, sight(['by: server']), NONE, '2026-01-01T00:00:00.000Z');
  await noteEdges(
    database,
    [{ ...EDGE, to: 'kept.example', evidence: [] }],
    NONE,
    '2026-01-01T00:00:00.000Z',
  );
  await decideOnEdges(database, { exchange: 'okx', to: 'kept.example' }, 'accepted');
  expect(await removeEdgesBefore(database, '2026-06-01T00:00:00.000Z')).toBe(1);
  expect((await database.getAll('edges')).map(({ to }) => to)).toEqual(['kept.example']);
  database.close();
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
  expect(forgetAccounts(two, '2026-11-03')).toEqual({});
});
