import { describe, expect, test } from 'vitest';
import {
  type NameRecord,
  nameRecordEnd,
  nameRecordLength,
  readNameRecord,
  tailOffset,
  writeNameRecord,
} from '../../../utils/list/name-record.ts';
import { SnapshotError } from '../../../utils/list/snapshot-error.ts';

const LISTED: NameRecord = { kind: 'listed', name: 'a.io', row: 0x1234 };
const REPORTED: NameRecord = {
  kind: 'reported',
  name: '0x.io',
  source: 0xabcd,
  firstSeen: '2000',
  lastSeen: null,
};

describe.each([
  [LISTED, [4, 0x61, 0x2e, 0x69, 0x6f, 0x34, 0x12]],
  [REPORTED, [5, 0x30, 0x78, 0x2e, 0x69, 0x6f, 0xcd, 0xab, 1, 0, 0, 0]],
])('the record of $name', (record, bytes) => {
  const isReported = record.kind === 'reported';

  test('is a length, the name and numbers of 16 bits, between others', () => {
    const room = new Uint8Array(bytes.length + 4).fill(0xee);
    expect(nameRecordLength(record)).toBe(bytes.length);
    expect(writeNameRecord(record, room, 2)).toBe(2 + bytes.length);
    expect([...room]).toEqual([0xee, 0xee, ...bytes, 0xee, 0xee]);
  });

  test('is read where it begins, and its end is known', () => {
    const room = Uint8Array.of(0xee, ...bytes, 0xee);
    expect(readNameRecord(room, 1, isReported)).toEqual(record);
    expect(nameRecordEnd(room, 1, isReported)).toBe(1 + bytes.length);
  });

  test('ends where the bytes do', () => {
    const room = Uint8Array.from(bytes);
    expect(nameRecordEnd(room, 0, isReported)).toBe(bytes.length);
    expect(readNameRecord(room, 0, isReported)).toEqual(record);
  });

  test('is refused wherever it is cut', () => {
    for (let length = 0; length < bytes.length; length++) {
      const cut = Uint8Array.from(bytes.slice(0, length));
      expect(() => readNameRecord(cut, 0, isReported)).toThrow(/^bad name record: at 0$/);
      expect(() => nameRecordEnd(cut, 0, isReported)).toThrow(SnapshotError);
    }
  });

  test('has its first number behind the name', () => {
    const at = tailOffset(Uint8Array.from(bytes));
    expect(bytes[at]! | (bytes[at + 1]! << 8)).toBe(record.kind === 'listed' ? record.row : record.source);
  });
});

test('a name of 255 characters has room', () => {
  const record: NameRecord = { kind: 'listed', name: 'a'.repeat(255), row: 1 };
  const room = new Uint8Array(nameRecordLength(record));
  expect(writeNameRecord(record, room, 0)).toBe(258);
  expect(readNameRecord(room, 0, false)).toEqual(record);
});

/** 2 packs the first day of no month. */
test.each([
  ['first', [2, 0, 0, 0]],
  ['last', [0, 0, 2, 0]],
  ['first and last', [0xff, 0xff, 0xff, 0xff]],
])('a number that packs no date is refused: %s', (_, dates) => {
  const record = Uint8Array.of(1, 0x61, 0, 0, ...dates);
  expect(() => readNameRecord(record, 0, true)).toThrow(/^bad name record: date of "a"$/);
});
