import { describe, expect, test } from 'vitest';
import { readRecords } from '../../../cli/list/read-records.ts';
import type { ExchangeRecord } from '../../../utils/exchange/record.ts';
import { encodeSnapshot } from '../../../utils/list/encode.ts';
import { gateSnapshot } from '../../../utils/list/gate.ts';
import type { SnapshotMeta } from '../../../utils/list/layout.ts';
import type { ListContents } from '../../../utils/list/list-contents.ts';
import { isProtected, PROTECTED_NAMES } from '../../../utils/list/protected-names.ts';
import { readInMemory } from '../../../utils/list/reading.ts';
import { Snapshot } from '../../../utils/list/snapshot.ts';
import { exchange, hostOf, listOf, reported } from './sample-list.ts';

function gate(list: ListContents, previous: SnapshotMeta | null = null): string[] {
  const bytes = encodeSnapshot(list);
  return readInMemory(bytes, gateSnapshot(new Snapshot(bytes.buffer), previous)).map(
    ({ rule, detail }) => `${rule}: ${detail}`,
  );
}

const okx = exchange('okx', [
  'okx.com',
  { domain: 'okex.com', role: 'former' },
  { domain: 'okx.cash', confidence: 'claimed' },
]);
const etoro = exchange('etoro', [{ domain: 'etoro.com', imitated_only: true }]);

describe('the gate lets pass', () => {
  test('the list that ships', async () => expect(gate(await readRecords())).toEqual([]));

  test.each([
    ['a lookalike', '0kx.com'],
    ['a host on a shared platform', 'okx-login.pages.dev'],
    ['a page on a popular site', 'okx-login.sites.google.com'],
    ['a name that lapsed and was bought', 'okex.com'],
    ['a name that only affiliates claim', 'okx.cash'],
  ])('%s among the reported: %s', (_, name) => {
    expect(gate(listOf([okx], [reported(name, 'okx')]))).toEqual([]);
  });

  test('a field that this version does not know', () => {
    const later = { ...okx, rating: 5 } as ExchangeRecord;
    expect(gate(listOf([later]))).toEqual([]);
  });
});

describe('the gate refuses', () => {
  test('an empty list', () => {
    expect(gate(listOf([]))).toEqual(['empty list: no exchange or name']);
    expect(gate(listOf([etoro]))).toEqual(['empty list: no exchange or name']);
  });

  test.each([
    ['google.com', 'protected name'],
    ['www.google.com', 'protected name'],
    ['github.com', 'protected name'],
    ['com', 'public suffix'],
    ['co.kr', 'public suffix'],
    ['pages.dev', 'public suffix'],
    ['github.io', 'public suffix'],
    ['okx.com', 'own name reported'],
    ['www.okx.com', 'own name reported'],
    ['etoro.com', 'own name reported'],
  ])('%s among the reported: %s', (name, rule) => {
    expect(gate(listOf([okx, etoro], [reported(name, 'okx')]))).toEqual([`${rule}: ${name}`]);
  });

  test.each([
    ['google.com', /^protected name: google\.com$/],
    ['com', /^public suffix: com$/],
    ['pages.dev', /^public suffix: pages\.dev$/],
  ])('%s as an exchange', (name, message) => {
    expect(gate(listOf([okx, exchange('bad', [name])]))).toContainEqual(expect.stringMatching(message));
  });

  test.each<[string, object]>([
    ['a name with a bidi mark', { name: 'OK\u202eX' }],
    ['a type nobody knows', { type: 'bank' }],
    ['a record without sources', { source: [] }],
    ['lineage that is no list', { lineage: 'okex' }],
  ])('%s', (_, change) => {
    expect(gate(listOf([{ ...okx, ...change } as ExchangeRecord]))).toContainEqual(
      expect.stringMatching(/^bad exchange record: okx /),
    );
  });

  test('at most twenty times, however many there are', () => {
    const names = [...PROTECTED_NAMES].filter((name) => hostOf(name).registrable).slice(0, 60);
    expect(
      gate(
        listOf(
          [okx],
          names.map((name) => reported(name, 'okx')),
        ),
      ),
    ).toHaveLength(20);
  });
});

describe('against the list before', () => {
  const many = (count: number) =>
    listOf(Array.from({ length: count }, (_, i) => exchange(`x${i}`, [`market-${i}.com`])));
  const before: SnapshotMeta = { ...listOf([]), names: 200, reported: 100, exchanges: 100 };
  const withReports = (count: number, reports: number): ListContents => ({
    ...many(count),
    reported: Array.from({ length: reports }, (_, i) => reported(`bad${i}.com`, 'x0')),
  });

  test.each([
    [100, 100, []],
    [71, 71, []],
    [400, 5000, []],
    [50, 100, ['shrunk: 100 → 50 exchanges', 'shrunk: 100 → 50 listed']],
    [100, 50, ['shrunk: 100 → 50 reported']],
    [1500, 100, ['grown: 100 → 1500 exchanges']],
  ])('%i exchanges and %i reports', (count, reports, refusals) => {
    expect(gate(withReports(count, reports), before)).toEqual(refusals);
  });
});

describe('protected names', () => {
  test('hold no exchange of the list', async () => {
    const { exchanges } = await readRecords();
    const own = exchanges.flatMap(({ domains }) =>
      domains.flatMap((row) => [row.host ?? row.domain]).filter((name) => isProtected(name)),
    );
    expect(own).toEqual([]);
  });

  test('are hostnames in canonical form', () => {
    for (const name of PROTECTED_NAMES) expect(hostOf(name).ascii).toBe(name);
    expect(PROTECTED_NAMES.size).toBeGreaterThan(300);
  });

  test.each(['google.com', 'www.google.com'])('%s is one', (name) => expect(isProtected(name)).toBe(true));
  test.each(['sites.google.com', 'google.com.evil.example', 'okx.com'])('%s is none', (name) =>
    expect(isProtected(name)).toBe(false),
  );
});
