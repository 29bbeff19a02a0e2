import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { CODES, codeOf, codesOf } from '../../utils/lookalike/char-code.ts';
import { type SectionData, writeSections } from '../../utils/lookalike/container.ts';
import { hashOf, mix } from '../../utils/lookalike/rolling-hash.ts';
import {
  MAX_WORD,
  TABLE,
  TABLES_KIND,
  TABLES_VERSION,
  TRIGRAM_ALPHABET,
  trigramSymbol,
  WORD_SLOTS,
} from '../../utils/lookalike/tables-format.ts';

const SOURCE = 'assets/lookalike';
export const TABLES_FILE = 'assets/static/lookalike/tables.bin';
const EIGHTHS = 8;
const OTHER_EDIT_BITS = 6.5;
const KEY_BITS = 5;

const read = (name: string): string => readFileSync(`${SOURCE}/${name}`, 'utf8');
const withoutComments = (text: string): string[] =>
  text.split('\n').filter((line) => line && !line.startsWith('#'));
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Lines under `[head]`s. */
function groups(text: string): [string, string[]][] {
  const found: [string, string[]][] = [];
  for (const line of withoutComments(text)) {
    if (line.startsWith('[')) found.push([line.slice(1, -1), []]);
    else found.at(-1)?.[1].push(...line.split(' ').filter(Boolean));
  }
  return found;
}

/** Bits of the words that the guards add. */
const GUARD_WORD = 18;

function words(): [string, number][] {
  const added = groups(read('guards.txt')).find(([head]) => head === 'words')?.[1] ?? [];
  const listed = withoutComments(read('words.txt')).flatMap((line) => {
    const [bits, ...list] = line.split(' ');
    return list.map((word): [string, number] => [word, Number(bits)]);
  });
  return [...listed, ...added.map((word): [string, number] => [word, GUARD_WORD])];
}

function wordTable(list: [string, number][]): { marks: Uint16Array; costs: Uint8Array } {
  const marks = new Uint16Array(WORD_SLOTS);
  const costs = new Uint8Array(WORD_SLOTS);
  for (const [word, bits] of list) {
    if (word.length > MAX_WORD) continue;
    const hash = mix(hashOf(codesOf(word)));
    let slot = hash & (WORD_SLOTS - 1);
    const mark = hash >>> 16 || 1;
    while (marks[slot] !== 0 && marks[slot] !== mark) slot = (slot + 1) & (WORD_SLOTS - 1);
    marks[slot] = mark;
    costs[slot] = bits * 4;
  }
  return { marks, costs };
}

/** Kneser-Ney would be finer; additive smoothing is enough for runs no word explains. */
function trigramTable(list: [string, number][]): Uint8Array {
  const n = TRIGRAM_ALPHABET;
  const counts = new Float64Array(n * n * n).fill(0.05);
  for (const [word, bits] of list) {
    const weight = 2 ** ((20 - bits) / 4);
    const symbols = [0, 0, ...codesOf(word).map(trigramSymbol)];
    for (let i = 2; i < symbols.length; i++) {
      const at = (symbols[i - 2]! * n + symbols[i - 1]!) * n + symbols[i]!;
      counts[at] = counts[at]! + weight;
    }
  }
  const costs = new Uint8Array(n * n * n);
  for (let pair = 0; pair < n * n; pair++) {
    let total = 0;
    for (let c = 1; c < 27; c++) total += counts[pair * n + c]!;
    for (let c = 0; c < n; c++) {
      const bits = c >= 1 && c <= 26 ? -Math.log2(counts[pair * n + c]! / total) : 3.5;
      costs[pair * n + c] = Math.round(Math.min(12, bits) * EIGHTHS);
    }
  }
  return costs;
}

