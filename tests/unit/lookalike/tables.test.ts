import { describe, expect, it } from 'vitest';
import { buildTables, readWeights } from '../../../cli/lookalike/build-tables.ts';
import { CODES } from '../../../utils/lookalike/char-code.ts';
import { readSections, type SectionData, writeSections } from '../../../utils/lookalike/container.ts';
import {
  groupedWords,
  readTables,
  type Tables,
  wordBits,
  wordSlot,
} from '../../../utils/lookalike/tables.ts';
import {
  TABLE,
  TABLES_KIND,
  TABLES_VERSION,
  TRIGRAM_ALPHABET,
  WORD_SLOTS,
} from '../../../utils/lookalike/tables-format.ts';
import { refusal } from './refusal.ts';

const built = buildTables(readWeights());

/** The tables with another section in the place of one of them. */
function withSection(id: number, data: SectionData): ArrayBuffer {
  const sections = readSections(built.buffer, TABLES_KIND, TABLES_VERSION);
  const all = new Map<number, SectionData>(Object.values(TABLE).map((one) => [one, sections.bytes(one)]));
  return writeSections(TABLES_KIND, TABLES_VERSION, all.set(id, data)).buffer;
}

describe('a section of another length is refused by its name', () => {
  const { readingPoints, confusables } = readTables(built.buffer);
  it.each([
    ['words', TABLE.wordMarks, new Uint16Array(WORD_SLOTS - 1), WORD_SLOTS],
    ['word costs', TABLE.wordCosts, new Uint8Array(WORD_SLOTS + 1), WORD_SLOTS],
    ['trigrams', TABLE.trigrams, new Uint8Array(TRIGRAM_ALPHABET ** 3 - 1), TRIGRAM_ALPHABET ** 3],
    ['substitutions', TABLE.substitutions, new Uint8Array(CODES * CODES + CODES), CODES * CODES],
    ['readings', TABLE.readings, new Uint32Array(1), readingPoints.length],
    ['second readings', TABLE.secondReadings, new Uint32Array(0), readingPoints.length],
    ['confusables', TABLE.confusableOffsets, new Uint16Array(2), confusables.points.length + 1],
  ])('%s', (name, id, data, wanted) => {
    const message = `bad section: ${name}: ${data.length}, wanted ${wanted}`;
    expect(() => readTables(withSection(id, data))).toThrow(refusal(message));
  });

  it('and one that is not of whole numbers by its own', () => {
    const odd = withSection(TABLE.wordMarks, new Uint8Array(3));
    expect(() => readTables(odd)).toThrow(refusal(`bad section: ${TABLE.wordMarks}`));
  });
});

it('clusters are four bytes each; what is left over is none', () => {
  const clusters = (...bytes: number[]) =>
    readTables(withSection(TABLE.clusters, Uint8Array.from(bytes))).clusters;
  expect(clusters()).toEqual([]);
  expect(clusters(1, 2, 3)).toEqual([]);
  expect(clusters(13, 18, 14, 9)).toEqual([{ single: 13, first: 18, second: 14, cost: 9 }]);
  expect(clusters(13, 18, 14, 9, 23, 22, 22, 7, 1)).toEqual([
    { single: 13, first: 18, second: 14, cost: 9 },
    { single: 23, first: 22, second: 22, cost: 7 },
  ]);
});

it('the pool of confusables comes back whole, however long', () => {
  const units = Uint16Array.from({ length: 10_000 }, (_, i) => 0x4e00 + (i % 5_000));
  const { pool } = readTables(withSection(TABLE.confusablePool, units)).confusables;
  expect(pool).toBe([...units].map((unit) => String.fromCharCode(unit)).join(''));
});

it('what is taken out of the lexicon is taken out of these tables alone', () => {
  const first = readTables(built.buffer);
  first.wordCosts.fill(255);
  expect(readTables(built.buffer).wordCosts.some((cost) => cost > 0 && cost < 255)).toBe(true);
});

describe('a word of the lexicon', () => {
  it.each(['exchange', 'wonderful', 'bridge'])('%s has its cost', (word) => {
    const bits = wordBits(readTables(built.buffer), word);
    expect(bits).toBeGreaterThan(5);
    expect(bits).toBeLessThan(20);
  });
  it.each(['qqvqjx', '', 'Bridge', 'bridge2', '2bridge', 'brücke', 'responsibilities'])(
    '%j is none',
    (word) => {
      expect(wordBits(readTables(built.buffer), word)).toBeNull();
    },
  );
  it('of the most letters that are kept is one', () => {
    expect(wordBits(readTables(built.buffer), 'responsibility')).not.toBeNull();
  });

  it('is found behind others that wanted its slot, past the end too', () => {
    const wordMarks = new Uint16Array(WORD_SLOTS);
    const tables = { wordMarks } as unknown as Tables;
    const last = WORD_SLOTS - 1;
    // The upper half of the hash stands in the slot that the lower bits name.
    const hash = (mark: number, slot: number) => ((mark << 16) | (slot & 0xffff)) >>> 0;
    const at = hash(0xfff3, last) & last;
    wordMarks[at] = 0xfff7;
    wordMarks[(at + 1) & last] = 0xfff3;
    expect(wordSlot(tables, hash(0xfff3, last))).toBe((at + 1) & last);
    expect(at).toBe(last);
    expect(wordSlot(tables, hash(0xffff, last))).toBe(-1);
    // 0 says that a slot is free: a mark of it is kept as 1.
    wordMarks[5] = 1;
    expect(wordSlot(tables, hash(0, 5))).toBe(5);
    expect(wordSlot(tables, hash(0, 6))).toBe(-1);
  });
});

it('words are grouped by their heads', () => {
  expect([...groupedWords('before\n[a b] c\nd  e\n\nf\n[g]\n[h]\ni')]).toEqual([
    ['a b', ['d', 'e', 'f']],
    ['g', []],
    ['h', ['i']],
  ]);
});
