import { describe, expect, it } from 'vitest';
import {
  isDash,
  isIgnorable,
  isInOtherWord,
  isMark,
  isOtherScript,
  isWordScript,
} from '../../../utils/lookalike/scripts.ts';

/** The first and the last code point of each stretch in which a rule holds, up to the end of Unicode. */
function stretchesOf(rule: (point: number) => boolean): string[] {
  const found: string[] = [];
  let from = -1;
  for (let point = 0; point <= 0x110000; point++) {
    const holds = point <= 0x10ffff && rule(point);
    if (holds && from < 0) from = point;
    if (!holds && from >= 0) {
      found.push(`${from.toString(16)}-${(point - 1).toString(16)}`);
      from = -1;
    }
  }
  return found;
}

it.each([
  ['prints nothing', isIgnorable, ['ad-ad', '200b-200f', '300-36f', 'feff-feff']],
  ['is a dash', isDash, ['b7-b7', '2010-2015', '2212-2212', '2e3a-2e3b', 'fe58-fe58']],
  ['is no Latin letter to anybody', isOtherScript, ['590-7ff', '2e80-a63f', 'f900-faff', '20000-10ffff']],
  ['is written in words', isWordScript, ['900-eff', 'ac00-d7af']],
])('what %s', (_, rule, stretches) => {
  expect(stretchesOf(rule).sort()).toEqual([...stretches].sort());
});

it.each([
  ['\u0e34', true],
  ['\u0e04', false],
  ['\u0301', false],
  ['한', false],
])('%j is a mark of such a word: %s', (char, mark) => {
  expect(isMark(char.charCodeAt(0))).toBe(mark);
});

describe('letters of a word of another script', () => {
  /** ค and ท pass for Latin ones. */
  const readable = Uint32Array.from(['ค', 'ท'].map((char) => char.charCodeAt(0)).sort((a, b) => a - b));

  it.each([
    ['biทคทce', 2, false],
    ['biทคทce', 4, false],
    ['biทคิทce', 3, false],
    ['ไทยokx', 0, true],
    ['ไทยokx', 2, true],
    ['okxทคย', 3, true],
    ['okxทคย', 6, false],
    ['okx', 1, false],
    // One alone.
    ['bin한nce', 3, false],
    ['한okx', 0, true],
    ['okx한', 3, true],
    ['okx-한b', 4, true],
    ['a한.com', 1, true],
    ['ബinance', 0, false],
  ])('%s at %i: %s', (text, at, inWord) => {
    expect(isInOtherWord(text, at, readable)).toBe(inWord);
  });
});