function editTables(): { substitutions: Uint8Array; clusters: Uint8Array } {
  const substitutions = new Uint8Array(CODES * CODES).fill(OTHER_EDIT_BITS * EIGHTHS);
  const clusters: number[] = [];
  const lower = (a: number, b: number, bits: number) => {
    for (const at of [a * CODES + b, b * CODES + a])
      substitutions[at] = Math.min(substitutions[at]!, bits * EIGHTHS);
  };
  for (const [head, items] of groups(read('shapes.txt'))) {
    const bits = Number(head.split(' ').at(-1));
    let above: number[] = [];
    for (const item of items) {
      const codes = codesOf(item);
      if (head.startsWith('keys')) {
        for (let i = 0; i < codes.length; i++) {
          // A key touches the next one, and two of the row above, which stands half a key to the left.
          for (const near of [codes[i + 1], above[i], above[i + 1]]) {
            if (near !== undefined) lower(codes[i]!, near, KEY_BITS);
          }
        }
        above = codes;
      } else if (item.includes('=')) {
        if (codes.length === 3) clusters.push(...codes, bits * EIGHTHS);
      } else lower(codes[0]!, codes[1]!, bits);
    }
  }
  for (let code = 0; code < CODES; code++) {
    substitutions[code * CODES + code] = 0;
    // A foreign character nobody reads as one Latin letter may stand for any.
    substitutions[code * CODES] = 4 * EIGHTHS;
  }
  return { substitutions, clusters: Uint8Array.from(clusters) };
}

interface ConfusableTable {
  points: Uint32Array;
  offsets: Uint16Array;
  pool: Uint16Array;
}

/** UTS #39 through unhomoglyph, closed: a prototype holds nothing that has a prototype itself. */
function confusables(): { table: ConfusableTable; of: Map<number, string> } {
  const data = createRequire(import.meta.url)('unhomoglyph/data.json') as Record<string, string>;
  const once = (text: string) =>
    [...text.normalize('NFD')]
      .map((char) => data[char] ?? char)
      .join('')
      .normalize('NFD');
  const of = new Map<number, string>();
  for (const [char, prototype] of Object.entries(data)) {
    if ([...char].length !== 1) continue;
    let closed = prototype.normalize('NFD').replace(/\p{Default_Ignorable_Code_Point}/gu, '');
    for (let i = 0; i < 5 && once(closed) !== closed; i++) closed = once(closed);
    of.set(char.codePointAt(0)!, closed);
  }
  const points = [...of.keys()].sort((a, b) => a - b);
  let pool = '';
  const offsets = [0];
  for (const point of points) {
    pool += of.get(point)!;
    offsets.push(pool.length);
  }
  return {
    of,
    table: {
      points: Uint32Array.from(points),
      offsets: Uint16Array.from(offsets),
      pool: Uint16Array.from({ length: pool.length }, (_, i) => pool.charCodeAt(i)),
    },
  };
}

/** Up to four codes in one number, lowest byte first, each one higher so that 0 ends. */
function pack(text: string): number {
  let packed = 0;
  [...text].slice(0, 4).forEach((char, i) => {
    packed |= (codeOf(char.charCodeAt(0)) + 1) << (8 * i);
  });
  return packed >>> 0;
}

const asLatin = (text: string): string | null => {
  const bare = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return /^[a-z0-9]{1,4}$/.test(bare) ? bare : null;
};

function readingTables(prototypes: Map<number, string>) {
  const first = new Map<number, number>();
  const second = new Map<number, number>();
  const note = (point: number, text: string) => {
    if (point >= 0x80 && !first.has(point)) first.set(point, pack(text));
  };
  for (const line of withoutComments(read('readings.txt'))) {
    const [chars, reading] = line.split('=') as [string, string];
    const [main, other] = reading.split('|') as [string, string | undefined];
    for (const char of chars) {
      const point = char.codePointAt(0)!;
      note(point, main);
      if (other) second.set(point, pack(other));
    }
  }
  const own = new Map(first);
  for (let point = 0x80; point < 0x1f000; point++) {
    const char = String.fromCodePoint(point);
    if (/\p{Script=Han}|\p{M}|\p{Cs}/u.test(char)) continue;
    const base = [...char.normalize('NFKD')][0]!;
    const basePoint = base.codePointAt(0)!;
    if (basePoint !== point && own.has(basePoint)) first.set(point, first.get(point) ?? own.get(basePoint)!);
    const latin =
      asLatin(char) ?? asLatin(prototypes.get(point) ?? '') ?? asLatin(prototypes.get(basePoint) ?? '');
    // The prototype of an m-like letter is 'rn': a reader sees m.
    if (latin) note(point, latin === 'rn' ? 'm' : latin);
  }
  const points = [...first.keys()].sort((a, b) => a - b);
  return {
    points: Uint32Array.from(points),
    first: Uint32Array.from(points, (point) => first.get(point)!),
    second: Uint32Array.from(points, (point) => second.get(point) ?? 0),
  };
}

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
