import { describe, expect, it, test } from 'vitest';
import { judge, marginOf, mayBeHigh } from '../../../utils/lookalike/judge.ts';
import { NOTHING, STRONG, TELLING, UNCOVERED, WEAK } from '../../../utils/lookalike/keywords.ts';
import { DEFAULT_WEIGHTS, type Weights } from '../../../utils/lookalike/weights.ts';
import {
  ODD_REST,
  OPEN,
  ORDINARY,
  PINYIN,
  reading,
  SHORT_NAME,
  STRONG_REST,
  TELLING_REST,
  type Told,
  WEAK_REST,
} from './reading.ts';

/** Each its own power of two: a sum says what it is made of. */
const BITS = Object.fromEntries(Object.keys(DEFAULT_WEIGHTS).map((name, bit) => [name, 2 ** bit])) as Weights;
type WeightName = keyof Weights;

function sumOf(names: readonly WeightName[]): number {
  return names.reduce((sum, name) => sum + BITS[name], 0);
}

describe('the score above its threshold', () => {
  const BRIEF = { text: 'bitso' };
  test.each<[string, Told, WeightName[], WeightName[]]>([
    ['the name itself', {}, ['bounded'], ['lowExactWhole']],
    ['strong words', STRONG_REST, ['bounded', 'strongRest'], ['lowExactBounded']],
    ['telling words', TELLING_REST, ['bounded', 'strongRest'], ['lowExactBounded']],
    ['weak words', WEAK_REST, ['bounded', 'weakRest'], ['lowExactBounded']],
    ['no words before', ODD_REST, ['bounded'], ['lowExactBounded']],
    ['no words after', { rest: 5, before: TELLING, after: UNCOVERED }, ['bounded'], ['lowExactBounded']],
    ['words that leave no rest', { before: STRONG }, ['bounded'], ['lowExactWhole']],
    ['strong words elsewhere', { elsewhere: STRONG }, ['bounded', 'strongElsewhere'], ['lowExactWhole']],
    ['telling words elsewhere', { elsewhere: TELLING }, ['bounded', 'strongElsewhere'], ['lowExactWhole']],
    ['weak words elsewhere', { elsewhere: WEAK }, ['bounded'], ['lowExactWhole']],
    ['nothing elsewhere', { elsewhere: NOTHING }, ['bounded'], ['lowExactWhole']],
    ['embedded', { embedded: true }, ['bounded', 'embedded'], ['lowExactWhole']],
    ['foreign', { foreign: true }, ['bounded', 'foreign'], ['lowExactWhole']],
    ['subdomain', { place: 'subdomain' }, ['bounded', 'subdomain'], ['lowExactWhole']],
    ['cheap', { suffix: 'cheap' }, ['bounded', 'cheapSuffix'], ['lowExactWhole']],
    ['crypto', { suffix: 'crypto' }, ['bounded', 'cryptoSuffix'], ['lowExactWhole']],
    ['hyphen', { hyphenInside: true }, ['bounded', 'hyphenInside'], ['lowExactWhole']],
    ['open to the left', { ...WEAK_REST, ...OPEN }, ['weakRest'], ['lowExactJoined']],
    ['open to the right', { ...WEAK_REST, boundedRight: false }, ['weakRest'], ['lowExactJoined']],
    ['long and open', { ...ODD_REST, ...OPEN }, [], ['lowExactJoined']],
    ['brief and open', { ...ODD_REST, ...OPEN, name: BRIEF }, [], ['lowExactJoined', 'briefJoined']],
    [
      'brief, letters after it',
      { rest: 5, after: UNCOVERED, ...OPEN, name: BRIEF },
      [],
      ['lowExactJoined', 'briefJoined'],
    ],
    ['brief among words', { ...WEAK_REST, ...OPEN, name: BRIEF }, ['weakRest'], ['lowExactJoined']],
    [
      'brief under a cheap suffix',
      { ...ODD_REST, ...OPEN, name: BRIEF, suffix: 'cheap' },
      ['cheapSuffix'],
      ['lowExactJoined'],
    ],
    ['a slip of shape', { edit: 8, visualOnly: true }, ['bounded', 'visualOnly'], ['lowVisualWhole']],
    ['a slip', { edit: 8 }, ['bounded'], ['lowFuzzyWhole']],
    ['no slip', { visualOnly: true }, ['bounded'], ['lowExactWhole']],
    ['a slip among words', { ...WEAK_REST, edit: 8 }, ['bounded', 'weakRest'], ['lowFuzzyBounded']],
    ['a slip, open', { ...WEAK_REST, ...OPEN, edit: 8 }, ['weakRest'], ['lowFuzzyJoined']],
    [
      'a digit in a short name',
      { edit: 8, digit: true, visualOnly: true, name: { short: true } },
      ['bounded', 'visualOnly'],
      ['lowExactWhole'],
    ],
    [
      'a letter in a short name',
      { edit: 8, visualOnly: true, name: { short: true } },
      ['bounded', 'visualOnly'],
      ['lowVisualWhole'],
    ],
    [
      'a digit in a longer name',
      { edit: 8, digit: true, visualOnly: true },
      ['bounded', 'visualOnly'],
      ['lowVisualWhole'],
    ],
    ['a digit of no shape', { edit: 8, digit: true, name: { short: true } }, ['bounded'], ['lowFuzzyWhole']],
  ])('%s', (_what, told, added, least) => {
    expect(marginOf(reading(told), BITS)).toBe(sumOf(added) - sumOf(least));
  });
  test('what is gained counts as it is', () => {
    expect(marginOf(reading({ gain: 7 }), BITS) - marginOf(reading(), BITS)).toBe(7);
  });
});

