import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logShape } from '../../../components/history/log-shape.ts';
import { readSearch } from '../../../components/history/search.ts';
import { stripsOf } from '../../../components/history/strips.ts';

describe('the log without its rows', () => {
  const days = [
    { day: '2026-11-22', flags: 2 },
    { day: '2026-11-20', flags: 1 },
  ];
  test('a head before each day', () => {
    const shape = logShape(days);
    expect(Array.from({ length: shape.count }, (_, index) => shape.at(index))).toEqual([
      { day: '2026-11-22', flags: 2 },
      { offset: 0 },
      { offset: 1 },
      { day: '2026-11-20', flags: 1 },
      { offset: 2 },
    ]);
  });

  test('every flag stands where indexOf says', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(lengths, (counts) => {
        const shape = logShape(counts.map((flags, n) => ({ day: `${n}`, flags })));
        const flags = counts.reduce((sum, one) => sum + one, 0);
        expect(shape.count).toBe(flags + counts.length);
        for (let offset = 0; offset < flags; offset++)
          expect(shape.at(shape.indexOf(offset))).toEqual({ offset });
      }),
      { seed: 6 },
    );
  });

  test('an empty log has no places', () => {
    expect(logShape([]).count).toBe(0);
  });
});

describe('what is typed into the search', () => {
  test.each([
    ['okx', { text: 'okx' }],
    ['  okx  login ', { text: 'okx login' }],
    ['kind:lookalike okx', { text: 'okx', kind: 'lookalike' }],
    ['exchange:OKX action:left list:412', { text: '', exchange: 'okx', action: 'left', listVersion: 412 }],
    ['from:2026-11-01 to:2026-11-22', { text: '', from: '2026-11-01', to: '2026-11-22' }],
    ['kind:nonsense', { text: 'kind:nonsense' }],
    ['from:yesterday', { text: 'from:yesterday' }],
    ['list:x', { text: 'list:x' }],
    ['kind:', { text: 'kind:' }],
    ['https://okx.com', { text: 'https://okx.com' }],
  ])('%s', (typed, filter) => {
    expect(readSearch(typed)).toEqual(filter);
  });
});

test('strips of the chart count by kind, on their own scale', () => {
  const [lookalike, landing, listed, checked] = stripsOf([
    { day: '2026-11-21', checked: 10, flagged: 3, byKind: { lookalike: 1, reported: 1, listed: 1 } },
    { day: '2026-11-22', checked: 20, flagged: 4, byKind: { landing: 1, brandClaim: 2, succession: 1 } },
  ]);
  expect(lookalike).toMatchObject({ values: [2, 0], total: 2, most: 2 });
  expect(landing).toMatchObject({ values: [0, 4], total: 4, most: 4 });
  expect(listed).toMatchObject({ total: 1 });
  expect(checked).toMatchObject({ total: 30, most: 20 });
});
