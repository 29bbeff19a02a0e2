import { CODES } from './char-code.ts';
import type { EditCost } from './edit-cost.ts';
import { headsWithoutOne, headWithoutTwo, tailsWithoutOne, WHOLE } from './ends-without.ts';
import type { ExchangeIndex } from './exchange-index.ts';
import { foldPairs, readSeconds } from './folded.ts';
import { bitOf, type KeyTable } from './key-table.ts';
import type { LabelText } from './label-text.ts';
import { nextQuad } from './quads.ts';
import { BASE, mix, POWERS, stretch } from './rolling-hash.ts';
import { findStretched } from './stretched.ts';
import { Verifier } from './verifier.ts';

const ROOM = 280;
const SHORTEST = 2;
const IDENTITY = Uint16Array.from({ length: ROOM + 1 }, (_, i) => i);
const ANYWHERE_FROM = 5;
const FUZZY_FROM = 4;

/**
 * The fast pass: every stretch of a label that equals a name by visual class, and every token, beginning and end that
 * equals one with up to two letters left out on either side (symmetric deletion, after Garbe's SymSpell).
 * Constant time a stretch, however many exchanges there are: most fall to a look at their first or last four symbols,
 * the rest to one bit; a hit is verified at once by its weighted distance.
 */
export class Scanner {
  /** What was found in the label scanned last. */
  readonly found: Verifier;
  private readonly prefixes = new Int32Array(ROOM);
  private readonly growing = new Int32Array(ROOM);
  /** The four symbols from each place on. */
  private readonly quads = new Int32Array(ROOM);
  /** The symbols looked at, and where each stands in the label: the label's own, or those with pairs closed up. */
  private folded: Uint8Array = new Uint8Array(ROOM);
  private foldedAt: Uint16Array = IDENTITY;
  private readonly closed = new Uint8Array(ROOM);
  private readonly closedAt = new Uint16Array(ROOM);
  private label!: LabelText;
  private readonly index: ExchangeIndex;
  private readonly edit: EditCost;

  constructor(index: ExchangeIndex, edit: EditCost) {
    this.index = index;
    this.edit = edit;
    this.found = new Verifier(edit);
  }

  /** Finds the names in a label. */
  scan(label: LabelText): void {
    this.label = label;
    this.found.begin(label);
    const n = label.length;
    if (n < SHORTEST) return;
    this.folded = label.classes;
    this.foldedAt = IDENTITY;
    this.pass(n);
    if (label.closes || label.foreignCount > 0) {
      this.folded = this.closed;
      this.foldedAt = this.closedAt;
    }
    if (label.closes) this.pass(foldPairs(label, this.closed, this.closedAt));
    if (label.foreignCount > 0) this.pass(readSeconds(label, this.closed, this.closedAt));
    if (n >= 8) findStretched(label, this.index, this.edit, this.found.hits);
  }

  private pass(n: number): void {
    const { prefixes, folded, quads, foldedAt } = this;
    let hash = 0;
    let quad = 0;
    prefixes[0] = 0;
    for (let i = 0; i < n; i++) {
      const symbol = folded[i]!;
      hash = (Math.imul(hash, BASE) + symbol + 1) | 0;
      prefixes[i + 1] = hash;
      quad = nextQuad(quad, symbol);
      if (i >= 3) quads[i - 3] = quad;
    }
    const { bounds } = this.label;
    this.exactStretches(n, bounds);
    if (n < FUZZY_FROM) return;
    let start = 0;
    let tokens = 0;
    for (let i = 1; i <= n; i++) {
      if (bounds[foldedAt[i]!] === 0) continue;
      if (i - start >= FUZZY_FROM) this.part(start, i, n);
      start = i;
      tokens++;
    }
    if (tokens > 1)
      this.twoLeftOut(
        0,
        n,
        headsWithoutOne(this.folded, this.quads, this.index.heads, 0, n),
        tailsWithoutOne(this.folded, this.quads, this.index.tails, n),
      );
  }

  /** A part between boundaries; names may run on beyond it. */
  private part(from: number, to: number, n: number): void {
    const early = headsWithoutOne(this.folded, this.quads, this.index.heads, from, n);
    const late = tailsWithoutOne(this.folded, this.quads, this.index.tails, to);
    if (early !== 0) this.beginnings(from, n, early);
    if (late !== 0) this.endings(to, late);
    this.twoLeftOut(from, to, early, late);
  }

