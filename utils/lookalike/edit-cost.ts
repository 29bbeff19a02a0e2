import { CODES } from './char-code.ts';
import type { LabelText } from './label-text.ts';
import type { Tables } from './tables.ts';

/** Costs of the edits that no table holds; eighths of a bit. */
const DOUBLED = 28;
const INSERT_SLIM = 32;
const INSERT = 48;
const INSERT_DIGIT = 44;
const DROP_DOUBLE = 24;
const DROP = 44;
const TRANSPOSE = 36;
const FIRST_LETTER = 20;
const FOREIGN = 2;
export const TOO_DEAR = 1 << 20;

/** l i r t j: thin letters that slip in unseen. */
const SLIM = new Set([12, 9, 18, 20, 10]);
const ROWS = 24;
const COLUMNS = 40;

/** A step of the cheapest alignment, from the name to the host. */
export interface EditStep {
  /** Symbols of the name and of the label that it spans. */
  nameFrom: number;
  nameTo: number;
  labelFrom: number;
  labelTo: number;
  cost: number;
}

/**
 * Damerau's distance with each edit weighed by how it looks and where its keys lie, letter pairs included (rn for m).
 * Costs in eighths of a bit: the less likely the slip, the dearer.
 */
export class EditCost {
  private readonly table = new Int32Array(ROWS * COLUMNS);
  private readonly tables: Tables;
  /** By two codes: the one letter that they imitate (0 for none), and what that costs. */
  private readonly pairSingle = new Uint8Array(64 * 64);
  private readonly pairCost = new Uint8Array(64 * 64);

  constructor(tables: Tables) {
    this.tables = tables;
    for (const { single, first, second, cost } of tables.clusters) {
      this.pairSingle[first * 64 + second] = single;
      this.pairCost[first * 64 + second] = cost;
    }
  }

  /** Cost of reading `label[from, to)` where the name was meant; TOO_DEAR above the cap. */
  measure(name: Uint8Array, label: LabelText, from: number, to: number, cap: number): number {
    const m = name.length;
    const n = to - from;
    if (m >= ROWS || n >= COLUMNS) return TOO_DEAR;
    const t = this.table;
    t[0] = 0;
    for (let j = 1; j <= n; j++) t[j] = t[j - 1]! + this.insertion(name, label, 0, from + j - 1, from);
    for (let i = 1; i <= m; i++) {
      const row = i * COLUMNS;
      t[row] = t[row - COLUMNS]! + this.deletion(name, i - 1);
      let least = t[row]!;
      for (let j = 1; j <= n; j++) {
        const cost = this.cell(name, label, i, j, from);
        t[row + j] = cost;
        if (cost < least) least = cost;
      }
      if (least > cap + TRANSPOSE) return TOO_DEAR;
    }
    const cost = t[m * COLUMNS + n]!;
    return cost <= cap ? cost : TOO_DEAR;
  }

  /** Cost of one letter read for another, wherever they stand. */
  shapeCost(a: number, b: number): number {
    return this.tables.substitutions[a * CODES + b]!;
  }

  private cell(name: Uint8Array, label: LabelText, i: number, j: number, from: number): number {
    const t = this.table;
    const at = i * COLUMNS + j;
    const a = name[i - 1]!;
    const last = from + j - 1;
    const b = label.codes[last]!;
    let best = t[at - COLUMNS - 1]! + this.substitution(a, label, last, i === 1);
    best = Math.min(best, t[at - 1]! + this.insertion(name, label, i, last, from));
    best = Math.min(best, t[at - COLUMNS]! + this.deletion(name, i - 1));
    if (j >= 2) {
      const b0 = label.codes[last - 1]!;
      const pair = b0 * 64 + b;
      if (this.pairSingle[pair] === a) best = Math.min(best, t[at - COLUMNS - 2]! + this.pairCost[pair]!);
      if (i >= 2 && a === b0 && name[i - 2] === b && a !== b) {
        best = Math.min(best, t[at - 2 * COLUMNS - 2]! + TRANSPOSE + (i === 2 ? FIRST_LETTER : 0));
      }
    }
    if (i >= 2) {
      const pair = name[i - 2]! * 64 + a;
      if (b !== 0 && this.pairSingle[pair] === b) {
        best = Math.min(best, t[at - 2 * COLUMNS - 1]! + this.pairCost[pair]!);
      }
    }
    return best;
  }

