import { CODES } from './char-code.ts';
import { closedPair } from './clusters.ts';
import { type EditCost, TOO_DEAR } from './edit-cost.ts';
import type { ExchangeIndex, IndexedName } from './exchange-index.ts';
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
const ANYWHERE_FROM = 5;
const FUZZY_FROM = 4;
/** Beside other letters only slight misspellings are legible; eighths of a bit. */
const JOINED_CAP = 64;
const BRIEF_CAP = 28;

/** A stretch of a label that reads as a name. */
export interface Hit {
  name: IndexedName;
  from: number;
  to: number;
  /** Eighths of a bit; 0 is the name letter by letter. */
  edit: number;
}

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
  private readonly folded = new Uint8Array(ROOM);
  private readonly foldedAt = new Uint16Array(ROOM);
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
    const { folded, foldedAt } = this;
    let closed = false;
    for (let i = 0; i < n; i++) {
      folded[i] = label.classes[i]!;
      foldedAt[i] = i;
      if (i + 1 < n && closedPair(label.codes[i]!, label.codes[i + 1]!) !== 0) closed = true;
    }
    foldedAt[n] = n;
    this.pass(n);
    if (closed) this.pass(this.foldPairs(label));
    if (n >= 8) findStretched(label, this.index, this.edit, this.hits);
  }

  /** A name found by other means than the index. */
  add(name: IndexedName, from: number, to: number): void {
    if (this.hits.length < MAX_HITS) this.hits.push({ name, from, to, edit: 0 });
  }

  /** The label with rn read as m and so on; returns its length. */
  private foldPairs(label: LabelText): number {
    let size = 0;
    for (let i = 0; i < label.length; i++) {
      const single = i + 1 < label.length ? closedPair(label.codes[i]!, label.codes[i + 1]!) : 0;
      this.folded[size] = single || label.classes[i]!;
      this.foldedAt[size++] = i;
      if (single) i++;
    }
    this.foldedAt[size] = label.length;
    return size;
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
      this.beginnings(start, n);
      this.endings(i);
      this.twoLeftOut(start, i);
      start = i;
      tokens++;
    }
    if (tokens > 1) this.twoLeftOut(0, n);
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
  private beginnings(from: number, n: number): void {
    if (from + FUZZY_FROM > n) return;
    const { growing, folded, quads } = this;
    const { deletions, heads, longestName } = this.index;
    const rest = heads.has(quads[from]!);
    const early = from + 4 < n ? this.headsWithoutOne(from) : 0;
    if (!rest && early === 0) return;
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

  /** Bit k: the first four symbols from `from` on, the k-th left out, can begin a key. */
  private headsWithoutOne(from: number): number {
    const { folded } = this;
    const { heads } = this.index;
    const a = folded[from]!;
    const b = folded[from + 1]!;
    const c = folded[from + 2]!;
    const d = folded[from + 3]!;
    const e = folded[from + 4]!;
    let found = heads.has(quadOf(b, c, d, e)) ? 1 : 0;
    if (heads.has(quadOf(a, c, d, e))) found |= 2;
    if (heads.has(quadOf(a, b, d, e))) found |= 4;
    if (heads.has(quadOf(a, b, c, e))) found |= 8;
    return found;
  }

  /** Stretches that end at a boundary. */
  private endings(to: number): void {
    if (to < FUZZY_FROM) return;
    const { prefixes, quads } = this;
    const { deletions, tails, longestName } = this.index;
    const rest = tails.has(quads[to - 4]!);
    const late = to > FUZZY_FROM ? this.tailsWithoutOne(to) : 0;
    if (!rest && late === 0) return;
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

  /** Bit k: the last four symbols before `to`, the k-th from the end left out, can end a key. */
  private tailsWithoutOne(to: number): number {
    const { folded } = this;
    const { tails } = this.index;
    const a = folded[to - 5]!;
    const b = folded[to - 4]!;
    const c = folded[to - 3]!;
    const d = folded[to - 2]!;
    const e = folded[to - 1]!;
    let found = tails.has(quadOf(a, b, c, d)) ? 2 : 0;
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
  private twoLeftOut(from: number, to: number): void {
    const size = to - from;
    const { deletions, heads, tails, longestName } = this.index;
    if (size < FUZZY_FROM + 2 || size > longestName + 3) return;
    const { prefixes, quads } = this;
    const headWhole = heads.has(quads[from]!);
    const tailWhole = tails.has(quads[to - 4]!);
    const early = this.headsWithoutOne(from);
    const late = this.tailsWithoutOne(to);
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
    const edit = this.edit.measure(name.codes, label, from, to, cap);
    if (edit === TOO_DEAR) return;
    for (const hit of this.hits) if (hit.name === name && hit.from === from && hit.to === to) return;
    this.hits.push({ name, from, to, edit });
  }
}
