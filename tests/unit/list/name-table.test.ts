import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesWithinRegistrable } from '../../../utils/domain/name-and-parents.ts';
import { hashName } from '../../../utils/list/hash.ts';
import { VALUE_EXACT, VALUE_REPORTED } from '../../../utils/list/layout.ts';
import { NameTable } from '../../../utils/list/name-table.ts';
import { hostOf } from './sample-list.ts';

type Row = [high: number, low: number, value: number];

/** A table of rows as they are given, sorted or not. */
const tableOf = (rows: Row[]) =>
  new NameTable(
    Uint32Array.from(rows, ([high]) => high),
    Uint32Array.from(rows, ([, low]) => low),
    Uint16Array.from(rows, ([, , value]) => value),
  );
const sorted = (rows: Row[]) => rows.toSorted((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
const rowOf = (name: string, value = 0): Row => [...hashName(name), value];

describe('the places of a host', () => {
  const table = tableOf(
    sorted([
      rowOf('okx.com', 3),
      rowOf('okx.com', 7 | VALUE_REPORTED),
      rowOf('coin.z.com', 4 | VALUE_EXACT),
      rowOf('my.pages.dev', 5),
      rowOf('pages.dev', 6),
      rowOf('com', 6),
    ]),
  );
  const placesOf = (host: string) =>
    table
      .positions(hostOf(host))
      .map(({ name, exchange, exact, reported }) => [name, exchange, exact, reported]);

  test.each([
    [
      'okx.com',
      [
        ['okx.com', 3, false, false],
        ['okx.com', 7, false, true],
      ],
    ],
    [
      'a.b.okx.com',
      [
        ['okx.com', 3, false, false],
        ['okx.com', 7, false, true],
      ],
    ],
    ['coin.z.com', [['coin.z.com', 4, true, false]]],
    ['www.coin.z.com', []],
    ['z.com', []],
    ['my.pages.dev', [['my.pages.dev', 5, false, false]]],
    ['www.my.pages.dev', [['my.pages.dev', 5, false, false]]],
    ['pages.dev', []],
    ['com', []],
    ['notokx.com', []],
  ])('%s', (host, places) => expect(placesOf(host)).toEqual(places));

  test('are none in an empty table', () => {
    expect(tableOf([]).positions(hostOf('okx.com'))).toEqual([]);
  });

  test('are told nearest name first', () => {
    const names = tableOf(sorted([rowOf('okx.com', 1), rowOf('m.okx.com', 2), rowOf('a.m.okx.com', 3)]));
    expect(names.positions(hostOf('a.m.okx.com')).map(({ exchange }) => exchange)).toEqual([3, 2, 1]);
  });
});

/** Where the hash of a name stands among others must not matter: far from where it is guessed, or in a crowd. */
test('the places of a host are those of its hashes, however the others lie', () => {
  const NAMES = ['okx.com', 'www.okx.com', 'binance.com', 'huobi.pro'];
  const near = fc.constantFrom(...NAMES).chain((name) => {
    const [high, low] = hashName(name);
    return fc.tuple(
      fc.constantFrom(high, high - 1, high + 1, 0, 0xffffffff),
      fc.constantFrom(low, low - 1, low + 1, 0, 0xffffffff),
    );
  });
  const anywhere = fc.tuple(fc.integer({ min: 0, max: 0xffffffff }), fc.integer({ min: 0, max: 0xffffffff }));
  /** Many rows on one side, of one high lane or of one after the other. */
  const crowd = fc
    .tuple(
      fc.constantFrom(...NAMES.map((name) => hashName(name)[0]), 0, 0xffff0000),
      fc.integer({ min: 0, max: 3000 }),
      fc.boolean(),
    )
    .map(([high, length, climbing]) =>
      Array.from({ length }, (_, index): [number, number] => [
        climbing ? Math.min(0xffffffff, high + 1 + index) : high,
        index,
      ]),
    );
  fc.assert(
    fc.property(
      fc.array(near, { maxLength: 8 }),
      fc.array(anywhere, { maxLength: 8 }),
      fc.array(crowd, { maxLength: 2 }),
      fc.constantFrom(...NAMES),
      (some, more, crowds, text) => {
        const rows = sorted(
          [...some, ...more, ...crowds.flat()].map(([high, low], index): Row => [high, low, index % 100]),
        );
        const host = hostOf(text);
        const expected = namesWithinRegistrable(host).flatMap((name) => {
          const [high, low] = hashName(name);
          return rows.flatMap((row, index) =>
            row[0] === high && row[1] === low ? [`${name} ${index}`] : [],
          );
        });
        const places = tableOf(rows).positions(host);
        expect(places.map(({ name, index }) => `${name} ${index}`)).toEqual(expected);
      },
    ),
    { seed: 20_261_201, numRuns: 400 },
  );
});

describe('a place', () => {
  const table = tableOf([
    [1, 2, 5],
    [3, 4, 0x3fff | VALUE_EXACT],
    [5, 6, VALUE_REPORTED],
  ]);
  test.each([
    [0, 5, { exact: false, reported: false, exchange: 5 }],
    [1, 0x7fff, { exact: true, reported: false, exchange: 0x3fff }],
    [2, 0x8000, { exact: false, reported: true, exchange: 0 }],
    [3, 0, { exact: false, reported: false, exchange: 0 }],
  ])('%i says what its value does', (index, value, entry) => {
    expect(table.valueAt(index)).toBe(value);
    expect(table.entryAt(index)).toEqual(entry);
    expect(table.isReported(index)).toBe(entry.reported);
  });
  test('has its hash, and none behind the last', () => {
    expect([0, 2, 3].map((index) => table.hashAt(index))).toEqual([
      [1, 2],
      [5, 6],
      [0, 0],
    ]);
    expect(table.size).toBe(3);
  });
});

describe('a table is in order', () => {
  const order = (step: number, ...hashes: [number, number][]) =>
    tableOf(hashes.map(([high, low]): Row => [high, low, 0])).isSorted(step);
  test.each<[string, boolean, [number, number][]]>([
    ['none', true, []],
    ['one', true, [[9, 9]]],
    [
      'by the high lane, whatever the low one is',
      true,
      [
        [1, 9],
        [2, 0],
        [3, 5],
      ],
    ],
    [
      'by the low lane where the high one is the same',
      true,
      [
        [1, 1],
        [1, 2],
        [1, 2],
      ],
    ],
    [
      'no: the high lane falls',
      false,
      [
        [2, 0],
        [1, 9],
      ],
    ],
    [
      'no: the low lane falls',
      false,
      [
        [1, 1],
        [1, 3],
        [1, 2],
      ],
    ],
  ])('%s: %s', (_, holds, hashes) => expect(order(1, ...hashes)).toBe(holds));

  test('as far as the step looks: between the first two, and then at every step', () => {
    const late: [number, number][] = [
      [1, 0],
      [2, 0],
      [9, 0],
      [3, 0],
      [4, 0],
    ];
    expect(order(1, ...late)).toBe(false);
    expect(order(2, ...late)).toBe(false);
    expect(order(3, ...late)).toBe(true);
    expect(order(9, [2, 0], [1, 0])).toBe(false);
  });
});
