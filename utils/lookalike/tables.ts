import type { Confusables } from '../domain/skeleton.ts';
import { CODES, codesOf } from './char-code.ts';
import { LookalikeDataError, readSections } from './container.ts';
import { hashOf, mix } from './rolling-hash.ts';
import {
  MAX_WORD,
  TABLE,
  TABLES_KIND,
  TABLES_VERSION,
  TRIGRAM_ALPHABET,
  WORD_SLOTS,
} from './tables-format.ts';
import { parseWeights, type Weights } from './weights.ts';

/** A letter that two letters imitate, in codes, with the cost in eighths of a bit. */
export interface Cluster {
  single: number;
  first: number;
  second: number;
  cost: number;
}

/** The engine's own tables, as they lie in tables.bin. */
export interface Tables {
  weights: Weights;
  wordMarks: Uint16Array;
  wordCosts: Uint8Array;
  trigrams: Uint8Array;
  substitutions: Uint8Array;
  clusters: Cluster[];
  confusables: Confusables;
  readingPoints: Uint32Array;
  readings: Uint32Array;
  secondReadings: Uint32Array;
  keywords: string;
  suffixes: string;
  guards: string;
  pinyin: string;
  hanVariants: string;
}

/** @throws LookalikeDataError on a buffer that is not a whole tables.bin of this version. */
export function readTables(buffer: ArrayBuffer): Tables {
  const sections = readSections(buffer, TABLES_KIND, TABLES_VERSION);
  const tables: Tables = {
    weights: parseWeights(sections.text(TABLE.weights)),
    wordMarks: sections.uint16(TABLE.wordMarks),
    // A copy: names of exchanges are taken out of it.
    wordCosts: sections.bytes(TABLE.wordCosts).slice(),
    trigrams: sections.bytes(TABLE.trigrams),
    substitutions: sections.bytes(TABLE.substitutions),
    clusters: readClusters(sections.bytes(TABLE.clusters)),
    confusables: {
      points: sections.uint32(TABLE.confusablePoints),
      offsets: sections.uint16(TABLE.confusableOffsets),
      pool: decodePool(sections.uint16(TABLE.confusablePool)),
    },
    readingPoints: sections.uint32(TABLE.readingPoints),
    readings: sections.uint32(TABLE.readings),
    secondReadings: sections.uint32(TABLE.secondReadings),
    keywords: sections.text(TABLE.keywords),
    suffixes: sections.text(TABLE.suffixes),
    guards: sections.text(TABLE.guards),
    pinyin: sections.text(TABLE.pinyin),
    hanVariants: sections.text(TABLE.hanVariants),
  };
  const shapes: [string, number, number][] = [
    ['words', tables.wordMarks.length, WORD_SLOTS],
    ['word costs', tables.wordCosts.length, WORD_SLOTS],
    ['trigrams', tables.trigrams.length, TRIGRAM_ALPHABET ** 3],
    ['substitutions', tables.substitutions.length, CODES * CODES],
    ['readings', tables.readings.length, tables.readingPoints.length],
    ['second readings', tables.secondReadings.length, tables.readingPoints.length],
    ['confusables', tables.confusables.offsets.length, tables.confusables.points.length + 1],
  ];
  for (const [name, found, wanted] of shapes) {
    if (found !== wanted) throw new LookalikeDataError('bad section', `${name}: ${found}, wanted ${wanted}`);
  }
  return tables;
}

function readClusters(bytes: Uint8Array): Cluster[] {
  const clusters: Cluster[] = [];
  for (let i = 0; i + 3 < bytes.length; i += 4) {
    clusters.push({ single: bytes[i]!, first: bytes[i + 1]!, second: bytes[i + 2]!, cost: bytes[i + 3]! });
  }
  return clusters;
}

function decodePool(units: Uint16Array): string {
  let text = '';
  for (let i = 0; i < units.length; i += 4096) text += String.fromCharCode(...units.subarray(i, i + 4096));
  return text;
}

/** Slot of a word in the table, or -1. `hash` is mixed. */
export function wordSlot(tables: Tables, hash: number): number {
  const mark = hash >>> 16 || 1;
  let slot = hash & (WORD_SLOTS - 1);
  while (tables.wordMarks[slot] !== 0) {
    if (tables.wordMarks[slot] === mark) return slot;
    slot = (slot + 1) & (WORD_SLOTS - 1);
  }
  return -1;
}

/** Bits of a word in the background, or null where it is none. */
export function wordBits(tables: Tables, word: string): number | null {
  if (word.length > MAX_WORD || !/^[a-z]+$/.test(word)) return null;
  const slot = wordSlot(tables, mix(hashOf(codesOf(word))));
  return slot < 0 ? null : tables.wordCosts[slot]! / 4;
}

/** The words under each `[head]` of a text table. */
export function groupedWords(text: string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('[')) {
      current = [];
      groups.set(line.slice(1, line.indexOf(']')), current);
    } else if (line) current.push(...line.split(' ').filter(Boolean));
  }
  return groups;
}
