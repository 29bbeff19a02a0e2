import { describe, expect, test } from 'vitest';
import type { DomainRecord, ExchangeRecord } from '../../../utils/exchange/record.ts';
import type { ListHit } from '../../../utils/list/list-hit.ts';
import { decide, type Evidence } from '../../../utils/verdict/decide.ts';
import type { SuccessionFinding } from '../../../utils/verdict/finding.ts';
import { host, LANDING, OKX } from './sample.ts';

const okx: ExchangeRecord = {
  ...OKX,
  lineage: [
    { from: 'okex.com', to: 'okx.com', kind: 'renaming', year: 2022, source: 's' },
    { from: 'okcoin.cn', to: 'okex.com', kind: 'customers moved', year: 2017, source: 's' },
  ],
};

function listed(domain: Partial<DomainRecord>): ListHit {
  const record: DomainRecord = {
    domain: 'okx.com',
    role: 'primary',
    source: 'v2fly (2024-10-08)',
    ...domain,
  };
  return { kind: 'listed', name: record.domain, exact: true, exchange: okx, domain: record };
}

const reported: ListHit = {
  kind: 'reported',
  name: 'okx-login.example',
  exact: true,
  exchange: okx,
  source: 'x',
  firstSeen: null,
  lastSeen: null,
};

function lookalike(confidence: 'high' | 'low', exchange = 'okx'): Evidence['lookalike'] {
  return {
    exchange: { ...okx, id: exchange },
    match: { exchange, target: 'okx.com', techniques: ['homoglyph'], marks: [], score: 0.9, confidence },
  };
}

function evidence(parts: Partial<Evidence>): Evidence {
  return {
    host: host('some.example'),
    list: { version: 1, issued: '2026-11-22' },
    hits: [],
    lookalike: null,
    page: [],
    succession: null,
    ignoredKinds: [],
    ...parts,
  };
}

const claim: Evidence['page'][number] = {
  kind: 'brandClaim',
  tier: 'caution',
  exchange: { id: 'okx', name: 'OKX', nameZh: null, type: 'exchange' },
  signals: [],
};

const succession: SuccessionFinding = {
  kind: 'succession',
  tier: 'caution',
  exchange: { id: 'okx', name: 'OKX', nameZh: null, type: 'exchange' },
  from: 'okx.com',
  to: 'some.example',
  evidence: 'notice',
  seen: '2026-11-20',
};

describe('precedence', () => {
  const cases: [string, Partial<Evidence>, string, string[]][] = [
    ['nothing', {}, 'none', []],
    ['firm row', { hits: [listed({})] }, 'notice', ['listed']],
    [
      'firm row silences likeness',
      { hits: [listed({})], lookalike: lookalike('high', 'kraken') },
      'notice',
      ['listed'],
    ],
    [
      'firm row is primary, page accompanies',
      { hits: [listed({})], page: [LANDING, claim] },
      'notice',
      ['listed', 'landing'],
    ],
    ['former name is a notice', { hits: [listed({ role: 'former' })] }, 'notice', ['listed']],
    [
      'former name of X is not a lookalike of X',
      { hits: [listed({ role: 'former' })], lookalike: lookalike('high') },
      'notice',
      ['listed'],
    ],
    [
      'former name of X may imitate Y',
      { hits: [listed({ role: 'former' })], lookalike: lookalike('high', 'kraken') },
      'danger',
      ['lookalike', 'listed'],
    ],
    [
      'former name suppresses no page finding',
      { hits: [listed({ role: 'former' })], page: [LANDING] },
      'caution',
      ['listed', 'landing'],
    ],
    [
      'claimed row is a caution',
      { hits: [listed({ confidence: 'claimed', role: 'mirror' })] },
      'caution',
      ['listed'],
    ],
    [
      'claimed row suppresses no likeness',
      { hits: [listed({ confidence: 'claimed' })], lookalike: lookalike('high') },
      'danger',
      ['lookalike', 'listed'],
    ],
    [
      'repurposed row is a caution',
      { hits: [listed({ domain_status: { state: 'repurposed', checked: '2026-06-14', source: 's' } })] },
      'caution',
      ['listed'],
    ],
    ['reported', { hits: [reported], lookalike: lookalike('low') }, 'danger', ['reported', 'lookalike']],
    ['low confidence', { lookalike: lookalike('low') }, 'caution', ['lookalike']],
    ['brand claim alone', { page: [claim] }, 'caution', ['brandClaim']],
    [
      'brand claim with likeness',
      { page: [claim], lookalike: lookalike('low') },
      'danger',
      ['lookalike', 'brandClaim'],
    ],
    ['succession', { succession }, 'caution', ['succession']],
    ['succession beside a page', { page: [LANDING], succession }, 'caution', ['landing', 'succession']],
    ['a firm row leaves succession out', { hits: [listed({})], succession }, 'notice', ['listed']],
    ['reported beside a firm row', { hits: [listed({}), reported] }, 'danger', ['reported', 'listed']],
    [
      'operations alone are no finding',
      { page: [{ kind: 'operations', tier: 'none', operations: [], seatClaims: [] }] },
      'none',
      [],
    ],
    [
      'operations accompany a finding, without a tier',
      { page: [LANDING, { kind: 'operations', tier: 'none', operations: [], seatClaims: [] }] },
      'caution',
      ['landing', 'operations'],
    ],
  ];
  test.each(cases)('%s', (_name, parts, tier, kinds) => {
    const verdict = decide(evidence(parts));
    expect([verdict.tier, verdict.findings.map((finding) => finding.kind)]).toEqual([tier, kinds]);
  });
});

