import { describe, expect, test } from 'vitest';
import type { LandingAssessment, Signal } from '../../../utils/landing/assessment.ts';
import { pageFindings } from '../../../utils/verdict/page-findings.ts';
import { OKX } from './sample.ts';

const NAME = { id: 'okx', name: 'OKX', nameZh: '欧易', type: 'exchange' };
const signal = (id: string): Signal => ({ id, version: 1, value: id, weight: 1 });
const NOTHING: LandingAssessment = {
  pageKind: 'none',
  script: 'none',
  sure: 'low',
  score: 0,
  exchange: null,
  signals: [],
  brandClaim: null,
  operations: [],
  seatClaims: [],
  ties: [],
};
const read = (said: Partial<LandingAssessment>) =>
  pageFindings({ ...NOTHING, ...said }, (id) => (id === 'okx' ? OKX : null));

describe('what a page says, as findings', () => {
  test('nothing', () => {
    expect(read({})).toEqual([]);
  });

  test('a landing page, with what spoke for it and the exchange it is of', () => {
    const said = {
      pageKind: 'exchange',
      script: 'Hans',
      sure: 'high',
      score: 0.8,
      signals: [signal('word')],
    } as const;
    expect(read({ ...said, signals: [...said.signals], exchange: 'okx' })).toEqual([
      { kind: 'landing', tier: 'caution', exchange: NAME, ...said },
    ]);
  });

  test.each([
    ['no exchange', null],
    ['one that the list does not know', 'gone'],
  ])('a landing page of %s names nobody', (_what, exchange) => {
    expect(read({ pageKind: 'affiliate', exchange })).toMatchObject([{ kind: 'landing', exchange: null }]);
  });

  test('no landing page names no exchange', () => {
    expect(read({ exchange: 'okx', signals: [signal('word')] })).toEqual([]);
  });

  test('a claim to be an exchange, by its own signals', () => {
    const brandClaim = { exchange: 'okx', signals: [signal('title')] };
    expect(read({ brandClaim, signals: [signal('word')] })).toEqual([
      { kind: 'brandClaim', tier: 'caution', exchange: NAME, signals: brandClaim.signals },
    ]);
  });

  test('a claim to be one that the list does not know is none', () => {
    expect(read({ brandClaim: { exchange: 'gone', signals: [signal('title')] } })).toEqual([]);
  });

  test.each([
    ['ties to the mainland', { operations: [signal('icp')] }],
    ['claims of seat', { seatClaims: [signal('seat')] }],
    ['both', { operations: [signal('icp')], seatClaims: [signal('seat')] }],
  ])('%s, never weighed', (_what, said) => {
    expect(read(said)).toEqual([
      { kind: 'operations', tier: 'none', operations: [], seatClaims: [], ...said },
    ]);
  });

  test('all of it, the page first', () => {
    const all = read({
      pageKind: 'payment',
      brandClaim: { exchange: 'okx', signals: [] },
      operations: [signal('icp')],
    });
    expect(all.map(({ kind }) => kind)).toEqual(['landing', 'brandClaim', 'operations']);
  });
});
