import { CODES, VISUAL_CLASS } from './char-code.ts';
import { closedPair } from './clusters.ts';
import { type EditCost, TOO_DEAR } from './edit-cost.ts';
import type { ExchangeIndex } from './exchange-index.ts';
import type { Hit } from './hit.ts';
import type { IndexedName } from './indexed-name.ts';
import { bitOf, type KeyTable } from './key-table.ts';
import type { LabelText } from './label-text.ts';
import { nextQuad, quadOf } from './quads.ts';
import { BASE, mix, POWERS, stretch } from './rolling-hash.ts';
import { findStretched } from './stretched.ts';

const ROOM = 280;
const MAX_HITS = 32;
/** Stretches verified in one label; only a label made to cost time has more. */
const MAX_VERIFIED = 96;
const TRIED_SLOTS = 512;
const SHORTEST = 2;
const IDENTITY = Uint16Array.from({ length: ROOM + 1 }, (_, i) => i);
const ANYWHERE_FROM = 5;
const FUZZY_FROM = 4;
/** In a set of ends: the end as it stands. */
const WHOLE = 1 << 5;
/** Beside other letters only slight misspellings are legible; eighths of a bit. */
const JOINED_CAP = 64;
const BRIEF_CAP = 28;

/**
 * The fast pass: every stretch of a label that equals a name by visual class, and every token, beginning and end that
 * equals one with up to two letters left out on either side (symmetric deletion, after Garbe's SymSpell).
 * Constant time a stretch, however many exchanges there are: most fall to a look at their first or last four symbols,
 * the rest to one bit; a hit is verified at once by its weighted distance.
 */
export class Scanner {
  readonly hits: Hit[] = [];
  private readonly prefixes = new Int32Array(ROOM);
  private readonly growing = new Int32Array(ROOM);
  /** The four symbols from each place on. */
  private readonly quads = new Int32Array(ROOM);
  /** The symbols looked at, and where each stands in the label: the label's own, or those with pairs closed up. */
  private folded: Uint8Array = new Uint8Array(ROOM);
  private foldedAt: Uint16Array = IDENTITY;
  private readonly closed = new Uint8Array(ROOM);
  private readonly closedAt = new Uint16Array(ROOM);
  private readonly tried = new Int32Array(TRIED_SLOTS);
  private readonly triedIn = new Int32Array(TRIED_SLOTS);
  private serial = 0;
  private verified = 0;
  private label!: LabelText;
  private readonly index: ExchangeIndex;
  private readonly edit: EditCost;

  constructor(index: ExchangeIndex, edit: EditCost) {
    this.index = index;
    this.edit = edit;
  }

  /** Fills `hits` for a label. */
  scan(label: LabelText): void {
    this.hits.length = 0;
    this.label = label;
    this.serial++;
    this.verified = 0;
    const n = label.length;
    if (n < SHORTEST) return;
    this.folded = label.classes;
    this.foldedAt = IDENTITY;
    this.pass(n);
    if (label.closes) this.pass(this.foldPairs(label));
    if (label.foreignCount > 0) this.pass(this.readSeconds(label));
    if (n >= 8) findStretched(label, this.index, this.edit, this.hits);
  }

  /** A name found by other means than the index. */
  add(name: IndexedName, from: number, to: number): void {
    if (this.hits.length < MAX_HITS) this.hits.push({ name, from, to, edit: 0 });
  }

  /** The label with rn read as m and so on; returns its length. */
  private foldPairs(label: LabelText): number {
    const { closed, closedAt } = this;
    let size = 0;
    for (let i = 0; i < label.length; i++) {
      const single = i + 1 < label.length ? closedPair(label.codes[i]!, label.codes[i + 1]!) : 0;
      closed[size] = single || label.classes[i]!;
      closedAt[size++] = i;
      if (single) i++;
    }
    closedAt[size] = label.length;
    this.folded = closed;
    this.foldedAt = closedAt;
    return size;
  }

  /** The label with every second reading taken: ł as t; returns its length. */
  private readSeconds(label: LabelText): number {
    for (let i = 0; i <= label.length; i++) {
      this.closed[i] = label.seconds[i] ? VISUAL_CLASS[label.seconds[i]!]! : label.classes[i]!;
      this.closedAt[i] = i;
    }
    this.folded = this.closed;
    this.foldedAt = this.closedAt;
    return label.length;
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
    if (tokens > 1) this.twoLeftOut(0, n, this.headsWithoutOne(0, n), this.tailsWithoutOne(n));
  }

