import { describe, expect, test } from 'vitest';
import { readContents, sectionRange } from '../../../utils/list/container.ts';
import { encodeSnapshot } from '../../../utils/list/encode.ts';
import { NAMES_PER_BLOCK } from '../../../utils/list/layout.ts';
import { readParts } from '../../../utils/list/read-parts.ts';
import { type Reading, readInMemory } from '../../../utils/list/reading.ts';
import { Snapshot } from '../../../utils/list/snapshot.ts';
import { writeSnapshot } from '../../../utils/list/write-snapshot.ts';
import { crafted, cut, list, longer, meta, offset, runningBack, type Sections } from './crafted-sections.ts';
import { refusalOf as errorOf } from './refusal-of.ts';
import { exchange, hostOf, listOf, reported } from './sample-list.ts';

const refusalOf = (act: () => unknown) => errorOf(act)?.message;
const open = (bytes: Uint8Array<ArrayBuffer>) => new Snapshot(bytes.buffer);

describe('a snapshot is not opened', () => {
  test.each<[string, (sections: Sections) => void, string]>([
    ['that says more names than it has', meta({ names: 6 }), 'bad section length: names'],
    ['that says fewer', meta({ names: 4 }), 'bad section length: names'],
    ['with too few high lanes', cut('HSHI', 4), 'bad section length: names'],
    ['with too few low lanes', cut('HSLO', 4), 'bad section length: names'],
    ['with too many low lanes', longer('HSLO', 4), 'bad section length: names'],
    ['with too few values', cut('VALU', 2), 'bad section length: names'],
    ['with a part of a high lane', longer('HSHI', 2), 'bad section length: HSHI'],
    ['with a part of a value', longer('VALU', 1), 'bad section length: VALU'],
    ['with a part of an offset', longer('NMOF', 3), 'bad section length: NMOF'],
    ['that says more exchanges than it has', meta({ exchanges: 4 }), 'bad section length: offsets'],
    ['that says fewer exchanges', meta({ exchanges: 2 }), 'bad section length: offsets'],
    [
      'with a block more than its names need',
      (sections) => {
        longer('NMOF', 4)(sections);
        const end = sections.get('NMRC')!.length;
        offset('NMOF', 2, end)(sections);
      },
      'bad section length: offsets',
    ],
    ['whose offsets do not begin at none', offset('EXOF', 0, 1), 'bad offset: EXOF'],
    ['whose names end before their section', longer('NMRC', 1), 'bad offset: NMOF'],
    ['whose exchanges end behind their section', cut('EXRC', 1), 'bad offset: EXOF'],
    ['whose sources end before their section', longer('SRCS', 1), 'bad offset: SROF'],
  ])('%s', (_, change, words) => expect(refusalOf(() => open(crafted(change)))).toBe(words));

  test('of which less than the head is there', () => {
    const bytes = encodeSnapshot(list());
    const { headLength } = readContents(bytes);
    expect(refusalOf(() => open(bytes.slice(0, headLength)))).toBeUndefined();
    expect(refusalOf(() => open(bytes.slice(0, headLength - 1)))).toBe('truncated: head');
  });

  test('whose hashes are out of order, among several thousand', () => {
    const names = Array.from({ length: 5000 }, (_, index) => reported(`0ne${index}.com`, 'a'));
    const parts = readParts(encodeSnapshot(listOf([exchange('a', [])], names)));
    expect(refusalOf(() => open(writeSnapshot({ ...parts, high: parts.high.toReversed() })))).toBe(
      'not sorted: HSHI',
    );
    const swapped = parts.high.slice();
    [swapped[2499], swapped[2500]] = [swapped[2500]!, swapped[2499]!];
    expect(refusalOf(() => open(writeSnapshot({ ...parts, high: swapped })))).toBe('not sorted: HSHI');
  });
});

/** Drives a reading, and notes what it asks for. */
function driven<Result>(bytes: Uint8Array, reading: Reading<Result>): { result: Result; asked: number } {
  let asked = 0;
  let step = reading.next();
  while (!step.done) {
    asked++;
    step = reading.next(bytes.subarray(step.value.from, step.value.to));
  }
  return { result: step.value, asked };
}

