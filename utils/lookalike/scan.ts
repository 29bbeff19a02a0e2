import { CODES } from './char-code.ts';
import { closedPair } from './clusters.ts';
import { type EditCost, TOO_DEAR } from './edit-cost.ts';
import type { ExchangeIndex, IndexedName } from './exchange-index.ts';
import { bitOf, type KeyTable } from './key-table.ts';
import type { LabelText } from './label-text.ts';
import { BASE, mix, POWERS, stretch } from './rolling-hash.ts';
import { findStretched } from './stretched.ts';
import { Triples } from './triples.ts';

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
 * Constant time a stretch, however many exchanges there are: most fall to a look at their first or last three symbols,
 * the rest to one bit; a hit is verified at once by its weighted distance.
 */
export class Scanner {
  readonly hits: Hit[] = [];
  private readonly prefixes = new Int32Array(ROOM);
  private readonly growing = new Int32Array(ROOM);
  private readonly triples = new Int32Array(ROOM);
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
    const { prefixes, folded, triples, foldedAt } = this;
    let hash = 0;
    let triple = 0;
    prefixes[0] = 0;
    for (let i = 0; i < n; i++) {
      const symbol = folded[i]!;
      hash = (Math.imul(hash, BASE) + symbol + 1) | 0;
      prefixes[i + 1] = hash;
      triple = (triple % (CODES * CODES)) * CODES + symbol;
      if (i >= 2) triples[i - 2] = triple;
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
    const { exact, exactHeads, exactPairs, longestName } = this.index;
    const { triples, folded, foldedAt, prefixes } = this;
    for (let from = 0; from + SHORTEST <= n; from++) {
      if (exactPairs[folded[from]! * CODES + folded[from + 1]!] === 1) {
        if (bounds[foldedAt[from]!] === 1 || bounds[foldedAt[from + 2]!] === 1) {
          this.probe(exact, stretch(prefixes, from, from + 2), from, from + 2);
        }
      }
      if (from + 3 > n || !exactHeads.has(triples[from]!)) continue;
      const last = Math.min(n, from + longestName);
      const open = bounds[foldedAt[from]!] === 1;
      for (let to = from + 3; to <= last; to++) {
        if (to - from < ANYWHERE_FROM && !open && bounds[foldedAt[to]!] === 0) continue;
        this.probe(exact, stretch(prefixes, from, to), from, to);
      }
    }
  }

  /** Stretches that begin at a boundary, whole and with one letter left out. */
  private beginnings(from: number, n: number): void {
    if (from + FUZZY_FROM > n) return;
    const { growing, folded } = this;
    const { deletions, heads, longestName } = this.index;
    const a = folded[from]!;
    const b = folded[from + 1]!;
    const c = folded[from + 2]!;
    const d = folded[from + 3]!;
    const rest = heads.has(this.triples[from]!);
    const no0 = heads.has(Triples.of(b, c, d));
    const no1 = heads.has(Triples.of(a, c, d));
    const no2 = heads.has(Triples.of(a, b, d));
    if (!rest && !no0 && !no1 && !no2) return;
    const last = Math.min(n, from + longestName + 2);
    let whole = 0;
    for (let at = from; at < last; at++) {
      const symbol = folded[at]! + 1;
      const known = rest ? at : Math.min(at, from + 3);
      for (let k = from; k < known; k++) growing[k] = (Math.imul(growing[k]!, BASE) + symbol) | 0;
      growing[at] = whole;
      whole = (Math.imul(whole, BASE) + symbol) | 0;
      const to = at + 1;
      if (to - from < FUZZY_FROM) continue;
      if (no0) this.probe(deletions, growing[from]!, from, to);
      if (no1) this.probe(deletions, growing[from + 1]!, from, to);
      if (no2) this.probe(deletions, growing[from + 2]!, from, to);
      if (!rest) continue;
      this.probe(deletions, whole, from, to);
      for (let k = from + 3; k < at; k++) this.probe(deletions, growing[k]!, from, to);
    }
  }

  /** Stretches that end at a boundary. */
  private endings(to: number): void {
    if (to < FUZZY_FROM) return;
    const { folded } = this;
    const { deletions, tails, longestName } = this.index;
    const a = folded[to - 4]!;
    const b = folded[to - 3]!;
    const c = folded[to - 2]!;
    const d = folded[to - 1]!;
    const rest = tails.has(this.triples[to - 3]!);
    const no1 = tails.has(Triples.of(a, b, c));
    const no2 = tails.has(Triples.of(a, b, d));
    const no3 = tails.has(Triples.of(a, c, d));
    if (!rest && !no1 && !no2 && !no3) return;
    const first = Math.max(0, to - longestName - 2);
    for (let from = to - FUZZY_FROM; from >= first; from--) {
      if (no1) this.probe(deletions, this.without(from, to - 1, to), from, to);
      if (no2) this.probe(deletions, this.without(from, to - 2, to), from, to);
      if (no3) this.probe(deletions, this.without(from, to - 3, to), from, to);
      if (!rest) continue;
      this.probe(deletions, stretch(this.prefixes, from, to), from, to);
      for (let k = from + 1; k < to - 3; k++) this.probe(deletions, this.without(from, k, to), from, to);
    }
  }

  /** Hash of [from, to) without the symbol at k. */
  private without(from: number, k: number, to: number): number {
    const { prefixes } = this;
    return (Math.imul(stretch(prefixes, from, k), POWERS[to - k - 1]!) + stretch(prefixes, k + 1, to)) | 0;
  }

  private twoLeftOut(from: number, to: number): void {
    const size = to - from;
    const { deletions, heads, tails, longestName } = this.index;
    if (size <= FUZZY_FROM || size > longestName + 3) return;
    const { prefixes, triples } = this;
    const headWhole = heads.has(triples[from]!);
    const tailWhole = tails.has(triples[to - 3]!);
    for (let i = from; i < to - 1; i++) {
      if (i >= from + 3 && !headWhole) return;
      const head = stretch(prefixes, from, i);
      const late = i < from + 3 && heads.has(this.headWithout(from, i));
      for (let j = i + 1; j < to; j++) {
        if (j > from + 3 && i < from + 3 && !late) break;
        if (j < to - 3 && !tailWhole) continue;
        const middle = (Math.imul(head, POWERS[j - i - 1]!) + stretch(prefixes, i + 1, j)) | 0;
        const hash = Math.imul(middle, POWERS[to - j - 1]!) + stretch(prefixes, j + 1, to);
        this.probe(deletions, hash | 0, from, to);
      }
    }
  }

  /** The first three symbols from `from` on, one of them left out. */
  private headWithout(from: number, left: number): number {
    const { folded } = this;
    const a = folded[left === from ? from + 1 : from]!;
    const b = folded[left <= from + 1 ? from + 2 : from + 1]!;
    return Triples.of(a, b, folded[from + 3]!);
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
    if (name.tier === 2 && !whole) cap = 0;
    if (label.foreignCount > 0) cap = Math.max(cap, BRIEF_CAP);
    const edit = this.edit.measure(name.codes, label, from, to, cap);
    if (edit === TOO_DEAR) return;
    for (const hit of this.hits) if (hit.name === name && hit.from === from && hit.to === to) return;
    this.hits.push({ name, from, to, edit });
  }
}
