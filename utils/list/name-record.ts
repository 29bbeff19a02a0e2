import type { PartialDate } from '../exchange/record.ts';
import { asciiText } from './ascii.ts';
import { packDate, unpackDate } from './partial-date.ts';
import { SnapshotError } from './snapshot-error.ts';

/** What stands beside a name: the row of its exchange for a listed one, who reported it and when for a reported one. */
export type NameRecord =
  | { kind: 'listed'; name: string; row: number }
  | {
      kind: 'reported';
      name: string;
      /** Index into the sources. */
      source: number;
      firstSeen: PartialDate | null;
      lastSeen: PartialDate | null;
    };

const LISTED_TAIL = 2;
const REPORTED_TAIL = 6;

/** Length of a record in bytes: one for the name's length, the name in ASCII, then 16-bit numbers. */
export function nameRecordLength(record: NameRecord): number {
  return 1 + record.name.length + (record.kind === 'listed' ? LISTED_TAIL : REPORTED_TAIL);
}

/** Writes one record at `at` and answers where the next begins. */
export function writeNameRecord(record: NameRecord, bytes: Uint8Array, at: number): number {
  bytes[at] = record.name.length;
  for (let i = 0; i < record.name.length; i++) bytes[at + 1 + i] = record.name.charCodeAt(i);
  const tail =
    record.kind === 'listed'
      ? [record.row]
      : [record.source, packDate(record.firstSeen), packDate(record.lastSeen)];
  let next = at + 1 + record.name.length;
  for (const number of tail) {
    bytes[next++] = number & 0xff;
    bytes[next++] = number >>> 8;
  }
  return next;
}

/** Where the record that begins at `at` ends. @throws SnapshotError where that is behind the bytes */
export function nameRecordEnd(bytes: Uint8Array, at: number, reported: boolean): number {
  const end = at + 1 + (bytes[at] ?? 0) + (reported ? REPORTED_TAIL : LISTED_TAIL);
  if (end > bytes.length) throw new SnapshotError('bad name record', `at ${at}`);
  return end;
}

/** The record that begins at `at`. @throws SnapshotError */
export function readNameRecord(bytes: Uint8Array, at: number, reported: boolean): NameRecord {
  nameRecordEnd(bytes, at, reported);
  const nameEnd = at + 1 + bytes[at]!;
  const name = asciiText(bytes.subarray(at + 1, nameEnd));
  const number = (index: number) => bytes[nameEnd + 2 * index]! | (bytes[nameEnd + 2 * index + 1]! << 8);
  if (!reported) return { kind: 'listed', name, row: number(0) };
  const firstSeen = unpackDate(number(1));
  const lastSeen = unpackDate(number(2));
  if (firstSeen === undefined || lastSeen === undefined) {
    throw new SnapshotError('bad name record', `date of ${JSON.stringify(name)}`);
  }
  return { kind: 'reported', name, source: number(0), firstSeen, lastSeen };
}

/** Where the first number behind the name of a record stands: the row or the source. */
export function tailOffset(record: Uint8Array): number {
  return 1 + record[0]!;
}
