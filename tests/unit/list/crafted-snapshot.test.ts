import { describe, expect, test } from 'vitest';
import { checkSnapshot } from '../../../utils/list/check-snapshot.ts';
import { encodeSnapshot } from '../../../utils/list/encode.ts';
import { hashName } from '../../../utils/list/hash.ts';
import { VALUE_REPORTED } from '../../../utils/list/layout.ts';
import { type NameRecord, nameRecordLength, writeNameRecord } from '../../../utils/list/name-record.ts';
import { readParts } from '../../../utils/list/read-parts.ts';
import { readInMemory } from '../../../utils/list/reading.ts';
import { Snapshot } from '../../../utils/list/snapshot.ts';
import { type SnapshotParts, writeSnapshot } from '../../../utils/list/write-snapshot.ts';
import { refusalOf } from './refusal-of.ts';
import { exchange, listOf, reported } from './sample-list.ts';

/** Snapshots that are whole and in order as bytes, made by somebody who does not keep to the encoder. */
const parts = () =>
  readParts(
    encodeSnapshot(
      listOf(
        [exchange('a', ['one.com', 'two.com']), exchange('b', ['three.com'])],
        [reported('0ne.com', 'a')],
      ),
    ),
  );

function names(...given: { record: NameRecord; exchange: number; hashed?: string }[]) {
  const sorted = given
    .map((one) => ({ ...one, hash: hashName(one.hashed ?? one.record.name) }))
    .sort((x, y) => x.hash[0] - y.hash[0] || x.hash[1] - y.hash[1]);
  const records = new Uint8Array(sorted.reduce((sum, { record }) => sum + nameRecordLength(record), 0));
  let at = 0;
  for (const { record } of sorted) at = writeNameRecord(record, records, at);
  return {
    high: Uint32Array.from(sorted, ({ hash }) => hash[0]),
    low: Uint32Array.from(sorted, ({ hash }) => hash[1]),
    values: Uint16Array.from(
      sorted,
      (one) => one.exchange | (one.record.kind === 'reported' ? VALUE_REPORTED : 0),
    ),
    records,
  };
}
const listed = (name: string, row = 0) => ({ kind: 'listed' as const, name, row });
const report = (name: string, source = 0): NameRecord => ({
  kind: 'reported',
  name,
  source,
  firstSeen: null,
  lastSeen: null,
});
const ONE = { record: listed('one.com', 0), exchange: 0 };
const TWO = { record: listed('two.com', 1), exchange: 0 };
const THREE = { record: listed('three.com', 0), exchange: 1 };
const REPORTED = { record: report('0ne.com'), exchange: 0 };

function faultOf(change: Partial<SnapshotParts>): string | undefined {
  const bytes = writeSnapshot({ ...parts(), ...change });
  return refusalOf(() => readInMemory(bytes, checkSnapshot(new Snapshot(bytes.buffer))))?.message;
}

describe('a crafted snapshot', () => {
  test('passes where it says what the encoder would', () => {
    expect(faultOf({})).toBeUndefined();
    expect(faultOf(names(ONE, TWO, THREE, REPORTED))).toBeUndefined();
  });

  test.each<[string, Partial<SnapshotParts>, RegExp]>([
    ['exchanges out of order', { exchanges: parts().exchanges.toReversed() }, /^not sorted: exchange ids/],
    [
      'an exchange twice',
      { exchanges: [parts().exchanges[0]!, parts().exchanges[0]!] },
      /^not sorted: exchange ids/,
    ],
    [
      'a name under the hash of another',
      names(ONE, TWO, { ...THREE, hashed: 'four.com' }, REPORTED),
      /^bad name record: hash of place \d/,
    ],
    [
      'a name in capitals',
      names(ONE, TWO, { ...THREE, record: listed('Three.com') }, REPORTED),
      /^bad name record: "Three\.com" is no hostname/,
    ],
    [
      'a name that is none',
      names(ONE, TWO, THREE, { ...REPORTED, record: report('0 ne.com') }),
      /^bad name record: "0 ne\.com" is no hostname/,
    ],
    [
      'a name of an exchange that is not there',
      names(ONE, TWO, THREE, { ...REPORTED, exchange: 2 }),
      /^bad value: exchange of 0ne\.com/,
    ],
    [
      'a name in the row of another',
      names({ ...ONE, record: listed('one.com', 1) }, TWO, THREE, REPORTED),
      /^bad value: row of one\.com/,
    ],
    [
      'a name in no row',
      names({ ...ONE, record: listed('one.com', 2) }, TWO, THREE, REPORTED),
      /^bad value: row of one\.com/,
    ],
    [
      'a listed name among those of another',
      names(ONE, TWO, { ...THREE, exchange: 0 }, REPORTED),
      /^bad value: row of three\.com/,
    ],
    [
      'more reported names than it says',
      names(ONE, TWO, { ...REPORTED, record: report('0n.com') }, REPORTED),
      /^bad meta: 2 reported names/,
    ],
    [
      'fewer, and a name twice',
      names(ONE, TWO, THREE, { ...THREE, record: listed('three.com') }),
      /^bad meta: 0 reported names$/,
    ],
    [
      'a source that is not there',
      names(ONE, TWO, THREE, { ...REPORTED, record: report('0ne.com', 1) }),
      /^bad offset: SRCS 1$/,
    ],
  ])('is refused with %s', (_, change, fault) => expect(faultOf(change)).toMatch(fault));
});
