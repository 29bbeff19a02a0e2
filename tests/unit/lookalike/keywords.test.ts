import { beforeEach, describe, expect, it } from 'vitest';
import { codesOf } from '../../../utils/lookalike/char-code.ts';
import {
  isStrong,
  Keywords,
  NOTHING,
  STRONG,
  TELLING,
  UNCOVERED,
  WEAK,
} from '../../../utils/lookalike/keywords.ts';
import { hashOf } from '../../../utils/lookalike/rolling-hash.ts';
import { groupedWords } from '../../../utils/lookalike/tables.ts';
import { labelOf, tables } from './label.ts';

/** Those that ship, and the pinyin of one exchange; made anew for each test. */
let keywords: Keywords;
beforeEach(() => {
  keywords = new Keywords(groupedWords(tables.keywords), ['ouyi']);
});

function cover(text: string): number {
  const label = labelOf(text);
  return keywords.cover(label, 0, label.length);
}

describe('what a stretch is made of', () => {
  it.each([
    ['', NOTHING],
    ['login', TELLING],
    ['loginsupport', TELLING],
    ['secure7login', TELLING],
    ['anmeldung', STRONG],
    ['ayuda', STRONG],
    ['www', WEAK],
    ['vip88', WEAK],
    ['app-cn', WEAK],
    ['denglu', STRONG],
    ['ouyi', TELLING],
    ['gaming', UNCOVERED],
    ['way', UNCOVERED],
    ['zho', UNCOVERED],
    ['xloginx', UNCOVERED],
  ])('%s', (text, kind) => {
    expect(cover(text)).toBe(kind);
  });
});

describe('a stretch of a label', () => {
  it.each([
    ['okxlogin', 3, 8, TELLING],
    ['loginokx', 0, 5, TELLING],
    ['okxlogin', 3, 7, UNCOVERED],
    ['okxlogin', 3, 3, NOTHING],
    ['okx-vip-88', 3, 8, WEAK],
    // A word goes over no hyphen.
    ['okx-lo-gin', 3, 8, UNCOVERED],
    // Two letters between hyphens or ends of the stretch; one letter between hyphens alone.
    ['okxcn', 3, 5, WEAK],
    ['cnokx', 0, 2, WEAK],
    ['okxcn-login', 3, 10, TELLING],
    ['okxlogin-cn', 3, 10, TELLING],
    ['okxcnlogin', 3, 10, UNCOVERED],
    ['okxlogincn', 3, 10, UNCOVERED],
    ['okx-a-login', 3, 9, TELLING],
    ['okxalogin', 3, 9, UNCOVERED],
    ['okxlogina', 3, 9, UNCOVERED],
    // Digits are no words and hinder none.
    ['okx88', 3, 5, WEAK],
    ['okx8login8', 3, 10, TELLING],
    // Among words the most telling counts.
    ['okxviplogin', 3, 11, TELLING],
    ['okxloginvip', 3, 11, TELLING],
    ['okxvipdenglu', 3, 12, STRONG],
  ])('%s from %i to %i', (text, from, to, kind) => {
    expect(keywords.cover(labelOf(text), from, to)).toBe(kind);
  });

  it.each([
    [STRONG, STRONG],
    [WEAK, WEAK],
  ])('of a Chinese word of kind %i is as strong', (han, kind) => {
    const label = labelOf('okx官网');
    label.hanKinds[3] = han;
    expect(keywords.cover(label, 3, 5)).toBe(UNCOVERED);
    label.hanKinds[4] = han;
    expect(keywords.cover(label, 3, 5)).toBe(kind);
  });

  it('is not told by the one before', () => {
    expect(keywords.cover(labelOf('okxlogin'), 3, 8)).toBe(TELLING);
    expect(keywords.cover(labelOf('okxqqqqq'), 3, 8)).toBe(UNCOVERED);
  });
});

