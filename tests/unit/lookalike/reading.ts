import type { IndexedName } from '../../../utils/lookalike/indexed-name.ts';
import { NOTHING, STRONG, TELLING, UNCOVERED, WEAK } from '../../../utils/lookalike/keywords.ts';
import type { Reading } from '../../../utils/lookalike/reading.ts';

export type Told = Partial<Omit<Reading, 'name'>> & { name?: Partial<IndexedName> };

/** kraken.com, but for what is told otherwise. */
export function reading({ name, ...told }: Told = {}): Reading {
  const kraken = { text: 'kraken', kind: 'label', tier: 0, attacked: 100, ambiguous: false };
  const described = { ordinary: false, short: false, common: false, generic: false };
  return {
    name: { ...kraken, ...described, stemmed: false, composite: false, ...name } as IndexedName,
    edit: 0,
    gain: 0,
    place: 'registrable',
    platform: false,
    boundedLeft: true,
    boundedRight: true,
    before: NOTHING,
    after: NOTHING,
    tokenBefore: NOTHING,
    tokenAfter: NOTHING,
    elsewhere: UNCOVERED,
    embedded: false,
    foreign: false,
    digit: false,
    visualOnly: false,
    hyphenInside: false,
    suffix: 'plain',
    rest: 0,
    restCost: 0,
    insideWord: false,
    ...told,
  };
}

export const OPEN = { boundedLeft: false };
export const STRONG_REST = { rest: 5, before: STRONG } satisfies Told;
export const TELLING_REST = { rest: 5, after: TELLING } satisfies Told;
export const WEAK_REST = { rest: 5, before: WEAK } satisfies Told;
export const ODD_REST = { rest: 5, before: UNCOVERED } satisfies Told;

export const ORDINARY = { text: 'gemini', ordinary: true };
export const SHORT_NAME = { text: 'okx', short: true };
export const PINYIN = { text: 'ouyi', kind: 'pinyin' } as const;
