import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { StoredFlag } from '../../../utils/history/flag.ts';
import { EVERYTHING, type FlagQuery } from '../../../utils/history/flag-query.ts';
import {
  dayName,
  dayNumber,
  entryOf,
  type FlagChange,
  type IndexEntry,
} from '../../../utils/history/index/entry.ts';
import { findFlags } from '../../../utils/history/index/find.ts';
import { FlagIndex } from '../../../utils/history/index/flag-index.ts';
import { localDay } from '../../../utils/history/local-day.ts';
import { flagChoices, visitsOf } from '../../../utils/history/query.ts';
import { storedFlag } from '../../fixtures/flag.ts';

const HOSTS = ['okx.com', 'www.okx.com', 'notokx.com', 'huobi.com', 'xn--okx-8na.com'];

const aFlag: fc.Arbitrary<StoredFlag> = fc
  .record({
    n: fc.nat(30),
    minute: fc.nat(5000),
    host: fc.constantFrom(...HOSTS),
    exchange: fc.constantFrom('okx', 'huobi', 'ok'),
    kinds: fc.uniqueArray(fc.constantFrom('listed', 'landing', 'lookalike', 'succession'), { minLength: 1 }),
    action: fc.constantFrom('shown', 'left', 'ignored'),
    version: fc.constantFrom(1, 2, 411),
    title: fc.constantFrom(null, '欧易 下载', 'OKX Login'),
  })
  .map(({ n, minute, host, exchange, kinds, action, version, title }) => ({
    ...storedFlag({
      flag_id: `id-${n}`,
      document: `d-${n}`,
      observed_at: new Date(Date.UTC(2026, 10, 20) + minute * 60_000).toISOString(),
      host,
      exchange,
      kinds,
    }),
    registrable_domain: host.replace(/^www\./, ''),
    action,
    list: { version, sha256: '', entry_first_seen: null },
    title,
  }));

const aQuery: fc.Arbitrary<FlagQuery> = fc.record({
  text: fc.constantFrom('', '', '', 'OKX', 'okx login', '欧易', 'huobi', 'nowhere', 'a source'),
  kind: fc.constantFrom(null, null, 'landing', 'listed'),
  exchange: fc.constantFrom(null, null, 'okx', 'ok'),
  domain: fc.constantFrom(null, null, null, 'okx.com', 'kx.com'),
  action: fc.constantFrom(null, null, null, 'left'),
  from: fc.constantFrom(null, null, '2026-11-21'),
  to: fc.constantFrom(null, null, '2026-11-22'),
  listVersion: fc.constantFrom(null, null, null, 411),
});

/** The same question asked of each flag by itself. */
function matches(flag: StoredFlag, query: FlagQuery): boolean {
  const day = localDay(flag);
  const words = [flag.host, flag.host_unicode, ...entryOf(flag).words].join('\n').toLowerCase();
  return (
    (query.kind === null || flag.local.kinds.includes(query.kind)) &&
    (query.exchange === null || flag.local.exchanges.includes(query.exchange)) &&
    (query.domain === null || `.${flag.host}`.endsWith(`.${query.domain}`)) &&
    (query.action === null || flag.action === query.action) &&
    (query.from === null || day >= query.from) &&
    (query.to === null || day <= query.to) &&
    (query.listVersion === null || flag.list.version === query.listVersion) &&
    query.text
      .toLowerCase()
      .split(' ')
      .every((word) => words.includes(word))
  );
}

const newestFirst = (a: StoredFlag, b: StoredFlag) =>
  b.observed_at.localeCompare(a.observed_at) || (a.flag_id < b.flag_id ? 1 : -1);

/** What happens to flags in some transactions, and the flags it leaves. */
const aHistory = fc
  .array(
    fc.record({ put: fc.array(aFlag, { maxLength: 6 }), remove: fc.array(fc.nat(30), { maxLength: 3 }) }),
    {
      maxLength: 12,
    },
  )
  .map((steps) => {
    const left = new Map<string, StoredFlag>();
    const changes: FlagChange[] = steps.map(({ put, remove }) => {
      for (const n of remove) left.delete(`id-${n}`);
      for (const flag of put) left.set(flag.flag_id, flag);
      return { remove: remove.map((n) => `id-${n}`), put: put.map(entryOf) };
    });
    return { changes, left: [...left.values()].sort(newestFirst) };
  });

