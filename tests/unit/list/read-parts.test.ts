import { describe, expect, test } from 'vitest';
import { encodeSnapshot } from '../../../utils/list/encode.ts';
import { VALUE_REPORTED } from '../../../utils/list/layout.ts';
import { readParts } from '../../../utils/list/read-parts.ts';
import { writeSnapshot } from '../../../utils/list/write-snapshot.ts';
import { crafted, list, offset, runningBack, type Sections, sectionsOf } from './crafted-sections.ts';
import { refusalOf } from './refusal-of.ts';
import { exchange, listOf, reported, SAMPLE } from './sample-list.ts';

describe('a snapshot taken apart', () => {
  test('gives its bytes back, whatever the order of its further sections', () => {
    const further = [
      ['LOOK', Uint8Array.of(1)],
      ['AAAA', Uint8Array.of(2, 2)],
      ['ZULU', Uint8Array.of(3, 3, 3)],
    ] as const;
    const bytes = encodeSnapshot(SAMPLE, new Map(further));
    expect(encodeSnapshot(SAMPLE, new Map(further.toReversed()))).toEqual(bytes);
    expect([...readParts(bytes).further.keys()]).toEqual(['AAAA', 'LOOK', 'ZULU']);
    expect(writeSnapshot(readParts(bytes))).toEqual(bytes);
  });

  test('is the same for a list in any order', () => {
    const { exchanges, reported: names, ...rest } = SAMPLE;
    expect(
      encodeSnapshot({ ...rest, exchanges: exchanges.toReversed(), reported: names.toReversed() }),
    ).toEqual(encodeSnapshot(SAMPLE));
  });

  test('is refused with bytes behind it, or not whole', () => {
    const bytes = encodeSnapshot(list());
    expect(refusalOf(() => readParts(Uint8Array.of(...bytes, 0)))?.message).toBe('truncated: whole');
    expect(refusalOf(() => readParts(bytes.slice(0, -1)))?.message).toBe('truncated: whole');
  });

  test.each<[string, (sections: Sections) => void, string]>([
    ['run back', runningBack, 'bad offset: part 1'],
    ['lie behind their section', offset('SROF', 1, 0xffffffff), 'bad offset: part 0'],
  ])('is refused where offsets %s', (_, change, words) => {
    expect(refusalOf(() => readParts(crafted(change)))?.message).toBe(words);
  });

  test('may have texts of no bytes', () => {
    expect(readParts(crafted(offset('SROF', 1, 0))).sources.map((text) => text.length)).toEqual([0, 11]);
  });

  test('has blocks of 64 names', () => {
    const names = Array.from({ length: 129 }, (_, index) => reported(`0ne${index}.com`, 'a'));
    const bytes = encodeSnapshot(listOf([exchange('a', [])], names));
    const parts = readParts(bytes);
    expect(parts.values.every((value) => (value & VALUE_REPORTED) !== 0)).toBe(true);
    const offsets = new Uint32Array(sectionsOf(bytes).get('NMOF')!.buffer);
    expect(offsets).toHaveLength(4);
    expect([offsets[0], offsets[3]]).toEqual([0, parts.records.length]);
    expect(offsets[2]).toBeGreaterThan(offsets[1]!);
  });
});