describe('the verdict', () => {
  const weights = { ...DEFAULT_WEIGHTS, bounded: 0, lowExactWhole: 100, high: 48 };
  it.each([
    [99, null],
    [100, { margin: 0, confidence: 'low' }],
    [147, { margin: 47, confidence: 'low' }],
    [148, { margin: 48, confidence: 'high' }],
  ])('at a score of %i', (gain, judged) => {
    expect(judge(reading({ gain }), weights)).toEqual(judged);
  });
  it('is never high for what may not be so, and none for what may not alarm', () => {
    expect(judge(reading({ gain: 500, name: { tier: 1 } }), weights)).toMatchObject({ confidence: 'low' });
    expect(judge(reading({ gain: 500, suffix: 'guarded' }), weights)).toBeNull();
  });
});

describe('high confidence', () => {
  it.each<[string, Told]>([
    ['a name', {}],
    ['with its suffix', { embedded: true, ...OPEN, name: { kind: 'pinyin', tier: 3 } }],
    ['an ordinary name among telling words', { ...TELLING_REST, name: ORDINARY }],
    ['an ordinary name in another script', { foreign: true, edit: 2, name: ORDINARY }],
    ['a short name among strong words', { ...STRONG_REST, name: SHORT_NAME }],
    ['words of the trade among telling words', { ...TELLING_REST, name: { composite: true } }],
    ['a lesser name, cheap', { suffix: 'cheap', name: { tier: 1 } }],
    ['a lesser name, a slip', { edit: 8, name: { tier: 1 } }],
    ['a lesser name among letters', { ...ODD_REST, name: { tier: 1 } }],
    ['in another script, joined', { foreign: true, edit: 2, ...ODD_REST, ...OPEN }],
    ['well known, joined to strong words', { ...STRONG_REST, ...OPEN, name: { attacked: 60 } }],
  ])('%s', (_what, told) => expect(mayBeHigh(reading(told))).toBe(true));
  it.each<[string, Told]>([
    ['pinyin', { ...TELLING_REST, name: PINYIN }],
    ['an abbreviation', { ...TELLING_REST, name: { kind: 'abbreviation' } }],
    ['an ordinary name among strong words', { ...STRONG_REST, name: ORDINARY }],
    ['an ordinary name joined to telling words', { ...TELLING_REST, ...OPEN, name: ORDINARY }],
    ['a lesser ordinary name in another script', { foreign: true, edit: 2, name: { ...ORDINARY, tier: 1 } }],
    ['a short name among weak words', { ...WEAK_REST, name: SHORT_NAME }],
    ['a short name', { name: SHORT_NAME }],
    ['a small name', { ...TELLING_REST, name: { tier: 2 } }],
    ['a common word', { ...TELLING_REST, name: { common: true } }],
    ['words of the trade among strong words', { ...STRONG_REST, name: { composite: true } }],
    ['words of the trade joined to telling words', { ...TELLING_REST, ...OPEN, name: { composite: true } }],
    ['a lesser name', { name: { tier: 1 } }],
    ['joined to letters', { ...ODD_REST, ...OPEN }],
    ['joined to weak words', { ...WEAK_REST, ...OPEN }],
    ['a slip joined to strong words', { ...STRONG_REST, ...OPEN, edit: 8 }],
    ['less known, joined to strong words', { ...STRONG_REST, ...OPEN, name: { attacked: 59 } }],
  ])('not %s', (_what, told) => expect(mayBeHigh(reading(told))).toBe(false));
});