const idsOf = (index: FlagIndex, query: FlagQuery) =>
  Array.from(findFlags(index, query).slots, (slot) => index.ids[slot]);

describe('the index', () => {
  test('finds what asking each flag by itself finds, newest first, whatever happened before', () => {
    let found = 0;
    fc.assert(
      fc.property(aHistory, aQuery, fc.nat(12), ({ changes, left }, query, cut) => {
        const index = new FlagIndex();
        index.apply(changes.slice(0, cut));
        // Asking in between fixes an order, which what follows must keep.
        findFlags(index, query);
        for (const change of changes.slice(cut)) index.apply([change]);
        const wanted = left.filter((flag) => matches(flag, query));
        found += wanted.length;
        expect(idsOf(index, query)).toEqual(wanted.map((flag) => flag.flag_id));
        expect(findFlags(index, query).days.reduce((sum, day) => sum + day.flags, 0)).toBe(wanted.length);
        expect(index.size).toBe(left.length);
      }),
      { seed: 6, numRuns: 300 },
    );
    expect(found).toBeGreaterThan(300);
  });

  test('at rest it is the same, and holds nothing of what was removed', () => {
    fc.assert(
      fc.property(aHistory, aQuery, ({ changes, left }, query) => {
        const index = new FlagIndex();
        index.apply(changes);
        const packed = structuredClone(index.packed());
        expect(idsOf(new FlagIndex(packed), query)).toEqual(idsOf(index, query));
        expect(packed.ids.toSorted()).toEqual(left.map((flag) => flag.flag_id).toSorted());
        const held = new Set(
          left.flatMap((flag) => [flag.host, flag.registrable_domain ?? '', ...words(flag)]),
        );
        for (const text of packed.sets.strings) expect(held).toContain(text);
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  test('grows on after it was read back', () => {
    const first = new FlagIndex();
    first.apply([{ remove: [], put: [entry('a', 1), entry('c', 3)] }]);
    const index = new FlagIndex(structuredClone(first.packed()));
    index.apply([{ remove: ['a'], put: [entry('b', 2), entry('d', 4)] }]);
    expect(idsOf(index, EVERYTHING)).toEqual(['d', 'c', 'b']);
    expect(index.entry(index.order[0] ?? -1)).toEqual(entry('b', 2));
  });

  test.each([
    ['1970-01-01', 0],
    ['2024-10-04', 20_000],
  ])('%s is day %i', (name, number) => {
    expect([dayName(number), dayNumber(name)]).toEqual([name, number]);
  });
});

const words = (flag: StoredFlag) => [...entryOf(flag).words, ...flag.local.exchanges];
const entry = (id: string, day: number): IndexEntry =>
  entryOf(
    storedFlag({
      flag_id: id,
      document: id,
      observed_at: `2026-11-0${day}T00:00:00.000Z`,
      host: `${id}.com`,
    }),
  );

describe('what can be chosen from', () => {
  test('exchanges and domains with most flags first, versions newest first', () => {
    const index = new FlagIndex();
    const flags = ['a.okx.com', 'okx.com', 'huobi.com'].map((host, n) => ({
      ...storedFlag({ flag_id: `${n}`, document: `${n}`, host, exchange: host.replace(/^a\.|\.com$/g, '') }),
      registrable_domain: host.replace(/^a\./, ''),
      list: { version: n, sha256: '', entry_first_seen: null },
    }));
    index.apply([{ remove: [], put: flags.map(entryOf) }]);
    expect(flagChoices(index)).toEqual({
      exchanges: [
        { id: 'okx', flags: 2 },
        { id: 'huobi', flags: 1 },
      ],
      domains: [
        { domain: 'okx.com', flags: 2 },
        { domain: 'huobi.com', flags: 1 },
      ],
      listVersions: [2, 1, 0],
    });
    expect(visitsOf(index, 'okx', 0).map((visit) => visit.domain)).toEqual(['okx.com', 'okx.com']);
    expect(visitsOf(index, 'okx', Date.parse('2027-01-01'))).toEqual([]);
  });
});
