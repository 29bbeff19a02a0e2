import { describe, expect, test } from 'vitest';
import { checkSnapshot } from '../../../utils/list/check-snapshot.ts';
import { encodeSnapshot } from '../../../utils/list/encode.ts';
import { openSnapshot } from '../../../utils/list/lookup.ts';
import { readInMemory } from '../../../utils/list/reading.ts';
import { Snapshot } from '../../../utils/list/snapshot.ts';
import type { SnapshotFault } from '../../../utils/list/snapshot-error.ts';
import { refusalOf } from './refusal-of.ts';
import { SAMPLE } from './sample-list.ts';

const whole = encodeSnapshot(SAMPLE);

function changed(change: (view: DataView, bytes: Uint8Array) => void): ArrayBuffer {
  const copy = whole.slice();
  change(new DataView(copy.buffer), copy);
  return copy.buffer;
}

/** Offset in the file of a section's row in the table. */
function rowOf(id: string): number {
  const text = String.fromCharCode(...whole.subarray(0, 400));
  return text.indexOf(id);
}
const startOf = (id: string) => new DataView(whole.buffer).getUint32(rowOf(id) + 4, true);

const faultOf = (act: () => unknown): SnapshotFault | null => refusalOf(act)?.fault ?? null;

describe('opening names what is wrong', () => {
  const CASES: [string, SnapshotFault, ArrayBuffer][] = [
    ['no bytes', 'truncated', new ArrayBuffer(0)],
    ['a page of HTML', 'not a snapshot', new TextEncoder().encode(`<html>${' '.repeat(99)}`).buffer],
    ['a later format', 'unknown format version', changed((view) => view.setUint32(8, 2, true))],
    ['cut in its middle', 'truncated', whole.buffer.slice(0, whole.length / 2)],
    ['cut by a byte', 'truncated', whole.buffer.slice(0, whole.length - 1)],
    ['a million sections', 'bad section table', changed((view) => view.setUint32(12, 1_000_000, true))],
    ['a length of 4 GB', 'bad section table', changed((view) => view.setUint32(16, 0xffffffff, true))],
    [
      'a head longer than the file',
      'bad section table',
      changed((view) => view.setUint32(20, whole.length + 8, true)),
    ],
    [
      'a section outside',
      'bad section table',
      changed((view) => view.setUint32(rowOf('SRCS') + 8, 99_999, true)),
    ],
    [
      'sections that overlap',
      'bad section table',
      changed((view) => view.setUint32(rowOf('VALU') + 4, startOf('META'), true)),
    ],
    ['no values', 'missing section', changed((_, bytes) => bytes.set([88, 88, 88, 88], rowOf('VALU')))],
    ['a value too few', 'bad section length', changed((view) => view.setUint32(rowOf('VALU') + 8, 2, true))],
    ['meta of another kind', 'bad meta', changed((_, bytes) => bytes.set([0x5b, 0x5d], startOf('META')))],
    [
      'hashes out of order',
      'not sorted',
      changed((view) => view.setUint32(startOf('HSHI'), 0xffffffff, true)),
    ],
    ['offsets that begin late', 'bad offset', changed((view) => view.setUint32(startOf('NMOF'), 4, true))],
  ];
  test.each(CASES)('%s: %s', (_, fault, bytes) => {
    expect(faultOf(() => openSnapshot(bytes))).toBe(fault);
  });
});

describe('checking finds what opening lets by', () => {
  const check = (bytes: ArrayBuffer) =>
    faultOf(() => readInMemory(new Uint8Array(bytes), checkSnapshot(new Snapshot(bytes))));

  test('a good list passes', () => expect(check(whole.buffer)).toBeNull());

  test.each([
    [
      'a letter of a name changed',
      changed((view) => view.setUint8(startOf('NMRC') + 2, 0x7a)),
      'bad name record',
    ],
    [
      'a value that points to no exchange',
      changed((view) => view.setUint8(startOf('VALU'), 0xff)),
      'bad value',
    ],
    [
      'an exchange that is no JSON',
      changed((view) => view.setUint8(startOf('EXRC'), 0x2c)),
      'bad exchange record',
    ],
    [
      "an id that is not the record's",
      changed((view) => view.setUint8(startOf('EXID'), 0x61)),
      'bad exchange record',
    ],
    [
      'offsets that run back',
      changed((view) => view.setUint32(startOf('EXOF') + 4, 99_999, true)),
      'bad offset',
    ],
  ])('%s', (_, bytes, fault) => expect(check(bytes as ArrayBuffer)).toBe(fault));
});