  private substitution(a: number, label: LabelText, at: number, first: boolean): number {
    const substitutions = this.tables.substitutions;
    let cost = substitutions[a * CODES + label.codes[at]!]!;
    const second = label.seconds[at]!;
    if (second !== 0) cost = Math.min(cost, substitutions[a * CODES + second]!);
    if (label.foreign[at]) return cost + FOREIGN;
    return first && cost > 24 ? cost + FIRST_LETTER : cost;
  }

  /** The label has a symbol more, after `i` letters of the name. */
  private insertion(name: Uint8Array, label: LabelText, i: number, at: number, from: number): number {
    const code = label.codes[at]!;
    const first = i === 0 && at === from ? FIRST_LETTER : 0;
    if ((i > 0 && name[i - 1] === code) || (i < name.length && name[i] === code)) return DOUBLED;
    if (SLIM.has(code)) return INSERT_SLIM + first;
    return (code >= 27 && code <= 36 ? INSERT_DIGIT : INSERT) + first;
  }

  private deletion(name: Uint8Array, i: number): number {
    if (i > 0 && name[i - 1] === name[i]) return DROP_DOUBLE;
    return DROP + (i === 0 ? FIRST_LETTER : 0);
  }

  /** The edits of the alignment last measured, in order; equal letters of ASCII are no step. */
  steps(name: Uint8Array, label: LabelText, from: number, to: number): EditStep[] {
    this.measure(name, label, from, to, TOO_DEAR);
    const t = this.table;
    const found: EditStep[] = [];
    let i = name.length;
    let j = to - from;
    while (i > 0 || j > 0) {
      const here = t[i * COLUMNS + j]!;
      const [di, dj] = this.stepBack(name, label, i, j, from, here);
      const cost = here - t[(i - di) * COLUMNS + (j - dj)]!;
      const plain = di === 1 && dj === 1 && cost === 0 && !label.foreign[from + j - 1];
      i -= di;
      j -= dj;
      if (!plain)
        found.push({ nameFrom: i, nameTo: i + di, labelFrom: from + j, labelTo: from + j + dj, cost });
    }
    return found.reverse();
  }

  private stepBack(
    name: Uint8Array,
    label: LabelText,
    i: number,
    j: number,
    from: number,
    here: number,
  ): [number, number] {
    const t = this.table;
    const cost = (di: number, dj: number) => t[(i - di) * COLUMNS + j - dj]!;
    const last = from + j - 1;
    if (i > 0 && j > 0 && here === cost(1, 1) + this.substitution(name[i - 1]!, label, last, i === 1))
      return [1, 1];
    if (j > 0 && here === cost(0, 1) + this.insertion(name, label, i, last, from)) return [0, 1];
    if (i > 0 && here === cost(1, 0) + this.deletion(name, i - 1)) return [1, 0];
    if (i >= 1 && j >= 2) {
      const pair = label.codes[last - 1]! * 64 + label.codes[last]!;
      if (this.pairSingle[pair] === name[i - 1] && here === cost(1, 2) + this.pairCost[pair]!) return [1, 2];
    }
    if (i >= 2 && j >= 1) {
      const pair = name[i - 2]! * 64 + name[i - 1]!;
      if (this.pairSingle[pair] === label.codes[last] && here === cost(2, 1) + this.pairCost[pair]!)
        return [2, 1];
    }
    return [Math.min(i, 2), Math.min(j, 2)];
  }
}
