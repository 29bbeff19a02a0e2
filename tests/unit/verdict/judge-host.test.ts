import { describe, expect, test } from 'vitest';
import type { DomainRecord } from '../../../utils/exchange/record.ts';
import type { ListHit } from '../../../utils/list/list-hit.ts';
import type { LookalikeMatch } from '../../../utils/lookalike/match.ts';
import {
  BARE,
  type Circumstances,
  type HostSources,
  judgeHost,
  judgeHostLazily,
} from '../../../utils/verdict/judge-host.ts';
import { host, LANDING, OKX } from './sample.ts';

const META = { version: 7, issued: '2026-11-22' };
const likeOkx: LookalikeMatch = {
  exchange: 'okx',
  target: 'okx.com',
  techniques: ['homoglyph'],
  marks: [],
  score: 0.9,
  confidence: 'high',
};

const row = (domain: Partial<DomainRecord>): ListHit => ({
  kind: 'listed',
  name: 'okx.com',
  exact: true,
  exchange: OKX,
  domain: { domain: 'okx.com', role: 'primary', source: 's', ...domain },
});
const reported: ListHit = {
  kind: 'reported',
  name: 'okx.example',
  exact: true,
  exchange: OKX,
  source: 's',
  firstSeen: null,
  lastSeen: null,
};

/** A list with these rows and a matcher that finds every host like `match`; it tells what it was asked. */
function sources(hits: ListHit[], match: LookalikeMatch | null) {
  const asked: string[] = [];
  const whole: HostSources = {
    list: { meta: META, find: () => hits, exchangeById: (id) => (id === 'okx' ? OKX : null) },
    lookalikes: {
      match: ({ ascii }) => {
        asked.push(ascii);
        return match;
      },
    },
  };
  return { whole, asked };
}

const CASES: [string, ListHit[], LookalikeMatch | null, Circumstances, string, string[]][] = [
  ['nothing known', [], null, BARE, 'none', []],
  ['a listed name', [row({})], null, BARE, 'notice', ['listed']],
  ['a reported name', [reported], null, BARE, 'danger', ['reported']],
  ['one like an exchange', [], likeOkx, BARE, 'danger', ['lookalike']],
  ['one like an exchange that the list lost', [], { ...likeOkx, exchange: 'gone' }, BARE, 'none', []],
  [
    'a former name that is like another',
    [row({ role: 'former', confidence: 'claimed' })],
    likeOkx,
    BARE,
    'danger',
    ['lookalike', 'listed'],
  ],
  ['a reported name that is like one', [reported], likeOkx, BARE, 'danger', ['reported', 'lookalike']],
  ['a page alone', [], null, { ...BARE, page: [LANDING] }, 'caution', ['landing']],
  ['what the user silenced', [], likeOkx, { ...BARE, ignoredKinds: ['lookalike'] }, 'none', []],
];

describe.each(CASES)('%s', (_what, hits, match, circumstances, tier, kinds) => {
  test('is judged', () => {
    const verdict = judgeHost(sources(hits, match).whole, host('a.example'), circumstances);
    expect(verdict).toMatchObject({ tier, host: { ascii: 'a.example' }, list: META });
    expect(verdict.findings.map(({ kind }) => kind)).toEqual(kinds);
  });

  test('alike by a list that answers later', async () => {
    const { whole } = sources(hits, match);
    const later = {
      list: {
        meta: META,
        find: async () => hits,
        exchangeById: async (id: string) => whole.list.exchangeById(id),
      },
      lookalikes: whole.lookalikes,
    };
    expect(await judgeHostLazily(later, host('a.example'), circumstances)).toEqual(
      judgeHost(whole, host('a.example'), circumstances),
    );
  });
});

describe('the matcher', () => {
  test("is not asked of an exchange's own present name", () => {
    const { whole, asked } = sources([row({})], likeOkx);
    expect(judgeHost(whole, host('okx.com')).findings.map(({ kind }) => kind)).toEqual(['listed']);
    expect(asked).toEqual([]);
  });

  test('nor where one of several rows says so', () => {
    const { whole, asked } = sources([row({ role: 'former' }), reported, row({})], likeOkx);
    judgeHost(whole, host('okx.com'));
    expect(asked).toEqual([]);
  });

  test.each([
    ['an unlisted name', []],
    ['a former one', [row({ role: 'former' })]],
    ['a reported one', [reported]],
  ])('is asked of %s', (_what, hits) => {
    const { whole, asked } = sources(hits, null);
    judgeHost(whole, host('a.example'));
    expect(asked).toEqual(['a.example']);
  });
});

test('what is silenced is named', () => {
  const silenced = judgeHost(sources([], likeOkx).whole, host('a.example'), {
    ...BARE,
    ignoredKinds: ['lookalike'],
  });
  expect(silenced.ignored).toEqual(['lookalike']);
});
