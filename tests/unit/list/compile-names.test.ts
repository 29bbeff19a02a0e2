import { describe, expect, test } from 'vitest';
import {
  type CompiledName,
  CompileError,
  compileNames,
  refuseCollisions,
} from '../../../utils/list/compile-names.ts';
import { hashName } from '../../../utils/list/hash.ts';
import { VALUE_EXACT, VALUE_REPORTED } from '../../../utils/list/layout.ts';
import { exchange, listOf, reported } from './sample-list.ts';

const told = (list: Parameters<typeof compileNames>[0]) => {
  const { names, sources } = compileNames(list);
  return { names: names.map(({ value, record }) => ({ value, ...record })), sources };
};

/** Names whose hashes meet in one lane, found by trying 200,000. */
const ONE_HIGH = ['name47333.com', 'name125029.com'] as const;
const ONE_LOW = ['name52430.com', 'name120098.com'] as const;

describe('what a name says', () => {
  test('is its exchange and row, exact for a host of its own', () => {
    const list = listOf([
      exchange('a', [{ domain: 'shared.com', imitated_only: true }, 'one.com']),
      exchange('b', ['three.com', { domain: 'z.com', host: 'coin.z.com' }]),
    ]);
    expect(told(list)).toEqual({
      names: expect.arrayContaining([
        { kind: 'listed', name: 'one.com', value: 0, row: 1 },
        { kind: 'listed', name: 'three.com', value: 1, row: 0 },
        { kind: 'listed', name: 'coin.z.com', value: 1 | VALUE_EXACT, row: 1 },
      ]),
      sources: [],
    });
    expect(told(list).names).toHaveLength(3);
  });

  test('is who reported it and when, for a reported one', () => {
    const { names, sources } = told(
      listOf(
        [exchange('a', []), exchange('b', [])],
        [
          reported('0ne.com', 'b', { source: 'late', firstSeen: '2024' }),
          reported('x.0ne.example', 'a', { source: 'early', exact: true, lastSeen: '2025-01' }),
        ],
      ),
    );
    expect(sources).toEqual(['early', 'late']);
    expect(names).toHaveLength(2);
    expect(names).toContainEqual({
      kind: 'reported',
      name: '0ne.com',
      value: VALUE_REPORTED | 1,
      source: 1,
      firstSeen: '2024',
      lastSeen: null,
    });
    expect(names).toContainEqual({
      kind: 'reported',
      name: 'x.0ne.example',
      value: VALUE_REPORTED | VALUE_EXACT,
      source: 0,
      firstSeen: null,
      lastSeen: '2025-01',
    });
  });

  test('stands beside the hash of the name', () => {
    const [name] = compileNames(listOf([exchange('a', ['one.com'])])).names;
    expect([name!.high, name!.low]).toEqual(hashName('one.com'));
  });
});

describe('names lie', () => {
  test('by their hashes', () => {
    const domains = Array.from({ length: 200 }, (_, index) => `one${index}.com`);
    const { names } = compileNames(listOf([exchange('a', domains)]));
    for (const [index, { high }] of names.slice(1).entries())
      expect(high).toBeGreaterThan(names[index]!.high);
  });

  test.each([[ONE_HIGH], [ONE_HIGH.toReversed()], [ONE_LOW], [ONE_LOW.toReversed()]])(
    'by one lane where the other is the same: %s',
    (domains) => {
      const { names } = compileNames(listOf([exchange('a', [...domains])]));
      const [first, second] = names as [CompiledName, CompiledName];
      expect(first.high - second.high || first.low - second.low).toBeLessThan(0);
      expect(names.map(({ record }) => record.name).sort()).toEqual([...domains].sort());
    },
  );

  test('by exchange where they are the same, hosts of their own and reports behind', () => {
    const { names } = told(
      listOf(
        [
          exchange('a', [{ domain: 'z.com', host: 'coin.z.com' }]),
          exchange('b', ['coin.z.com']),
          exchange('c', ['coin.z.com']),
        ],
        [reported('coin.z.com', 'b'), reported('coin.z.com', 'a')],
      ),
    );
    expect(names.map(({ value }) => value)).toEqual([1, 2, VALUE_EXACT, VALUE_REPORTED, VALUE_REPORTED | 1]);
  });

  test('by row, or by source, where that is the same too', () => {
    const { names } = told(
      listOf(
        [exchange('a', ['one.com', 'two.com', 'one.com'])],
        ['third', 'first', 'second'].map((source) => reported('0ne.com', 'a', { source })),
      ),
    );
    const places = (name: string) =>
      names.flatMap((one) => (one.name === name ? [one.kind === 'listed' ? one.row : one.source] : []));
    expect(places('one.com')).toEqual([0, 2]);
    expect(places('0ne.com')).toEqual([0, 1, 2]);
  });
});

describe('a list is not told', () => {
  const exchanges = (length: number) => Array.from({ length }, (_, index) => exchange(`a${index}`, []));
  const sources = (length: number) =>
    Array.from({ length }, (_, index) => reported('0ne.com', 'a', { source: `source ${index}` }));

  test('with more exchanges than the format counts', () => {
    expect(compileNames(listOf(exchanges(16_384))).names).toEqual([]);
    expect(() => compileNames(listOf(exchanges(16_385)))).toThrow(/^more than 16384 exchanges$/);
  });

  test('with more sources than the format counts', () => {
    expect(compileNames(listOf([exchange('a', [])], sources(65_536))).sources).toHaveLength(65_536);
    expect(() => compileNames(listOf([exchange('a', [])], sources(65_537)))).toThrow(
      /^more than 65536 sources$/,
    );
  });

  test('with a report of an exchange that is not there', () => {
    const compile = () => compileNames(listOf([exchange('a', [])], [reported('0ne.com', 'b')]));
    expect(compile).toThrow(CompileError);
    expect(compile).toThrow(/^0ne\.com imitates unknown exchange b$/);
    expect(new CompileError('').name).toBe('CompileError');
  });

  test('with two names of one hash, which nobody has found yet', () => {
    const at = (name: string, high: number, low: number): CompiledName => ({
      high,
      low,
      value: 0,
      record: { kind: 'listed', name, row: 0 },
    });
    const refused =
      (...names: CompiledName[]) =>
      () =>
        refuseCollisions(names);
    expect(refused(at('a.com', 1, 1), at('b.com', 1, 2), at('c.com', 2, 2))).not.toThrow();
    expect(refused(at('a.com', 1, 1), at('a.com', 1, 1))).not.toThrow();
    expect(refused(at('z.com', 0, 1), at('a.com', 1, 1), at('b.com', 1, 1))).toThrow(
      new CompileError('a.com and b.com have the same hash'),
    );
  });
});
