import { indexOfPoint } from '../domain/skeleton.ts';

/** Prints nothing, or over the letter before. */
export const isIgnorable = (point: number): boolean =>
  point === 0xad ||
  (point >= 0x200b && point <= 0x200f) ||
  (point >= 0x300 && point <= 0x36f) ||
  point === 0xfeff;

/** 一 among Latin letters passes for a dash. */
export const HAN_ONE = 0x4e00;

export const isDash = (point: number): boolean =>
  (point >= 0x2010 && point <= 0x2015) ||
  point === 0x2212 ||
  point === 0xb7 ||
  point === 0xfe58 ||
  point === 0x2e3a ||
  point === 0x2e3b;

/** Scripts whose letters nobody takes for Latin ones, by their blocks in Unicode: Hebrew to N'Ko, kana, Han, Yi. */
export function isOtherScript(point: number): boolean {
  if (point >= 0x2e80 && point <= 0xdfff) return point < 0xa640;
  return (point >= 0x590 && point <= 0x7ff) || (point >= 0xf900 && point <= 0xfaff) || point >= 0x20000;
}

/**
 * Such letters are a word beside the name, 한국okx and ธนาคารokx, unless all of them pass for Latin ones, biทคทce, whatever
 * marks stand over and below them.
 * One alone stands for a letter, bin한nce and ബinance; but no syllable does at an end, 한okx.
 */
export function isInOtherWord(text: string, at: number, readable: Uint32Array): boolean {
  if (!isWordScript(text.charCodeAt(at))) return false;
  let from = at;
  let to = at + 1;
  while (isWordScript(text.charCodeAt(from - 1))) from--;
  while (isWordScript(text.charCodeAt(to))) to++;
  if (to - from === 1) return isSyllable(text.charCodeAt(at)) && (isEnd(text, from - 1) || isEnd(text, to));
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (!isMark(unit) && indexOfPoint(unit, readable) < 0) return true;
  }
  return false;
}

/** A vowel or tone over or below a letter. */
export const isMark = (unit: number): boolean =>
  isWordScript(unit) && /\p{Mn}/u.test(String.fromCharCode(unit));

/** A hyphen, a dot or nothing. */
const isEnd = (text: string, at: number): boolean => '-.'.includes(text.charAt(at));

/** Hangul writes a syllable in one sign. */
const isSyllable = (unit: number): boolean => unit >= 0xac00 && unit <= 0xd7af;

/** The Indic scripts, Thai and Lao, and Hangul syllables, by their blocks in Unicode. */
export const isWordScript = (unit: number): boolean => (unit >= 0x900 && unit <= 0xeff) || isSyllable(unit);
