import { isDigit } from './char-code.ts';
import type { LabelText } from './label-text.ts';
import { extend, mix } from './rolling-hash.ts';
import { type Tables, wordSlot } from './tables.ts';
import { MAX_WORD, TRIGRAM_ALPHABET, trigramSymbol } from './tables-format.ts';

const ROOM = 280;
/** Beginning and ending a run of letters that is no word, and putting one word after another; eighths of a bit. */
const ENTER_RUN = 24;
const LEAVE_RUN = 8;
const NEXT_WORD = 8;
/** The first digits of a run tell something, the rest little. */
const DIGIT = 26;
const LATER_DIGIT = 6;
const FULL_DIGITS = 3;
const INFINITE = 1 << 28;

/**
 * How surprising a label is as ordinary words: the cheapest way to write it with words of the lexicon and,
 * where no word fits, letter by letter (a trigram model). Noisy-channel word segmentation after Norvig,
 * "Natural Language Corpus Data" (2009).
 */
export class Background {
  /** Cost of the symbols before i, and of those from i on; eighths of a bit. */
  readonly before = new Int32Array(ROOM);
  readonly after = new Int32Array(ROOM);
  private readonly run = new Int32Array(ROOM);
  private readonly letters = new Int32Array(ROOM);
  private readonly words = new Int32Array(ROOM * MAX_WORD);
  private readonly tables: Tables;

  constructor(tables: Tables) {
    this.tables = tables;
  }

  /** Fills both tables for a label and returns the cost of the whole. */
  measure(label: LabelText): number {
    const n = label.length;
    this.costLetters(label);
    this.findWords(label);
    this.forward(n);
    this.backward(n);
    return this.before[n]!;
  }

  private costLetters(label: LabelText): void {
    let a = 0;
    let b = 0;
    let digits = 0;
    for (let i = 0; i < label.length; i++) {
      const code = label.codes[i]!;
      if (label.bounds[i]) a = b = 0;
      const symbol = trigramSymbol(code);
      if (isDigit(code)) {
        digits++;
        this.letters[i] = digits <= FULL_DIGITS ? DIGIT : LATER_DIGIT;
      } else {
        digits = 0;
        this.letters[i] = this.tables.trigrams[(a * TRIGRAM_ALPHABET + b) * TRIGRAM_ALPHABET + symbol]!;
      }
      a = b;
      b = symbol;
    }
  }

  private findWords(label: LabelText): void {
    const n = label.length;
    for (let from = 0; from < n; from++) {
      const row = from * MAX_WORD;
      let hash = 0;
      let open = true;
      for (let size = 1; size <= MAX_WORD; size++) {
        const last = from + size - 1;
        if (
          last >= n ||
          (size > 1 && label.bounds[last]) ||
          label.codes[last]! > 26 ||
          label.codes[last] === 0
        )
          open = false;
        let cost = INFINITE;
        if (open) {
          hash = extend(hash, label.codes[last]!);
          if (size >= 2) {
            const slot = wordSlot(this.tables, mix(hash));
            if (slot >= 0) cost = this.tables.wordCosts[slot]! * 2 + NEXT_WORD;
          }
        }
        this.words[row + size - 1] = cost;
      }
    }
  }

  private forward(n: number): void {
    const { before, run, letters, words } = this;
    before.fill(INFINITE, 0, n + 1);
    run.fill(INFINITE, 0, n + 1);
    before[0] = 0;
    for (let i = 0; i < n; i++) {
      const here = before[i]!;
      const row = i * MAX_WORD;
      for (let size = 2; size <= MAX_WORD && i + size <= n; size++) {
        const cost = here + words[row + size - 1]!;
        if (cost < before[i + size]!) before[i + size] = cost;
      }
      const inRun = Math.min(run[i]!, here + ENTER_RUN) + letters[i]!;
      run[i + 1] = inRun;
      if (inRun + LEAVE_RUN < before[i + 1]!) before[i + 1] = inRun + LEAVE_RUN;
    }
  }

  private backward(n: number): void {
    const { after, run, letters, words } = this;
    after[n] = 0;
    run[n] = LEAVE_RUN;
    for (let i = n - 1; i >= 0; i--) {
      // run[i]: cost of [i, n) when symbol i lies inside a run already begun.
      run[i] = letters[i]! + Math.min(run[i + 1]!, LEAVE_RUN + after[i + 1]!);
      let best = ENTER_RUN + run[i]!;
      const row = i * MAX_WORD;
      for (let size = 2; size <= MAX_WORD && i + size <= n; size++) {
        const cost = words[row + size - 1]! + after[i + size]!;
        if (cost < best) best = cost;
      }
      after[i] = best;
    }
  }
}
