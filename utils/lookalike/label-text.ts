import { indexOfPoint } from '../domain/skeleton.ts';
import { codeOf, OTHER_SCRIPT, VISUAL_CLASS, WILDCARD } from './char-code.ts';
import { closedPair } from './clusters.ts';
import {
  HAN_ONE,
  isDash,
  isIgnorable,
  isInOtherWord,
  isMark,
  isOtherScript,
  isWordScript,
} from './scripts.ts';
import type { Tables } from './tables.ts';

const ROOM = 272;
const ASCII_CODES = Int8Array.from({ length: 0x80 }, (_, unit) => codeOf(unit));

/**
 * One label of a host as the matcher reads it: hyphens taken out but remembered, foreign letters read as Latin ones,
 * each symbol with its place in `Host.unicode`.
 */
export class LabelText {
  readonly codes = new Uint8Array(ROOM);
  readonly classes = new Uint8Array(ROOM);
  /** A second reading of the character, 0 for none. */
  readonly seconds = new Uint8Array(ROOM);
  /** 1 where the symbol was read from a character outside ASCII. */
  readonly foreign = new Uint8Array(ROOM);
  /** Kind of the Chinese word that covers the symbol; 0 for none. */
  readonly hanKinds = new Uint8Array(ROOM);
  /** 1 where a label or a hyphen ends before the symbol, or the script changes; also at `length`. */
  readonly bounds = new Uint8Array(ROOM + 1);
  /** UTF-16 offsets of the character in `Host.unicode`. */
  readonly from = new Uint16Array(ROOM);
  readonly to = new Uint16Array(ROOM);
  length = 0;
  private mixed = false;
  private pending = 1;
  foreignCount = 0;
  hanCount = 0;
  /** Two letters in it close up to one: rn, vv, cl. */
  closes = false;
  start = 0;
  end = 0;

  /** Reads `text[start, end)`. Longer texts than any label are cut. */
  read(text: string, start: number, end: number, tables: Tables): void {
    this.start = start;
    this.end = end;
    this.length = 0;
    this.foreignCount = 0;
    this.hanCount = 0;
    this.closes = false;
    if (this.mixed) this.forget();
    const plain = this.readPlain(text, start, end);
    let bound = plain === start ? 1 : this.pending;
    for (let i = plain; i < end && this.length < ROOM - 4; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0x80) {
        const code = codeOf(unit);
        if (code < 0) bound = 1;
        else {
          this.push(code, bound, i, i + 1);
          bound = 0;
        }
        continue;
      }
      this.mixed = true;
      const point = text.codePointAt(i)!;
      const next = point > 0xffff ? i + 2 : i + 1;
      bound = this.readForeign(text, bound, i, next, tables);
      i = next - 1;
    }
    this.bounds[this.length] = 1;
  }

  /** Nearly every label is ASCII throughout: the same as `push` for each, in one loop. Returns where it stopped. */
  private readPlain(text: string, start: number, end: number): number {
    const { codes, classes, bounds, from, to } = this;
    const last = Math.min(end, start + ROOM - 4);
    let at = 0;
    let bound = 1;
    let before = 0;
    let i = start;
    for (; i < last; i++) {
      const unit = text.charCodeAt(i);
      if (unit >= 0x80) break;
      const code = ASCII_CODES[unit]!;
      if (code < 0) {
        bound = 1;
        continue;
      }
      if (closedPair(before, code) !== 0) this.closes = true;
      before = code;
      codes[at] = code;
      classes[at] = VISUAL_CLASS[code]!;
      bounds[at] = bound;
      from[at] = i;
      to[at] = i + 1;
      bound = 0;
      at++;
    }
    this.length = at;
    this.pending = bound;
    return i;
  }

  private push(code: number, bound: number, from: number, to: number): void {
    const at = this.length++;
    if (at > 0 && closedPair(this.codes[at - 1]!, code) !== 0) this.closes = true;
    this.codes[at] = code;
    this.classes[at] = VISUAL_CLASS[code]!;
    this.bounds[at] = bound;
    this.from[at] = from;
    this.to[at] = to;
    if (this.hanCount > 0 && (this.codes[at - 1] === OTHER_SCRIPT) !== (code === OTHER_SCRIPT))
      this.bounds[at] = 1;
  }

  private pushForeign(code: number, second: number, bound: number, from: number, to: number): void {
    this.seconds[this.length] = second;
    this.foreign[this.length] = 1;
    this.foreignCount++;
    this.push(code, bound, from, to);
  }

  /** Clears what only labels with characters outside ASCII set. */
  private forget(): void {
    this.seconds.fill(0);
    this.foreign.fill(0);
    this.hanKinds.fill(0);
    this.mixed = false;
  }

  /** Returns whether a boundary is still pending: an ignorable or a foreign dash leaves one. */
  private readForeign(text: string, bound: number, from: number, to: number, tables: Tables): number {
    const point = text.codePointAt(from)!;
    if (isIgnorable(point)) return bound;
    if (isDash(point) || (point === HAN_ONE && this.hanCount === 0 && this.length > 0)) return 1;
    const inWord = isInOtherWord(text, from, tables.readingPoints);
    const at = inWord ? -1 : indexOfPoint(point, tables.readingPoints);
    if (!inWord && at < 0 && isMark(text.charCodeAt(from)) && isWordScript(text.charCodeAt(from - 1)))
      return bound;
    if (inWord || (at < 0 && isOtherScript(point))) {
      this.hanCount++;
      this.push(OTHER_SCRIPT, this.length === 0 ? 1 : bound, from, to);
      return 0;
    }
    if (at < 0) {
      this.pushForeign(WILDCARD, 0, bound, from, to);
      return 0;
    }
    let packed = tables.readings[at]!;
    const second = (tables.secondReadings[at]! & 0xff) - 1;
    let pending = bound;
    while (packed !== 0) {
      this.pushForeign((packed & 0xff) - 1, Math.max(second, 0), pending, from, to);
      packed >>>= 8;
      pending = 0;
    }
    return pending;
  }
}
