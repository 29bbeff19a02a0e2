import { describe, expect, test } from 'vitest';
import { asciiBytes } from '../../../utils/list/ascii.ts';
import { ByteWriter } from '../../../utils/list/byte-writer.ts';
import { encodeSnapshot } from '../../../utils/list/encode.ts';
import { VALUE_REPORTED } from '../../../utils/list/layout.ts';
import { openSnapshot } from '../../../utils/list/lookup.ts';
import { packSnapshot, unpackSnapshot } from '../../../utils/list/pack.ts';
import { readParts } from '../../../utils/list/read-parts.ts';
import { refusalOf } from './refusal-of.ts';
import { exchange, hostOf, listOf, reported, SAMPLE } from './sample-list.ts';

const FURTHER = new Map([
  ['LOOK', Uint8Array.of(1, 2, 3)],
  ['ZULU', new Uint8Array(0)],
]);
const sample = () => encodeSnapshot(SAMPLE, FURTHER);

/** What a pack says, in the order in which it says it. */
interface Said {
  magic: string;
  meta: Uint8Array;
  exchanges: { id: Uint8Array; text: Uint8Array }[];
  exchangeCount: number;
  sources: Uint8Array[];
  sourceCount: number;
  values: number[];
  records: Uint8Array;
  further: [string, Uint8Array][];
  furtherCount: number;
  behind: number;
}

/** A pack by somebody who does not keep to `packSnapshot`, of the sample otherwise. */
function crafted(change: Partial<Said> | ((said: Said) => Partial<Said>)): Uint8Array {
  const parts = readParts(sample());
  const honest: Said = {
    magic: 'ENSIGN\0P',
    meta: parts.meta,
    exchanges: parts.exchanges.map(({ id, text }) => ({ id: asciiBytes(id), text })),
    exchangeCount: parts.exchanges.length,
    sources: [...parts.sources],
    sourceCount: parts.sources.length,
    values: [...parts.values],
    records: parts.records,
    further: [...parts.further],
    furtherCount: parts.further.size,
    behind: 0,
  };
  const said = { ...honest, ...(typeof change === 'function' ? change(honest) : change) };
  const out = new ByteWriter().raw(asciiBytes(said.magic)).text(said.meta).count(said.exchangeCount);
  for (const { id, text } of said.exchanges) out.text(id).text(text);
  out.count(said.sourceCount);
  for (const source of said.sources) out.text(source);
  out.count(said.values.length);
  out.raw(Uint8Array.from(said.values, (value) => value & 0xff));
  out.raw(Uint8Array.from(said.values, (value) => value >>> 8));
  out.text(said.records).count(said.furtherCount);
  for (const [id, bytes] of said.further) out.raw(asciiBytes(id)).text(bytes);
  return out.raw(new Uint8Array(said.behind)).bytes;
}

const unpacking = (packed: Uint8Array) => refusalOf(() => unpackSnapshot(packed))?.message;

describe('a pack', () => {
  test.each([
    ['one of everything', () => sample()],
    ['no names at all', () => encodeSnapshot(listOf([]))],
    ['an exchange without names', () => encodeSnapshot(listOf([exchange('a', [])]))],
    [
      'several blocks of names',
      () =>
        encodeSnapshot(
          listOf(
            [exchange('a', ['one.com'])],
            Array.from({ length: 300 }, (_, index) => reported(`0ne${index}.com`, 'a')),
          ),
        ),
    ],
  ])('of a list with %s gives back its bytes', (_, make) => {
    const snapshot = make();
    expect(unpackSnapshot(packSnapshot(snapshot))).toEqual(snapshot);
  });

  test('is what its own words for it say', () => {
    expect(packSnapshot(sample())).toEqual(crafted({}));
  });

  test('does not travel with eight bytes for each name that a receiver can make', () => {
    const names = Array.from({ length: 300 }, (_, index) => reported(`0ne${index}.com`, 'a'));
    const snapshot = encodeSnapshot(listOf([exchange('a', ['one.com'])], names));
    expect(snapshot.length - packSnapshot(snapshot).length).toBeGreaterThan(names.length * 8);
  });

  test('serves, unpacked', () => {
    const { buffer } = unpackSnapshot(packSnapshot(sample()));
    expect(
      openSnapshot(buffer)
        .find(hostOf('www.okex.com'))
        .map((hit) => hit.exchange.id),
    ).toEqual(['okx']);
  });
});

