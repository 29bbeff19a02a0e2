import { expect, test } from 'vitest';
import { limitsOf } from '../../../entrypoints/export/limits.ts';
import { EVERYTHING, type FlagQuery } from '../../../utils/history/flag-query.ts';

const today = '2026-11-25';
const filter = (asked: Partial<FlagQuery>) => ({ filter: { ...EVERYTHING, ...asked } });

test.each([
  ['everything', null],
  ['a filter that asks for all', filter({})],
])('%s has all days', (_what, selection) => {
  expect(limitsOf(selection, today)).toBeNull();
});

test.each([
  ['ticked flags', { ids: ['a'] }, { from: null, to: null, byFlags: true }],
  [
    'days',
    filter({ from: '2026-11-01', to: '2026-11-02' }),
    { from: '2026-11-01', to: '2026-11-02', byFlags: false },
  ],
  ['one day alone', filter({ from: '2026-11-01' }), { from: '2026-11-01', to: null, byFlags: false }],
  ['the other alone', filter({ to: '2026-11-02' }), { from: null, to: '2026-11-02', byFlags: false }],
  ['words', filter({ text: 'okx' }), { from: null, to: null, byFlags: true }],
  ['a list', filter({ listVersion: 0, to: '2026-11-02' }), { from: null, to: '2026-11-02', byFlags: true }],
])('%s', (_what, selection, days) => {
  expect(limitsOf(selection, today)).toEqual({ ...days, today });
});