  private exactStretches(n: number, bounds: Uint8Array): void {
    const { exact, exactHeads, briefHeads, longestName } = this.index;
    const { quads, folded, foldedAt, prefixes } = this;
    for (let from = 0; from + SHORTEST <= n; from++) {
      if (briefHeads[folded[from]! * CODES + folded[from + 1]!] === 1) {
        const open = bounds[foldedAt[from]!] === 1;
        for (let to = from + SHORTEST; to <= from + 3 && to <= n; to++) {
          if (open || bounds[foldedAt[to]!] === 1) this.probe(exact, stretch(prefixes, from, to), from, to);
        }
      }
      if (from + 4 > n || !exactHeads.has(quads[from]!)) continue;
      const last = Math.min(n, from + longestName);
      const open = bounds[foldedAt[from]!] === 1;
      for (let to = from + 4; to <= last; to++) {
        if (to - from < ANYWHERE_FROM && !open && bounds[foldedAt[to]!] === 0) continue;
        this.probe(exact, stretch(prefixes, from, to), from, to);
      }
    }
  }

  /** Stretches that begin at a boundary, whole and with one letter left out. */
  private beginnings(from: number, n: number, early: number): void {
    const { growing, folded } = this;
    const { deletions, longestName } = this.index;
    const rest = (early & WHOLE) !== 0;
    const last = Math.min(n, from + longestName + 2);
    let whole = 0;
    for (let at = from; at < last; at++) {
      const symbol = folded[at]! + 1;
      const known = rest ? at : Math.min(at, from + 4);
      for (let k = from; k < known; k++) growing[k] = (Math.imul(growing[k]!, BASE) + symbol) | 0;
      growing[at] = whole;
      whole = (Math.imul(whole, BASE) + symbol) | 0;
      const to = at + 1;
      if (to - from < FUZZY_FROM) continue;
      if (rest) this.probe(deletions, whole, from, to);
      for (let k = from; k < at && k < from + 4; k++) {
        if ((early & (1 << (k - from))) !== 0) this.probe(deletions, growing[k]!, from, to);
      }
      if (rest) for (let k = from + 4; k < at; k++) this.probe(deletions, growing[k]!, from, to);
    }
  }

  /** Stretches that end at a boundary. */
  private endings(to: number, late: number): void {
    const { prefixes } = this;
    const { deletions, longestName } = this.index;
    const rest = (late & WHOLE) !== 0;
    const first = Math.max(0, to - longestName - 2);
    for (let from = to - FUZZY_FROM; from >= first; from--) {
      for (let k = 1; k <= 4 && to - k > from; k++) {
        if ((late & (1 << k)) !== 0) this.probe(deletions, this.without(from, to - k, to), from, to);
      }
      if (!rest) continue;
      this.probe(deletions, stretch(prefixes, from, to), from, to);
      for (let k = from + 1; k < to - 4; k++) this.probe(deletions, this.without(from, k, to), from, to);
    }
  }

  /** Hash of [from, to) without the symbol at k. */
  private without(from: number, k: number, to: number): number {
    const { prefixes } = this;
    return (Math.imul(stretch(prefixes, from, k), POWERS[to - k - 1]!) + stretch(prefixes, k + 1, to)) | 0;
  }

  /** A whole part with two letters left out. */
  private twoLeftOut(from: number, to: number, early: number, late: number): void {
    const size = to - from;
    const { deletions, heads, longestName } = this.index;
    if (size < FUZZY_FROM + 2 || size > longestName + 3) return;
    const { prefixes } = this;
    const headWhole = (early & WHOLE) !== 0;
    const tailWhole = (late & WHOLE) !== 0;
    // In a part this long two letters are not left out of both ends, so that one end must fit.
    if (size >= 10 && !tailWhole && (late === 0 || early === 0) && !headWhole) return;
    for (let i = from; i < to - 1; i++) {
      if (i >= from + 4 && !headWhole) return;
      const oneHead = i >= from + 4 || (early & (1 << (i - from))) !== 0;
      const head = stretch(prefixes, from, i);
      for (let j = i + 1; j < to; j++) {
        if (j > from + 4 && !oneHead) break;
        if (j < to - 4 ? !tailWhole : i < to - 5 && (late & (1 << (to - j))) === 0) continue;
        if (j <= from + 4 && !heads.has(headWithoutTwo(this.folded, from, i - from, j - from))) continue;
        const middle = (Math.imul(head, POWERS[j - i - 1]!) + stretch(prefixes, i + 1, j)) | 0;
        const hash = Math.imul(middle, POWERS[to - j - 1]!) + stretch(prefixes, j + 1, to);
        this.probe(deletions, hash | 0, from, to);
      }
    }
  }

  private probe(table: KeyTable, raw: number, from: number, to: number): void {
    const key = mix(raw);
    const { keys, bits } = table;
    const bit = bitOf(key, keys.length);
    if ((bits[bit >>> 5]! & (1 << (bit & 31))) === 0) return;
    const mask = keys.length - 1;
    for (let slot = key & mask; keys[slot] !== 0; slot = (slot + 1) & mask) {
      if (keys[slot] === key) {
        this.found.verify(this.index.names[table.names[slot]!]!, this.foldedAt[from]!, this.foldedAt[to]!);
      }
    }
  }
}
