import { codesOf } from '../../../utils/lookalike/char-code.ts';
import { hashOf, mix } from '../../../utils/lookalike/rolling-hash.ts';
import {
  MAX_WORD,
  TRIGRAM_ALPHABET,
  trigramSymbol,
  WORD_SLOTS,
} from '../../../utils/lookalike/tables-format.ts';
import { groups, read, withoutComments } from './sources.ts';

const EIGHTHS = 8;
/** Bits of the words that the guards add. */
const GUARD_WORD = 18;

/** Background words with their cost in bits. */
export function words(): [string, number][] {
  const added = groups(read('guards.txt')).find(([head]) => head === 'words')?.[1] ?? [];
  const listed = withoutComments(read('words.txt')).flatMap((line) => {
    const [bits, ...list] = line.split(' ');
    return list.map((word): [string, number] => [word, Number(bits)]);
  });
  return [...listed, ...added.map((word): [string, number] => [word, GUARD_WORD])];
}

export function wordTable(list: [string, number][]): { marks: Uint16Array; costs: Uint8Array } {
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
export function trigramTable(list: [string, number][]): Uint8Array {
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