describe('what stands beside a stretch', () => {
  it.each([
    ['okx-login', 0, 3, TELLING],
    ['login-okx', 5, 8, TELLING],
    ['vip-okx-login', 3, 6, TELLING],
    ['okx-vip', 0, 3, WEAK],
    ['okx', 0, 3, UNCOVERED],
    ['okx-qqqqq', 0, 3, UNCOVERED],
    // Only whole parts are beside it.
    ['okxlogin', 0, 3, UNCOVERED],
    ['okxlogin-qqqqq', 0, 3, UNCOVERED],
    // A word of four letters or more at an end of a part, with others.
    ['okx-loginqqq', 0, 3, TELLING],
    ['okx-qqqlogin', 0, 3, TELLING],
    ['okx-qqqloginqqq', 0, 3, UNCOVERED],
    ['okx-vipqqq', 0, 3, UNCOVERED],
    ['okx-qqqqqqqqqqqqqqqqqqqqqqqqlogin', 0, 3, TELLING],
    ['okx-loginqqqqqqqqqqqqqqqqqqqqqqqq', 0, 3, TELLING],
  ])('%s from %i to %i', (text, from, to, kind) => {
    expect(keywords.beside(labelOf(text), from, to)).toBe(kind);
  });

  it('of nothing is the whole label', () => {
    const label = labelOf('login');
    expect(keywords.beside(label, 5, 5)).toBe(TELLING);
    expect(keywords.beside(labelOf(''), 0, 0)).toBe(UNCOVERED);
  });
});

it.each([
  [NOTHING, false],
  [UNCOVERED, false],
  [WEAK, false],
  [STRONG, true],
  [TELLING, true],
] as const)('kind %i is strong: %s', (kind, strong) => {
  expect(isStrong(kind)).toBe(strong);
});

it('a word of two groups is of the stronger, and Chinese ones are read elsewhere', () => {
  const groups = new Map([
    ['strong access', ['login', 'both']],
    ['weak', ['vip', 'both', 'three']],
    ['telling', ['three']],
    ['han strong', ['denglu']],
  ]);
  const few = new Keywords(groups, []);
  const coverOf = (text: string) => few.cover(labelOf(text), 0, text.length);
  expect(['login', 'both', 'vip', 'three', 'denglu'].map(coverOf)).toEqual([
    STRONG,
    STRONG,
    WEAK,
    TELLING,
    UNCOVERED,
  ]);
});

it('as many words as there may be are told apart', () => {
  const words = Array.from({ length: 2_000 }, (_, i) => `w${i.toString(36)}`);
  const many = new Keywords(new Map([['weak', words]]), []);
  expect(words.map((word) => many.kindOf(hashOf(codesOf(word))))).toEqual(words.map(() => WEAK));
  expect(many.kindOf(hashOf(codesOf('x1')))).toBe(UNCOVERED);
});

describe('words of one letter to many', () => {
  const LONG = 'abcdefghijklmnopqrst';
  const few = () =>
    new Keywords(
      new Map([
        ['strong', ['abc', 'abcd', 'two1', LONG, `${LONG}u`]],
        ['weak', ['x', 'two', 'weak']],
      ]),
      [],
    );

  it.each([
    ['okx-abcdqqq', STRONG],
    ['okx-qqqabcd', STRONG],
    ['okx-abcqqq', UNCOVERED],
    ['okx-qqqabc', UNCOVERED],
    ['okx-weakqqq', UNCOVERED],
    ['okx-qqqweak', UNCOVERED],
    [`okx-${LONG}qqq`, STRONG],
    [`okx-qqq${LONG}`, STRONG],
    // A longer one is none, but the beginning of it is; from its end nothing is.
    [`okx-qqq${LONG}u`, UNCOVERED],
    ['okx-abcd-qqqq', STRONG],
    ['okx-qqqq-abcd', STRONG],
    ['okx-weak-abcd-weak', STRONG],
  ])('beside okx in %s', (text, kind) => {
    expect(few().beside(labelOf(text), 0, 3)).toBe(kind);
  });

  it.each([
    ['okx-x', 3, 4, WEAK],
    ['okxx', 3, 4, UNCOVERED],
    ['okx-xabcd', 3, 8, UNCOVERED],
    ['okx-abcdx', 3, 8, UNCOVERED],
    ['okx-x-abcd', 3, 8, STRONG],
    // A digit at a word's end is of the word where both ways lead there.
    ['two1', 0, 4, STRONG],
    ['two2', 0, 4, WEAK],
  ])('in %s from %i to %i', (text, from, to, kind) => {
    expect(few().cover(labelOf(text), from, to)).toBe(kind);
  });
});
