import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type SectionData, writeSections } from '../../utils/lookalike/container.ts';
import { TABLE, TABLES_KIND, TABLES_VERSION } from '../../utils/lookalike/tables-format.ts';
import { confusables } from './tables/confusables.ts';
import { editTables } from './tables/edits.ts';
import { readingTables } from './tables/readings.ts';
import { read, withoutComments } from './tables/sources.ts';
import { trigramTable, words, wordTable } from './tables/words.ts';

export const TABLES_FILE = 'assets/static/lookalike/tables.bin';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * All engine tables as one binary; the same sources give the same bytes.
 * @param without words to leave out of the background: names that are to count as distinctive
 */
export function buildTables(weights: string, without = new Set<string>()): Uint8Array<ArrayBuffer> {
  const list = words().filter(([word]) => !without.has(word));
  const { marks, costs } = wordTable(list);
  const edits = editTables();
  const { table, of } = confusables();
  const readings = readingTables(of);
  const sections = new Map<number, SectionData>([
    [TABLE.weights, encode(weights)],
    [TABLE.wordMarks, marks],
    [TABLE.wordCosts, costs],
    [TABLE.trigrams, trigramTable(list)],
    [TABLE.substitutions, edits.substitutions],
    [TABLE.clusters, edits.clusters],
    [TABLE.confusablePoints, table.points],
    [TABLE.confusableOffsets, table.offsets],
    [TABLE.confusablePool, table.pool],
    [TABLE.readingPoints, readings.points],
    [TABLE.readings, readings.first],
    [TABLE.secondReadings, readings.second],
    [TABLE.keywords, encode(withoutComments(read('keywords.txt')).join('\n'))],
    [TABLE.suffixes, encode(withoutComments(read('tlds.txt')).join('\n'))],
    [TABLE.guards, encode(withoutComments(read('guards.txt')).join('\n'))],
    [TABLE.pinyin, encode(withoutComments(read('pinyin.txt')).join('\n'))],
    [TABLE.hanVariants, encode(withoutComments(read('han-variants.txt')).join('\n'))],
  ]);
  return writeSections(TABLES_KIND, TABLES_VERSION, sections);
}

export const readWeights = (): string => read('weights.json');

/** Writes the tables that ship with the extension; made by the build, never committed. */
export function buildBundledTables(out = TABLES_FILE): number {
  const bytes = buildTables(readWeights());
  mkdirSync(path.dirname(out), { recursive: true });
  writeFileSync(out, bytes);
  return bytes.length;
}

if (import.meta.main) console.error(`${TABLES_FILE}: ${buildBundledTables()} bytes`);