test('of nothing, the verdict says what was asked and by which list, and no more', () => {
  expect(decide(evidence({}))).toEqual({
    tier: 'none',
    host: { ascii: 'some.example', unicode: 'some.example', registrable: 'some.example' },
    findings: [],
    ignored: [],
    list: { version: 1, issued: '2026-11-22' },
  });
});

test('of several rows the firmest comes first', () => {
  const rows = [
    listed({ confidence: 'claimed', role: 'former' }),
    listed({ confidence: 'claimed', domain: 'b.com' }),
    listed({ domain: 'c.com' }),
  ];
  const { findings } = decide(evidence({ hits: rows }));
  expect(findings.map((finding) => finding.kind === 'listed' && finding.weaknesses.length)).toEqual([
    0, 1, 2,
  ]);
});

test('ignoring silences one kind and says so', () => {
  const verdict = decide(
    evidence({ lookalike: lookalike('high'), page: [LANDING], ignoredKinds: ['lookalike'] }),
  );
  expect(verdict).toMatchObject({ tier: 'caution', ignored: ['lookalike'] });
  expect(verdict.findings.map((finding) => finding.kind)).toEqual(['landing']);
});

describe('what is left when kinds are silenced', () => {
  const operations: Evidence['page'][number] = {
    kind: 'operations',
    tier: 'none',
    operations: [],
    seatClaims: [],
  };
  const firm = [listed({})];
  const weak = [listed({ role: 'former' })];
  const cases: [string, Partial<Evidence>, string, string[], string[]][] = [
    [
      'a firm row, silenced, still holds its page to a notice',
      { hits: firm, page: [LANDING], ignoredKinds: ['listed'] },
      'notice',
      ['landing'],
      ['listed'],
    ],
    [
      'a firm row, silenced, holds back no report',
      { hits: [...firm, reported], page: [LANDING], ignoredKinds: ['listed'] },
      'danger',
      ['reported', 'landing'],
      ['listed'],
    ],
    [
      'a weak row never held its page',
      { hits: weak, page: [LANDING], ignoredKinds: ['listed'] },
      'caution',
      ['landing'],
      ['listed'],
    ],
    ['a firm row alone, silenced', { hits: firm, ignoredKinds: ['listed'] }, 'none', [], ['listed']],
    [
      'operations do not outstay the page they accompany',
      { page: [LANDING, operations], ignoredKinds: ['landing'] },
      'none',
      [],
      ['landing'],
    ],
    ['nor the row', { hits: firm, page: [operations], ignoredKinds: ['listed'] }, 'none', [], ['listed']],
    [
      'operations stay beside what is left',
      { hits: firm, page: [LANDING, operations], ignoredKinds: ['landing'] },
      'notice',
      ['listed', 'operations'],
      ['landing'],
    ],
    [
      'operations alone are not silenced: there was nothing to say',
      { page: [operations], ignoredKinds: ['operations'] },
      'none',
      [],
      [],
    ],
    [
      'operations silenced beside a page',
      { page: [LANDING, operations], ignoredKinds: ['operations'] },
      'caution',
      ['landing'],
      ['operations'],
    ],
  ];
  test.each(cases)('%s', (_name, parts, tier, kinds, ignored) => {
    const verdict = decide(evidence(parts));
    expect([verdict.tier, verdict.findings.map((finding) => finding.kind), verdict.ignored]).toEqual([
      tier,
      kinds,
      ignored,
    ]);
  });
});

test('a listed finding cites its latest source, its checks and its lineage oldest first', () => {
  const verdict = decide(
    evidence({
      hits: [
        listed({ source: 'a@1 (2020-06-22) x.rb; b@2 (2026-08-23) y.json', last_seen_live: '2026-04-05' }),
      ],
    }),
  );
  expect(verdict.findings[0]).toMatchObject({
    source: 'b@2 (2026-08-23) y.json',
    year: 2026,
    lastChecked: '2026-04-05',
  });
  const [finding] = verdict.findings;
  if (finding?.kind !== 'listed') throw new Error('not listed');
  expect(finding.lineage.map((edge) => edge.year)).toEqual([2017, 2022]);
});
