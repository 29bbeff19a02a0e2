import { indexOfPoint } from '../domain/skeleton.ts';
import { codeOf, OTHER_SCRIPT, VISUAL_CLASS, WILDCARD } from './char-code.ts';
import type { Tables } from './tables.ts';

const ROOM = 272;

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
  /** 1 where a label or a hyphen ends before the symbol; also at `length`. */
  readonly bounds = new Uint8Array(ROOM + 1);
  /** UTF-16 offsets of the character in `Host.unicode`. */
  readonly from = new Uint16Array(ROOM);
  readonly to = new Uint16Array(ROOM);
  length = 0;
  foreignCount = 0;
  hanCount = 0;
  start = 0;
  end = 0;

  /** Reads `text[start, end)`. Longer texts than any label are cut. */
  read(text: string, start: number, end: number, tables: Tables): void {
    this.start = start;
    this.end = end;
    this.length = 0;
    this.foreignCount = 0;
    this.hanCount = 0;
    let bound = 1;
    for (let i = start; i < end && this.length < ROOM - 4; i++) {
      const unit = text.charCodeAt(i);
      if (unit < 0x80) {
        const code = codeOf(unit);
        if (code < 0) bound = 1;
        else {
          this.push(code, 0, 0, bound, i, i + 1);
          bound = 0;
        }
        continue;
      }
      const point = text.codePointAt(i)!;
      const next = point > 0xffff ? i + 2 : i + 1;
      bound = this.readForeign(point, bound, i, next, tables);
      i = next - 1;
    }
    this.bounds[this.length] = 1;
  }

  private push(code: number, second: number, foreign: number, bound: number, from: number, to: number): void {
    const at = this.length++;
    this.codes[at] = code;
    this.classes[at] = VISUAL_CLASS[code]!;
    this.seconds[at] = second;
    this.foreign[at] = foreign;
    this.bounds[at] = bound;
    this.from[at] = from;
    this.to[at] = to;
    this.foreignCount += foreign;
  }

  /** Returns whether a boundary is still pending: an ignorable or a foreign dash leaves one. */
  private readForeign(point: number, bound: number, from: number, to: number, tables: Tables): number {
    if (isIgnorable(point)) return bound;
    if (isDash(point)) return 1;
    if (isOtherScript(point)) {
      this.push(OTHER_SCRIPT, 0, 0, bound, from, to);
      this.hanCount++;
      return 0;
    }
    const at = indexOfPoint(point, tables.readingPoints);
    if (at < 0) {
      this.push(WILDCARD, 0, 1, bound, from, to);
      return 0;
    }
    let packed = tables.readings[at]!;
    const second = (tables.secondReadings[at]! & 0xff) - 1;
    let pending = bound;
    while (packed !== 0) {
      this.push((packed & 0xff) - 1, second > 0 ? second : 0, 1, pending, from, to);
      packed >>>= 8;
      pending = 0;
    }
    return pending;
  }
}

const isIgnorable = (point: number): boolean =>
  point === 0xad ||
  (point >= 0x200b && point <= 0x200f) ||
  (point >= 0x300 && point <= 0x36f) ||
  point === 0xfeff;

const isDash = (point: number): boolean =>
  (point >= 0x2010 && point <= 0x2015) || point === 0x2212 || point === 0xb7;

/** Scripts whose letters nobody takes for Latin ones: Han, kana, Hangul, Arabic, Hebrew, Indic. */
function isOtherScript(point: number): boolean {
  if (point >= 0x2e80 && point <= 0xdfff) return point < 0xa640;
  return (point >= 0x590 && point <= 0x7ff) || (point >= 0xf900 && point <= 0xfaff) || point >= 0x20000;
}
