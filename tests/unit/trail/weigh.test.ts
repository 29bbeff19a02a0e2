import { describe, expect, test } from 'vitest';
import type { DomainRecord } from '../../../utils/exchange/record.ts';
import { voicesOf } from '../../../utils/trail/succession.ts';
import { type Voice, weigh } from '../../../utils/trail/weigh.ts';
import type { SuccessionDoubt } from '../../../utils/verdict/finding.ts';

const row = (domain: string, more: Partial<DomainRecord> = {}): DomainRecord => ({
  domain,
  role: 'primary',
  source: 'a source (2026)',
  ...more,
});
const ROWS: Record<string, DomainRecord> = {
  'a.com': row('a.com'),
  'b.com': row('b.com', { role: 'mirror' }),
  'old.com': row('old.com', { role: 'former' }),
  'dead.com': row('dead.com', {
    domain_status: { state: 'does not answer', checked: '2026', source: 'sss' },
  }),
  'claimed.com': row('claimed.com', { role: 'mirror', confidence: 'claimed' }),
  'stale.com': row('stale.com', { source: 'a list (2019)' }),
};
const voice = (from: string, kind: Voice['kind'], evidence: string[] = ['by: server']): Voice => ({
  from,
  kind,
  first_seen: '2026-10-01T00:00:00.000Z',
  last_seen: '2026-11-27T00:00:00.000Z',
  times: 1,
  evidence,
});
const judged = (voices: Voice[], against: SuccessionDoubt[] = []) =>
  weigh(voices, { rowOf: (name) => ROWS[name] ?? null, against });

const EVERYTHING_FREE = [
  voice('a.com', 'claim', []),
  voice('a.com', 'assets', []),
  voice('a.com', 'affiliates', []),
];

describe('what a candidate comes to', () => {
  test.each<[string, Voice[], SuccessionDoubt[], string, SuccessionDoubt[]]>([
    ['two present names', [voice('a.com', 'redirect'), voice('b.com', 'notice', [])], [], 'supported', []],
    ['one present name', [voice('a.com', 'redirect')], [], 'open', ['alone']],
    [
      'one name by two kinds',
      [voice('a.com', 'redirect'), voice('a.com', 'notice', [])],
      [],
      'open',
      ['alone'],
    ],
    ['a former name', [voice('old.com', 'redirect')], [], 'open', ['former', 'alone']],
    ['a dead name', [voice('dead.com', 'redirect')], [], 'doubtful', ['lapsed', 'alone']],
    ['a claimed name', [voice('claimed.com', 'redirect')], [], 'open', ['unproven row', 'alone']],
    ['an old record', [voice('stale.com', 'redirect')], [], 'open', ['old record', 'alone']],
    ['all that anyone can copy', EVERYTHING_FREE, [], 'doubtful', ['copied', 'alone']],
    [
      'two names, yet a likeness',
      [voice('a.com', 'redirect'), voice('b.com', 'redirect')],
      ['lookalike'],
      'doubtful',
      ['lookalike'],
    ],
    [
      'parked',
      [voice('a.com', 'redirect', ['against: parked']), voice('b.com', 'notice', [])],
      [],
      'doubtful',
      ['parked'],
    ],
    ['by timing alone', [voice('a.com', 'redirect', ['by: inferred'])], [], 'open', ['timing', 'alone']],
  ])('%s', (_name, voices, against, standing, doubts) => {
    expect(judged(voices, against)).toMatchObject({ standing, doubts });
  });

  test('a claim that is copied a thousand times is worth no more than .3', () => {
    const many = Array.from({ length: 1000 }, () => EVERYTHING_FREE).flat();
    expect(judged(many).score).toBeLessThanOrEqual(0.3);
    expect(judged(EVERYTHING_FREE).score).toBeLessThan(judged([voice('a.com', 'redirect')]).score);
  });

  test('a reported name is worth nothing', () => {
    expect(judged([voice('a.com', 'redirect'), voice('b.com', 'redirect')], ['reported']).score).toBe(0);
  });
});

test.each([
  [['page: a.example #1', 'page: b.example #2', 'page: c.example #3'], 3],
  [['page: a.example #1', 'page: b.example #1', 'page: c.example #1'], 1],
  [['page: a.example', 'page: a.example #9', 'page: b.example'], 2],
  [['words: 官网'], 0],
])('unrelated pages among %j: %i', (evidence, voices) => expect(voicesOf(evidence)).toBe(voices));