describe('a crafted pack', () => {
  test.each<[string, Parameters<typeof crafted>[0], RegExp]>([
    ['is no pack', { magic: 'ENSIGN\0L' }, /^not a snapshot: packed$/],
    ['has a byte too many', { behind: 1 }, /^truncated: 1 bytes too many$/],
    ['announces more exchanges than bytes are left', { exchangeCount: 99_999 }, /^truncated: 99999 items$/],
    ['announces more sources than bytes are left', { sourceCount: 99_999 }, /^truncated: 99999 items$/],
    ['announces a section that is not there', { furtherCount: 3 }, /^truncated: 4 bytes at \d+$/],
    [
      'has an id of 256 characters',
      ({ exchanges }) => ({
        exchanges: [{ ...exchanges[0]!, id: new Uint8Array(256) }, ...exchanges.slice(1)],
      }),
      /^truncated: 256 bytes of a short text$/,
    ],
    ['has a record more than values', ({ values }) => ({ values: values.slice(1) }), /^bad name record: /],
    [
      'has a value more than records',
      ({ values }) => ({ values: [...values, 0] }),
      /^bad name record: at \d+$/,
    ],
    [
      'has bytes behind the last record',
      ({ records }) => ({ records: Uint8Array.of(...records, 0) }),
      /^bad name record: bytes left over$/,
    ],
    [
      'cuts the last record',
      ({ records }) => ({ records: records.subarray(0, -1) }),
      /^bad name record: at \d+$/,
    ],
  ])('that %s is refused', (_, change, words) => expect(unpacking(crafted(change))).toMatch(words));

  test('may have an id of 255 characters, and as many items as bytes are left', () => {
    const long = new Uint8Array(255).fill(0x61);
    expect(
      unpacking(crafted({ exchanges: [{ id: long, text: asciiBytes('{}') }], exchangeCount: 1 })),
    ).toBeUndefined();
    const bare = { exchanges: [], exchangeCount: 0, values: [], records: new Uint8Array(0), sources: [] };
    // Two sources of no bytes: with the three counts behind them five bytes are left.
    const sources = [new Uint8Array(0), new Uint8Array(0)];
    expect(
      unpacking(crafted({ ...bare, sources, sourceCount: 2, further: [], furtherCount: 0 })),
    ).toBeUndefined();
    expect(unpacking(crafted({ ...bare, sourceCount: 3, further: [], furtherCount: 0 }))).not.toMatch(
      /items/,
    );
    expect(unpacking(crafted({ ...bare, sourceCount: 4, further: [], furtherCount: 0 }))).toBe(
      'truncated: 4 items',
    );
  });

  test('is refused by name wherever it is cut', () => {
    const whole = packSnapshot(sample());
    for (let length = 0; length < whole.length; length++) {
      expect(unpacking(whole.subarray(0, length)), `${length} bytes`).toMatch(
        /^(truncated|not a snapshot): /,
      );
    }
  });

  test('has its names hashed by what they are, reported ones by the length of theirs', () => {
    const one = (value: number, tail: number) =>
      crafted({
        values: [value],
        records: Uint8Array.of(7, ...asciiBytes('one.com'), ...new Uint8Array(tail)),
      });
    expect(unpacking(one(0, 2))).toBeUndefined();
    expect(unpacking(one(0, 6))).toBe('bad name record: bytes left over');
    expect(unpacking(one(VALUE_REPORTED, 6))).toBeUndefined();
    expect(unpacking(one(VALUE_REPORTED, 2))).toBe('bad name record: at 0');
  });
});