  /** A part between boundaries; names may run on beyond it. */
  private part(from: number, to: number, n: number): void {
    const early = this.headsWithoutOne(from, n);
    const late = this.tailsWithoutOne(to);
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

  /** Bit k: the first four symbols from `from` on, the k-th left out, can begin a key; WHOLE: as they stand. */
  private headsWithoutOne(from: number, n: number): number {
    const { folded } = this;
    const { heads } = this.index;
    let found = heads.has(this.quads[from]!) ? WHOLE : 0;
    if (from + 4 >= n) return found;
    const a = folded[from]!;
    const b = folded[from + 1]!;
    const c = folded[from + 2]!;
    const d = folded[from + 3]!;
    const e = folded[from + 4]!;
    if (heads.has(quadOf(b, c, d, e))) found |= 1;
    if (heads.has(quadOf(a, c, d, e))) found |= 2;
    if (heads.has(quadOf(a, b, d, e))) found |= 4;
    if (heads.has(quadOf(a, b, c, e))) found |= 8;
    return found;
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

  /** Bit k: the last four symbols before `to`, the k-th from the end left out, can end a key; WHOLE: as they stand. */
  private tailsWithoutOne(to: number): number {
    const { folded } = this;
    const { tails } = this.index;
    let found = tails.has(this.quads[to - 4]!) ? WHOLE : 0;
    if (to <= FUZZY_FROM) return found;
    const a = folded[to - 5]!;
    const b = folded[to - 4]!;
    const c = folded[to - 3]!;
    const d = folded[to - 2]!;
    const e = folded[to - 1]!;
    if (tails.has(quadOf(a, b, c, d))) found |= 2;
    if (tails.has(quadOf(a, b, c, e))) found |= 4;
    if (tails.has(quadOf(a, b, d, e))) found |= 8;
    if (tails.has(quadOf(a, c, d, e))) found |= 16;
    return found;
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
        if (j <= from + 4 && !heads.has(this.headWithoutTwo(from, i - from, j - from))) continue;
        const middle = (Math.imul(head, POWERS[j - i - 1]!) + stretch(prefixes, i + 1, j)) | 0;
        const hash = Math.imul(middle, POWERS[to - j - 1]!) + stretch(prefixes, j + 1, to);
        this.probe(deletions, hash | 0, from, to);
      }
    }
  }

  /** The first four symbols from `from` on, the i-th and the j-th of the first five left out. */
  private headWithoutTwo(from: number, i: number, j: number): number {
    let quad = 0;
    for (let k = 0; k < 6; k++) if (k !== i && k !== j) quad = nextQuad(quad, this.folded[from + k]!);
    return quad;
  }

  private probe(table: KeyTable, raw: number, from: number, to: number): void {
    const key = mix(raw);
    const { keys, bits } = table;
    const bit = bitOf(key, keys.length);
    if ((bits[bit >>> 5]! & (1 << (bit & 31))) === 0) return;
    const mask = keys.length - 1;
    for (let slot = key & mask; keys[slot] !== 0; slot = (slot + 1) & mask) {
      if (keys[slot] === key) {
        this.verify(this.index.names[table.names[slot]!]!, this.foldedAt[from]!, this.foldedAt[to]!);
      }
    }
  }

  private verify(name: IndexedName, from: number, to: number): void {
    const key = (((name.number << 8) | from) << 8) | to;
    const slot = mix(key) & (TRIED_SLOTS - 1);
    if (this.tried[slot] === key && this.triedIn[slot] === this.serial) return;
    this.tried[slot] = key;
    this.triedIn[slot] = this.serial;
    if (++this.verified > MAX_VERIFIED || this.hits.length >= MAX_HITS) return;
    const { label } = this;
    const bounded = label.bounds[from] === 1 && label.bounds[to] === 1;
    const whole = to - from === label.length;
    if (!bounded && name.tier > 0 && name.short) return;
    let cap = bounded
      ? name.cap
      : Math.min(name.cap, name.codes.length <= ANYWHERE_FROM ? BRIEF_CAP : JOINED_CAP);
    if (name.tier >= 2 && !whole) cap = 0;
    if (label.foreignCount > 0) cap = Math.max(cap, BRIEF_CAP);
    if (label.foreignCount === 0 && leastEdit(name.classes, label.classes, from, to) > cap) return;
    const edit = this.edit.measure(name.codes, label, from, to, cap);
    if (edit === TOO_DEAR) return;
    for (const hit of this.hits) if (hit.name === name && hit.from === from && hit.to === to) return;
    this.hits.push({ name, from, to, edit });
  }
}

/** No edit is cheaper; eighths of a bit. */
const CHEAPEST_EDIT = 16;

/** A lower bound of the distance: each letter that only one side has takes an edit, a pair read as one letter two. */
function leastEdit(name: number, classes: Uint8Array, from: number, to: number): number {
  let label = 0;
  for (let i = from; i < to; i++) label |= 1 << (classes[i]! & 31);
  return CHEAPEST_EDIT * Math.max(ones(name & ~label), ones(label & ~name) >> 1);
}

/** Bits set in 32 (Hacker's Delight, 5-1). */
function ones(value: number): number {
  let n = value - ((value >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
