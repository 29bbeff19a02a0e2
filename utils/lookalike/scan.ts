import { closedPair } from './clusters.ts';
import { type EditCost, TOO_DEAR } from './edit-cost.ts';
import type { ExchangeIndex, IndexedName, KeyTable } from './exchange-index.ts';
import type { LabelText } from './label-text.ts';
import { mix, POWERS, stretch } from './rolling-hash.ts';

const ROOM = 280;
const MAX_HITS = 48;
const SHORTEST = 2;
const ANYWHERE_FROM = 5;
const FUZZY_FROM = 4;
/** Letters that a name may be stretched by and still be read: b-li-ov-nar-nce. */
const STRETCHED_BY = [3, 4, 5];

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
 * Constant time a stretch, however many exchanges there are; a hit is verified at once by its weighted distance.
 */
export class Scanner {
  readonly hits: Hit[] = [];
  private readonly prefixes = new Int32Array(ROOM);
  private readonly growing = new Int32Array(ROOM);
  private readonly folded = new Uint8Array(ROOM);
  private readonly foldedAt = new Uint16Array(ROOM);
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
    const n = label.length;
    if (n < SHORTEST) return;
    let closed = false;
    for (let i = 0; i < n; i++) {
      this.folded[i] = label.classes[i]!;
      this.foldedAt[i] = i;
      if (i + 1 < n && closedPair(label.codes[i]!, label.codes[i + 1]!) !== 0) closed = true;
    }
    this.foldedAt[n] = n;
    this.pass(n);
    if (closed) this.pass(this.foldPairs(label));
    if (n >= 9) this.findStretched();
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
    const { prefixes, folded } = this;
    prefixes[0] = 0;
    for (let i = 0; i < n; i++) prefixes[i + 1] = (Math.imul(prefixes[i]!, 0x01000193) + folded[i]! + 1) | 0;
    this.exactStretches(n);
    if (n < FUZZY_FROM) return;
    const { bounds } = this.label;
    let start = 0;
    for (let i = 1; i <= n; i++) {
      if (!bounds[this.foldedAt[i]!]) continue;
      this.beginnings(start, n);
      this.endings(i);
      this.twoLeftOut(start, i);
      start = i;
    }
    if (start !== n || bounds[this.foldedAt[0]!] === 0) return;
    if (this.hasInnerBound(n)) this.twoLeftOut(0, n);
  }

  private hasInnerBound(n: number): boolean {
    for (let i = 1; i < n; i++) if (this.label.bounds[this.foldedAt[i]!]) return true;
    return false;
  }

  private exactStretches(n: number): void {
    const longest = this.index.longestName;
    const { exact } = this.index;
    const { bounds } = this.label;
    for (let from = 0; from + SHORTEST <= n; from++) {
      const last = Math.min(n, from + longest);
      const open = bounds[this.foldedAt[from]!] === 1;
      for (let to = from + SHORTEST; to <= last; to++) {
        if (to - from < ANYWHERE_FROM && !open && !bounds[this.foldedAt[to]!]) continue;
        this.probe(exact, stretch(this.prefixes, from, to), from, to);
      }
    }
  }

  /** Stretches that begin at a boundary, whole and with one letter left out. */
  private beginnings(from: number, n: number): void {
    const { growing, folded } = this;
    const { deletions } = this.index;
    const last = Math.min(n, from + this.index.longestName + 2);
    let whole = 0;
    for (let to = from; to < last; to++) {
      const symbol = folded[to]! + 1;
      for (let k = from; k < to; k++) growing[k] = (Math.imul(growing[k]!, 0x01000193) + symbol) | 0;
      growing[to] = whole;
      whole = (Math.imul(whole, 0x01000193) + symbol) | 0;
      if (to + 1 - from < FUZZY_FROM) continue;
      this.probe(deletions, whole, from, to + 1);
      for (let k = from; k < to; k++) this.probe(deletions, growing[k]!, from, to + 1);
    }
  }

  /** Stretches that end at a boundary. */
  private endings(to: number): void {
    const { prefixes } = this;
    const { deletions } = this.index;
    const first = Math.max(0, to - this.index.longestName - 2);
    for (let from = to - FUZZY_FROM; from >= first; from--) {
      this.probe(deletions, stretch(prefixes, from, to), from, to);
      for (let k = from + 1; k < to; k++) {
        const hash =
          Math.imul(stretch(prefixes, from, k), POWERS[to - k - 1]!) + stretch(prefixes, k + 1, to);
        this.probe(deletions, hash | 0, from, to);
      }
    }
  }

  private twoLeftOut(from: number, to: number): void {
    const { prefixes } = this;
    const { deletions } = this.index;
    const size = to - from;
    if (size < FUZZY_FROM + 1 || size > this.index.longestName + 3) return;
    for (let i = from; i < to - 1; i++) {
      const head = stretch(prefixes, from, i);
      for (let j = i + 1; j < to; j++) {
        const middle = (Math.imul(head, POWERS[j - i - 1]!) + stretch(prefixes, i + 1, j)) | 0;
        const hash = Math.imul(middle, POWERS[to - j - 1]!) + stretch(prefixes, j + 1, to);
        this.probe(deletions, hash | 0, from, to);
      }
    }
  }

  private probe(table: KeyTable, raw: number, from: number, to: number): void {
    const key = mix(raw);
    const { keys, bits } = table;
    const bit = (key >>> 7) & (keys.length * 8 - 1);
    if ((bits[bit >>> 5]! & (1 << (bit & 31))) === 0) return;
    const mask = keys.length - 1;
    for (let slot = key & mask; keys[slot] !== 0; slot = (slot + 1) & mask) {
      if (keys[slot] === key) this.verify(this.index.names[table.names[slot]!]!, from, to);
    }
  }

  private verify(name: IndexedName, foldedFrom: number, foldedTo: number): void {
    const from = this.foldedAt[foldedFrom]!;
    const to = this.foldedAt[foldedTo]!;
    this.verifyPlain(name, from, to);
  }

  private verifyPlain(name: IndexedName, from: number, to: number): void {
    const { hits } = this;
    for (const hit of hits) if (hit.name === name && hit.from === from && hit.to === to) return;
    if (hits.length >= MAX_HITS) return;
    const cap = name.short || name.kind === 'pinyin' || name.kind === 'dotted' ? 24 : name.cap;
    const edit = this.edit.measure(name.codes, this.label, from, to, cap);
    if (edit !== TOO_DEAR) hits.push({ name, from, to, edit });
  }

  /** Tokens with a name's letters in order and several more between them. */
  private findStretched(): void {
    const { label } = this;
    let start = 0;
    for (let i = 1; i <= label.length; i++) {
      if (!label.bounds[i]) continue;
      const ends = label.classes[start]! * 64 + label.classes[i - 1]!;
      for (const name of this.index.byEnds.get(ends) ?? []) {
        if (STRETCHED_BY.includes(i - start - name.codes.length) && this.holdsInOrder(name, start, i)) {
          const edit = this.edit.measure(name.codes, label, start, i, 200);
          if (edit !== TOO_DEAR && this.hits.length < MAX_HITS)
            this.hits.push({ name, from: start, to: i, edit });
        }
      }
      start = i;
    }
  }

  private holdsInOrder(name: IndexedName, from: number, to: number): boolean {
    let at = 0;
    for (let i = from; i < to && at < name.codes.length; i++) {
      if (this.label.codes[i] === name.codes[at]) at++;
      else if (i + 1 < to && closedPair(this.label.codes[i]!, this.label.codes[i + 1]!) === name.codes[at])
        at++;
    }
    return at === name.codes.length;
  }
}
