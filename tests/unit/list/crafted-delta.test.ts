import { describe, expect, test } from 'vitest';
import { asciiBytes } from '../../../utils/list/ascii.ts';
import { ByteFault } from '../../../utils/list/byte-reader.ts';
import { ByteWriter } from '../../../utils/list/byte-writer.ts';
import { applyDelta, DeltaError, makeDelta } from '../../../utils/list/delta.ts';
import {
  mergeNames,
  type NameChanges,
  readNameChanges,
  writeNameChanges,
} from '../../../utils/list/delta-names.ts';
import { applyTextChanges, writeTextChanges } from '../../../utils/list/delta-texts.ts';
import { encodeSnapshot } from '../../../utils/list/encode.ts';
import { readParts } from '../../../utils/list/read-parts.ts';
import { exchange, listOf, reported } from './sample-list.ts';

const text = (words: string) => new TextEncoder().encode(words);
const texts = (given: Record<string, string>) =>
  new Map(Object.entries(given).map(([key, words]) => [key, text(words)]));

const before = encodeSnapshot(
  listOf(
    [exchange('a', ['one.com', 'two.com']), exchange('b', ['three.com'])],
    [reported('0ne.com', 'a'), reported('tw0.com', 'a', { source: 'another list' })],
  ),
);
const NONE: NameChanges = { removed: [], added: [] };
const old = readParts(before);
const same = () => ({
  exchanges: Int32Array.from(old.exchanges.keys()),
  sources: Int32Array.from(old.sources.keys()),
});

describe('texts that change', () => {
  const TEXTS = texts({ a: 'of a', b: 'of b', c: 'of c' });
  test.each([
    ['nothing', { a: 'of a', b: 'of b', c: 'of c' }, 1],
    ['one that goes', { a: 'of a', c: 'of c' }, 3],
    ['one that is another', { a: 'of a', b: 'of B', c: 'of c' }, null],
    ['one that is longer', { a: 'of a', b: 'of b and more', c: 'of c' }, null],
    ['one that comes first', { _: 'new', a: 'of a', b: 'of b', c: 'of c' }, null],
    ['all', { x: 'new' }, null],
  ])('%s', (_, after, length) => {
    const changes = writeTextChanges(TEXTS, texts(after));
    if (length !== null) expect(changes).toHaveLength(length);
    expect([...applyTextChanges(TEXTS, changes)]).toEqual([...texts(after)]);
  });
  test('of a key that is not there cannot go', () => {
    const changes = writeTextChanges(TEXTS, texts({ a: 'of a', b: 'of b' }));
    expect(() => applyTextChanges(texts({ a: 'of a' }), changes)).toThrow(/c is not there/);
    expect(() => applyTextChanges(texts({ a: 'of a' }), changes)).toThrow(ByteFault);
  });
});

describe('names that change', () => {
  const merged = (changes: NameChanges, to = same()) => mergeNames(old, changes, to);
  test('not at all stay as they are', () => {
    const { high, low, values, records } = merged(NONE);
    expect({ high, low, values, records }).toEqual({
      high: old.high,
      low: old.low,
      values: old.values,
      records: old.records,
    });
  });
  test('are written and read as they were', () => {
    const record = old.records.slice(0, old.records[0]! + (old.values[0]! & 0x8000 ? 7 : 3));
    const changes = { removed: [0, 2, 3], added: [{ value: old.values[0]!, record }] };
    const { entries, records } = writeNameChanges(changes);
    expect(readNameChanges(entries, records)).toEqual(changes);
    expect(() => readNameChanges(entries, Uint8Array.of(...records, 0))).toThrow('records left over');
  });
  test('have values of two bytes', () => {
    const entries = (value: number) => new ByteWriter().count(0).count(value).bytes;
    const record = Uint8Array.of(1, 97, 0, 0, 0, 0, 0, 0);
    expect(readNameChanges(entries(0xffff), record).added).toEqual([{ value: 0xffff, record }]);
    expect(() => readNameChanges(entries(0x10000), record)).toThrow('value 65536');
  });
  test.each<[string, Partial<ReturnType<typeof same>>, string]>([
    ['an exchange that is gone', { exchanges: Int32Array.of(-1, 0) }, 'a name of an exchange that is gone'],
    ['an exchange that never was', { exchanges: Int32Array.of(0) }, 'a name of an exchange that is gone'],
    ['a source that is gone', { sources: Int32Array.of(-1, 0) }, 'a name of a source that is gone'],
    ['a source that never was', { sources: Int32Array.of(0) }, 'a name of a source that is gone'],
  ])('cannot be of %s', (_, to, fault) => {
    expect(() => merged(NONE, { ...same(), ...to })).toThrow(ByteFault);
    expect(() => merged(NONE, { ...same(), ...to })).toThrow(fault);
  });
  test('cannot go from a place twice, or from none', () => {
    expect(() => merged({ removed: [0, 0], added: [] })).toThrow('more names than announced');
    expect(() => merged({ removed: [99], added: [] })).toThrow('more names than announced');
  });
});

describe('a delta', () => {
  const after = encodeSnapshot(listOf([exchange('a', ['one.com', 'two.com'])], [reported('0ne.com', 'a')]));
  const { delta } = makeDelta(before, after);
  const withMagic = (magic: string) => Uint8Array.of(...asciiBytes(magic), ...delta.subarray(8));
  test('gives what is after', () => expect(applyDelta(before, delta)).toEqual(after));
  test.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(), /./],
    ['of another kind', withMagic('ENSIGN\0E'), /no delta/],
    ['with a byte too many', Uint8Array.of(...delta, 0), /1 bytes too many/],
    ['cut', delta.subarray(0, delta.length - 1), /./],
  ])('that is %s is refused', (_, given, words) => {
    expect(() => applyDelta(before, given)).toThrow(DeltaError);
    expect(() => applyDelta(before, given)).toThrow(words);
  });
  test('of another list is refused, and keeps what refused it', () => {
    let error: unknown;
    try {
      applyDelta(after, delta);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(DeltaError);
    expect((error as DeltaError).name).toBe('DeltaError');
    expect((error as DeltaError).cause).toBeInstanceOf(ByteFault);
  });
});
