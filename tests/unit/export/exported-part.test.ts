import { describe, expect, it, test } from 'vitest';
import { coverageWithin, type DayLimits } from '../../../utils/export/exported-part.ts';
import { type ExportRequest, prepareExport } from '../../../utils/export/prepare.ts';
import type { CoverageInterval, SuccessionEdge } from '../../../utils/history/flag.ts';
import { exportRequest, memorySource } from '../../fixtures/export/memory-source.ts';
import { storedFlag } from '../../fixtures/flag.ts';

const DAYS = ['17', '18', '19', '20'];
const id = (n: number) => `0000000${n}-0000-4000-8000-000000000000`;
/** Noon at UTC+8. */
const noon = (day: string) => `2026-11-${day}T04:00:00.000Z`;
const midnight = (day: number) => `2026-11-${day - 1}T16:00:00.000Z`;
const flags = DAYS.map((day, n) =>
  storedFlag({ flag_id: id(n), document: day, host: 'new.example', observed_at: noon(day) }),
);
const visit = (day: string, words = day) => ({
  document: day,
  at: noon(day),
  evidence: [`way: https://okex.com/${words} > https://new.example/`],
});
const candidate = { from: 'okex.com', to: 'new.example', exchange: 'okx', kind: 'redirect' as const };
const sum = (first: string, last: string, times: number, evidence: string[]) => ({
  first_seen: noon(first),
  last_seen: noon(last),
  times,
  evidence,
});
const loose = sum('10', '11', 7, ['words: 最新网址']);
const way = (day: string) => visit(day).evidence[0]!;
const known: SuccessionEdge = {
  ...candidate,
  id: 'e',
  ...sum('10', '20', 11, ['words: 最新网址', ...DAYS.map(way)]),
  visits: DAYS.map((day) => visit(day)),
  loose,
};

async function beside(rest: Partial<ExportRequest>, held: Partial<Parameters<typeof memorySource>[0]> = {}) {
  const source = memorySource({
    flags,
    edges: [known],
    daily: ['15', ...DAYS, '25'].map((day) => ({ day: `2026-11-${day}`, checked: 9, flagged: 1, kinds: {} })),
    coverage: [
      { from: noon('15'), until: noon('18'), reason: 'recording' },
      { from: noon('18'), until: noon('19'), reason: 'paused' },
      { from: noon('19'), until: null, reason: 'recording' },
    ],
    ...held,
  });
  const bundle = prepareExport(source, exportRequest({ level: 'full', time: 'exact' }, rest));
  for await (const _ of bundle.flags);
  return bundle.beside();
}

const limits = (asked: Partial<DayLimits>): DayLimits => ({
  from: null,
  to: null,
  byFlags: false,
  today: '2026-11-25',
  ...asked,
});
const only =
  (...days: string[]) =>
  ({ observed_at }: { observed_at: string }) =>
    days.map(noon).includes(observed_at);

describe('a candidate is told as the exported flags saw it', () => {
  test.each<[string, Partial<ExportRequest>, object[]]>([
    [
      'all: with what no document is known of',
      {},
      [sum('10', '20', 11, ['words: 最新网址', ...DAYS.map(way)])],
    ],
    [
      'one ticked off: without its visit, and without what may be its',
      { wanted: only('17', '18', '20') },
      [sum('17', '20', 3, ['17', '18', '20'].map(way))],
    ],
    ['one alone', { wanted: only('18') }, [sum('18', '18', 1, [way('18')])]],
    ['all that a filter found', { days: limits({ byFlags: true }) }, [sum('17', '20', 4, DAYS.map(way))]],
    ['flags since an instant', { since: noon('19') }, [sum('19', '20', 2, ['19', '20'].map(way))]],
    ['none', { wanted: () => false }, []],
  ])('%s', async (_what, rest, told) => {
    const { edges } = await beside(rest);
    expect(edges).toEqual(told.map((seen) => ({ ...candidate, ...seen })));
  });

  it('nothing of it where a flag could not be read', async () => {
    const broken = { ...flags[0]!, observed_at: 'yesterday' };
    const { edges } = await beside({}, { flags: [broken, ...flags.slice(1)] });
    expect(edges).toMatchObject([{ times: 3, first_seen: noon('18') }]);
  });

  it('another visit than those of the exported flags of its name is not told', async () => {
    const other = { ...known, visits: [visit('elsewhere')] };
    delete other.loose;
    expect((await beside({ days: limits({ byFlags: true }) }, { edges: [other] })).edges).toEqual([]);
  });
});

describe('days and intervals', () => {
  const ALL = ['15', ...DAYS, '25'];
  test.each<[string, Partial<ExportRequest>, string[], (string | null)[]]>([
    ['all', { days: null }, ALL, [noon('15'), null]],
    [
      'from a day on',
      { days: limits({ from: '2026-11-18' }) },
      ['18', '19', '20', '25'],
      [midnight(18), null],
    ],
    ['to a day', { days: limits({ to: '2026-11-18' }) }, ['15', '17', '18'], [noon('15'), midnight(19)]],
    ['to the present day', { days: limits({ to: '2026-11-25' }) }, ALL, [noon('15'), null]],
    [
      'of a choice of flags',
      { days: limits({ byFlags: true }), wanted: only('18', '19') },
      ['18', '19'],
      [midnight(18), midnight(20)],
    ],
    [
      'of one flag',
      { days: limits({ byFlags: true }), wanted: only('18') },
      ['18'],
      [midnight(18), midnight(19)],
    ],
    [
      'of a choice of flags with one day named',
      { days: limits({ byFlags: true, from: '2026-11-15' }), wanted: only('18') },
      ['15', '17', '18'],
      [noon('15'), midnight(19)],
    ],
    [
      'of the flags of the present day',
      { days: limits({ byFlags: true, today: '2026-11-20' }), wanted: only('19', '20') },
      ['19', '20', '25'],
      [midnight(19), null],
    ],
    ['of no flag', { days: limits({ byFlags: true, from: '2026-11-15' }), wanted: () => false }, [], []],
  ])('%s', async (_what, rest, days, ends) => {
    const { daily, coverage } = await beside(rest);
    expect(daily.map(({ day }) => day)).toEqual(days.map((day) => `2026-11-${day}`));
    expect([coverage[0]?.from, coverage.at(-1)?.until].filter((end) => end !== undefined)).toEqual(ends);
  });

  it('keep what lies within them alone', () => {
    const interval = (from: number, until: number | null): CoverageInterval => ({
      from: midnight(from),
      until: until === null ? null : midnight(until),
      reason: 'recording',
    });
    const cut = coverageWithin(
      [interval(15, 18), interval(18, 19), interval(19, 20), interval(20, null)],
      { from: '2026-11-18', to: '2026-11-19' },
      480,
    );
    expect(cut).toEqual([interval(18, 19), interval(19, 20)]);
  });
});
