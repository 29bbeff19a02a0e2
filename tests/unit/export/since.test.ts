import { expect, it } from 'vitest';
import { prepareExport } from '../../../utils/export/prepare.ts';
import { edgesSince } from '../../../utils/export/since.ts';
import type { EdgeVisit, SuccessionEdge } from '../../../utils/history/flag.ts';
import { exportRequest, memorySource } from '../../fixtures/export/memory-source.ts';
import { storedFlag } from '../../fixtures/flag.ts';

const SINCE = '2026-11-20T12:00:00.000Z';
const at = (hour: string) => `2026-11-20T${hour}:00:00.000Z`;
const id = (n: number) => `0000000${n}-0000-4000-8000-000000000000`;
const edge = (first: string, last: string): SuccessionEdge => ({
  id: first,
  from: 'okx.com',
  to: 'okx.com',
  exchange: 'okx',
  kind: 'redirect',
  first_seen: at(first),
  last_seen: at(last),
  times: 1,
  evidence: [],
});

it('nothing from before an instant is exported, beside the flags neither', async () => {
  const source = memorySource({
    flags: ['10', '11', '12', '13'].map((hour, n) =>
      storedFlag({ flag_id: id(n), document: hour, observed_at: at(hour) }),
    ),
    daily: ['19', '20', '21'].map((day) => ({ day: `2026-11-${day}`, checked: 9, flagged: 9, kinds: {} })),
    coverage: [
      { from: at('08'), until: at('09'), reason: 'recording' },
      { from: at('09'), until: at('14'), reason: 'recording' },
      { from: at('14'), until: null, reason: 'paused' },
    ],
    edges: [edge('08', '09'), edge('12', '13')],
  });
  const bundle = prepareExport(source, exportRequest({ level: 'host', time: 'exact' }, { since: SINCE }));
  const ids: string[] = [];
  for await (const flag of bundle.flags) ids.push(flag.flag_id);
  expect(ids).toEqual([id(2), id(3)]);
  const { daily, coverage, edges } = await bundle.beside();
  expect(daily.map(({ day, checked, flagged }) => [day, checked, flagged])).toEqual([
    ['2026-11-20', 9, 2],
    ['2026-11-21', 9, 0],
  ]);
  expect(coverage).toEqual([
    { from: SINCE, until: at('14'), reason: 'recording' },
    { from: at('14'), until: null, reason: 'paused' },
  ]);
  expect(edges).toMatchObject([{ first_seen: at('12'), last_seen: at('13'), times: 1 }]);
});

const visit = (hour: string): EdgeVisit => ({ document: hour, at: at(hour), evidence: [`way: ${hour}`] });
const sum = (first: string, last: string, times: number) => ({
  first_seen: at(first),
  last_seen: at(last),
  times,
  evidence: [`sum: ${first}`],
});

it.each([
  [
    'visits on both sides: the later alone',
    { visits: [visit('10'), visit('13'), visit('14')] },
    [{ first_seen: at('13'), last_seen: at('14'), times: 2, evidence: ['way: 13', 'way: 14'] }],
  ],
  [
    'a sum that spans the instant stays out',
    { visits: [visit('13')], loose: sum('10', '12', 40) },
    [{ first_seen: at('13'), last_seen: at('13'), times: 1, evidence: ['way: 13'] }],
  ],
  [
    'a sum that is later throughout counts',
    { visits: [visit('14')], loose: sum('12', '13', 40) },
    [{ first_seen: at('12'), last_seen: at('14'), times: 41, evidence: ['sum: 12', 'way: 14'] }],
  ],
  ['earlier visits alone', { visits: [visit('10')] }, []],
  ['nothing but a sum that spans the instant', {}, []],
])('a candidate known before: %s', (_, parts: Partial<SuccessionEdge>, expected) => {
  const known: SuccessionEdge = {
    ...edge('10', '14'),
    times: 43,
    evidence: ['way: 10', 'sum: 10'],
    ...parts,
  };
  const told = edgesSince([known], SINCE);
  expect(
    told.map(({ first_seen, last_seen, times, evidence }) => ({ first_seen, last_seen, times, evidence })),
  ).toEqual(expected);
  expect(edgesSince([known], undefined)).toEqual([known]);
});
