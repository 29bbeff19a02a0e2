import { type EditCost, TOO_DEAR } from './edit-cost.ts';
import type { Hit } from './hit.ts';
import type { IndexedName } from './indexed-name.ts';
import type { LabelText } from './label-text.ts';
import { mix } from './rolling-hash.ts';

const MAX_HITS = 32;
/** Stretches verified in one label; only a label made to cost time has more. */
const MAX_VERIFIED = 96;
const TRIED_SLOTS = 512;
/** Up to this many letters a name is brief. */
const BRIEF = 5;
/** Beside other letters only slight misspellings are legible; eighths of a bit. */
const JOINED_CAP = 64;
const BRIEF_CAP = 28;

/** Keeps of the stretches that may be a name those that are near enough to it, by their weighted distance. */
export class Verifier {
  readonly hits: Hit[] = [];
  private readonly tried = new Int32Array(TRIED_SLOTS);
  private readonly triedIn = new Int32Array(TRIED_SLOTS);
  private serial = 0;
  private verified = 0;
  private label!: LabelText;
  private readonly edit: EditCost;

  constructor(edit: EditCost) {
    this.edit = edit;
  }

  /** Forgets what was found in the label before. */
  begin(label: LabelText): void {
    this.label = label;
    this.hits.length = 0;
    this.serial++;
    this.verified = 0;
  }

  /** A name found by other means than the index. */
  add(name: IndexedName, from: number, to: number): void {
    if (this.hits.length < MAX_HITS) this.hits.push({ name, from, to, edit: 0 });
  }

  /** A stretch that the index says may be a name. */
  verify(name: IndexedName, from: number, to: number): void {
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
    let cap = bounded ? name.cap : Math.min(name.cap, name.codes.length <= BRIEF ? BRIEF_CAP : JOINED_CAP);
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
