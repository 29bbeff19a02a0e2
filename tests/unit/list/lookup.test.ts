import { describe, expect, test } from 'vitest';
import { encodeSnapshot } from '../../../utils/list/encode.ts';
import type { ListHit } from '../../../utils/list/list-hit.ts';
import { openLazySnapshot, openSnapshot } from '../../../utils/list/lookup.ts';
import { SnapshotError } from '../../../utils/list/snapshot-error.ts';
import { hostOf, SAMPLE } from './sample-list.ts';

const bytes = encodeSnapshot(SAMPLE);
const memory = openSnapshot(bytes.buffer);
const reads: [number, number][] = [];
const headLength = new DataView(bytes.buffer).getUint32(20, true);
const openLazily = () =>
  openLazySnapshot(bytes.buffer.slice(0, headLength), {
    read: async (from, to) => {
      reads.push([from, to]);
      return bytes.slice(from, to);
    },
  });
const lazy = openLazily();

const short = (hits: ListHit[]) =>
  hits.map((hit) => [
    hit.kind,
    hit.name,
    hit.exchange.id,
    hit.kind === 'listed' ? hit.domain.role : hit.source,
  ]);

const FOUND: [string, unknown[]][] = [
  ['okx.com', [['listed', 'okx.com', 'okx', 'primary']]],
  ['www.okx.com', [['listed', 'okx.com', 'okx', 'primary']]],
  ['a.b.c.okex.com', [['listed', 'okex.com', 'okx', 'former']]],
  ['欧易.com', [['listed', 'xn--7hvx6i.com', 'okx', 'primary']]],
  ['coin.z.com', [['listed', 'coin.z.com', 'gmo', 'primary']]],
  ['okx-mirror.pages.dev', [['listed', 'okx-mirror.pages.dev', 'pages', 'primary']]],
  ['www.okx-mirror.pages.dev', [['listed', 'okx-mirror.pages.dev', 'pages', 'primary']]],
  [
    'yunbi.com',
    [
      ['listed', 'yunbi.com', 'bigone', 'former'],
      ['listed', 'yunbi.com', 'yunbi', 'primary'],
    ],
  ],
  ['0kx-login.com', [['reported', '0kx-login.com', 'okx', 'a blocklist']]],
  ['m.0kx-login.com', [['reported', '0kx-login.com', 'okx', 'a blocklist']]],
  ['okx.evil.example', [['reported', 'okx.evil.example', 'okx', 'another blocklist']]],
];

const STRANGERS = [
  'z.com',
  'www.z.com',
  'x.coin.z.com',
  'pages.dev',
  'other.pages.dev',
  'com',
  'etoro.com',
  'www.etoro.com',
  'okx.co',
  'notokx.com',
  'okx.com.evil.example',
  'evil.example',
  'x.okx.evil.example',
  'localhost',
];

describe('find', () => {
  test.each(FOUND)('%s', async (host, expected) => {
    expect(short(memory.find(hostOf(host)))).toEqual(expected);
    expect(await lazy.find(hostOf(host))).toEqual(memory.find(hostOf(host)));
  });

  test.each(STRANGERS)('nothing of %s, and nothing is read for it', async (host) => {
    reads.length = 0;
    expect(memory.find(hostOf(host))).toEqual([]);
    expect(lazy.positions(hostOf(host))).toEqual([]);
    expect(reads).toEqual([]);
  });

  test('carries dates as precise as their source', () => {
    expect(memory.find(hostOf('0kx-login.com'))).toMatchObject([
      { firstSeen: '2024-05-01', lastSeen: '2025' },
    ]);
  });
});

test('a hit reads one block of names and one exchange', async () => {
  const fresh = openLazily();
  reads.length = 0;
  const [position] = fresh.positions(hostOf('www.okx.com'));
  const hit = await fresh.resolve(position!);
  expect(hit?.kind).toBe('listed');
  expect(reads).toHaveLength(2);
});

test('a name of the same hash is not the name', () => {
  const [position] = lazy.positions(hostOf('okx.com'));
  return expect(lazy.resolve({ ...position!, name: 'crafted.com' })).resolves.toBeNull();
});

test('exchanges by id and in order', async () => {
  const ids = ['bigone', 'broker', 'gmo', 'okx', 'pages', 'yunbi'];
  expect([...memory.exchanges()].map((record) => record.id)).toEqual(ids);
  const lazily: string[] = [];
  for await (const record of lazy.exchanges()) lazily.push(record.id);
  expect(lazily).toEqual(ids);
  expect(memory.exchangeById('okx')).toEqual(SAMPLE.exchanges[0]);
  expect(await lazy.exchangeById('okx')).toEqual(SAMPLE.exchanges[0]);
  expect(memory.exchangeById('nobody')).toBeNull();
});

test('meta counts what is there', () => {
  expect(memory.meta).toEqual({
    version: 7,
    issued: '2026-11-01T00:00:00Z',
    expires: '2027-02-01T00:00:00Z',
    names: 9,
    reported: 2,
    exchanges: 6,
  });
});

test('a section of another room is carried and found; an old reader passes it by', async () => {
  const more = encodeSnapshot(SAMPLE, new Map([['LKIX', Uint8Array.of(1, 2, 3)]]));
  const index = openSnapshot(more.buffer);
  expect(index.section('LKIX')).toEqual(Uint8Array.of(1, 2, 3));
  expect(index.section('NONE')).toBeNull();
  expect(short(index.find(hostOf('okx.com')))).toEqual(FOUND[0]![1]);
});

test('a source that gives too little is truncated', async () => {
  const torn = openLazySnapshot(bytes.buffer.slice(0, headLength), { read: async () => new Uint8Array(1) });
  await expect(torn.find(hostOf('okx.com'))).rejects.toThrow(SnapshotError);
});

test('the same list in another order gives the same bytes', () => {
  const shuffled = {
    ...SAMPLE,
    exchanges: SAMPLE.exchanges.toReversed(),
    reported: SAMPLE.reported.toReversed(),
  };
  expect(encodeSnapshot(shuffled)).toEqual(bytes);
});

test('an empty list opens and finds nothing', () => {
  const empty = openSnapshot(encodeSnapshot({ ...SAMPLE, exchanges: [], reported: [] }).buffer);
  expect(empty.find(hostOf('okx.com'))).toEqual([]);
  expect([...empty.exchanges()]).toEqual([]);
});