describe('what is read behind the head', () => {
  test('are the records of each block, in the order of the hashes', () => {
    const names = Array.from({ length: 150 }, (_, index) => reported(`0ne${index}.com`, 'a'));
    const bytes = encodeSnapshot(listOf([exchange('a', ['one.com'])], names));
    const snapshot = open(bytes);
    const blocks = [0, 1, 2].map((block) => readInMemory(bytes, snapshot.blockAt(block)));
    expect(blocks.map((block) => block.length)).toEqual([NAMES_PER_BLOCK, NAMES_PER_BLOCK, 23]);
    for (const [index, record] of blocks.flat().entries()) {
      expect(record.kind).toBe(snapshot.names.isReported(index) ? 'reported' : 'listed');
      expect(readInMemory(bytes, snapshot.nameAt(index))).toEqual(record);
      const [hit] = readInMemory(bytes, snapshot.hits(hostOf(record.name)));
      expect(hit?.name).toBe(record.name);
    }
    expect(refusalOf(() => readInMemory(bytes, snapshot.blockAt(3)))).toBe('bad offset: NMRC 3');
  });

  test('asks for no more than the block of a name', () => {
    const names = Array.from({ length: 150 }, (_, index) => reported(`0ne${index}.com`, 'a'));
    const bytes = encodeSnapshot(listOf([exchange('a', [])], names));
    const { from, to } = sectionRange(open(bytes).contents, 'NMRC');
    const asked = open(bytes).nameAt(100).next().value as { from: number; to: number };
    expect(asked.from).toBeGreaterThan(from);
    expect(asked.to).toBeLessThan(to);
  });

  test('is an exchange once, and a source once', () => {
    const bytes = encodeSnapshot(list());
    const snapshot = open(bytes);
    const first = driven(bytes, snapshot.exchangeAt(1));
    expect(first).toMatchObject({ result: { id: 'b' }, asked: 1 });
    const second = driven(bytes, snapshot.exchangeAt(1));
    expect(second.asked).toBe(0);
    expect(second.result).toBe(first.result);
    expect(driven(bytes, snapshot.sourceAt(1))).toEqual({ result: 'second', asked: 1 });
    expect(driven(bytes, snapshot.sourceAt(1))).toEqual({ result: 'second', asked: 0 });
    expect(driven(bytes, snapshot.sourceAt(0))).toEqual({ result: 'first', asked: 1 });
  });

  test('is remembered of 64 exchanges, and then anew', () => {
    const ids = Array.from({ length: 66 }, (_, index) => `a${index}`);
    const bytes = encodeSnapshot(listOf(ids.map((id) => exchange(id, []))));
    const snapshot = open(bytes);
    const askedFor = (index: number) => driven(bytes, snapshot.exchangeAt(index)).asked;
    for (let index = 0; index < 64; index++) expect(askedFor(index)).toBe(1);
    for (let index = 0; index < 64; index++) expect(askedFor(index)).toBe(0);
    expect(askedFor(64)).toBe(1);
    expect(askedFor(64)).toBe(0);
    expect(askedFor(0)).toBe(1);
  });

  test('an empty source is remembered too', () => {
    const bytes = encodeSnapshot(listOf([exchange('a', [])], [reported('0ne.com', 'a', { source: '' })]));
    const snapshot = open(bytes);
    expect(driven(bytes, snapshot.sourceAt(0))).toEqual({ result: '', asked: 1 });
    expect(driven(bytes, snapshot.sourceAt(0))).toEqual({ result: '', asked: 0 });
  });

  test('is refused where the list has no such place', () => {
    const bytes = encodeSnapshot(list());
    const snapshot = open(bytes);
    expect(refusalOf(() => readInMemory(bytes, snapshot.exchangeAt(3)))).toBe('bad value: exchange 3');
    expect(refusalOf(() => readInMemory(bytes, snapshot.sourceAt(2)))).toBe('bad offset: SRCS 2');
    expect(refusalOf(() => readInMemory(bytes, snapshot.nameAt(64)))).toBe('bad offset: NMRC 1');
  });

  test.each<[string, (sections: Sections) => void, number]>([
    ['run back', runningBack, 1],
    ['lie behind their section', offset('EXOF', 1, 0xffffffff), 0],
  ])('is refused where offsets %s', (_, change, index) => {
    const bytes = crafted(change);
    expect(refusalOf(() => readInMemory(bytes, open(bytes).exchangeAt(index)))).toBe(
      `bad offset: EXRC ${index}`,
    );
  });

  test('may be of no bytes', () => {
    const bytes = crafted(offset('SROF', 1, 0));
    expect(readInMemory(bytes, open(bytes).sourceAt(0))).toBe('');
  });

  test('is no hit where only the hashes meet', () => {
    const bytes = encodeSnapshot(list());
    const snapshot = open(bytes);
    const [place] = snapshot.names.positions(hostOf('one.com'));
    const other = { ...place!, name: 'four.com' };
    expect(readInMemory(bytes, snapshot.hit(other))).toBeNull();
    expect(
      readInMemory(bytes, snapshot.hitsAt([other, place!, other])).map((hit) => [hit.name, hit.exchange.id]),
    ).toEqual([['one.com', 'a']]);
  });

  test('is refused where a name stands in a row that its exchange does not have', () => {
    const parts = readParts(encodeSnapshot(listOf([exchange('a', ['one.com'])])));
    const records = parts.records.slice();
    records[records.length - 2] = 7;
    const bytes = writeSnapshot({ ...parts, records });
    expect(refusalOf(() => readInMemory(bytes, open(bytes).hits(hostOf('one.com'))))).toBe(
      'bad value: row 7 of a',
    );
  });
});

describe('the ids of a snapshot', () => {
  test('are told in order, and where each stands', () => {
    const snapshot = open(encodeSnapshot(listOf([exchange('b', []), exchange('a', []), exchange('c', [])])));
    expect(snapshot.ids).toEqual(['a', 'b', 'c']);
    expect(snapshot.ids).toBe(snapshot.ids);
    expect(['c', 'a', 'z', ''].map((id) => snapshot.indexOfExchange(id))).toEqual([2, 0, -1, -1]);
    expect(snapshot.exchangeCount).toBe(3);
  });

  test('are none in an empty list', () => {
    const snapshot = open(encodeSnapshot(listOf([])));
    expect(snapshot.ids).toEqual([]);
    expect(snapshot.indexOfExchange('')).toBe(-1);
  });

  test('are refused where they are not as many as the exchanges', () => {
    const bytes = crafted((sections) => void sections.set('EXID', new TextEncoder().encode('a')));
    expect(refusalOf(() => open(bytes).ids)).toBe('bad section length: EXID');
  });
});
