import { describe, expect, it } from 'vitest';
import { asStored, isImported } from '../../../utils/export/import-history.ts';
import { prepareExport } from '../../../utils/export/prepare.ts';
import { flatten } from '../../../utils/history/build-flag.ts';
import type { FlagRecord } from '../../../utils/history/flag.ts';
import { restoreFindings } from '../../../utils/history/restore-findings.ts';
import type { Finding } from '../../../utils/verdict/finding.ts';
import { exportRequest, memorySource } from '../../fixtures/export/memory-source.ts';
import { storedFlag } from '../../fixtures/flag.ts';

const OKX = { id: 'okx', name: 'OKX', nameZh: '欧易', type: 'exchange' } as const;
const nameOf = () => OKX;
const claim = { id: 'claims-title', version: 1, value: '欧易官网', weight: 0 };
const payment = { id: 'payment-rails', version: 1, value: '支付宝', weight: 0.38 };

const listed: Finding = {
  kind: 'listed',
  tier: 'caution',
  exchange: OKX,
  name: 'okex.com',
  role: 'former',
  weaknesses: ['repurposed', 'former'],
  from: '2017-08',
  until: null,
  source: 'a source (2026)',
  year: null,
  lastChecked: null,
  lineage: [],
};
const lookalike: Finding = {
  kind: 'lookalike',
  tier: 'danger',
  exchange: OKX,
  match: {
    exchange: 'okx',
    target: 'okx.com',
    techniques: ['homoglyph'],
    marks: [{ start: 0, end: 1, kind: 'replaced', expected: 'o' }],
    score: 0.9,
    confidence: 'high',
  },
};
const landing: Finding = {
  kind: 'landing',
  tier: 'caution',
  exchange: OKX,
  pageKind: 'affiliate',
  script: 'Hans',
  sure: 'low',
  score: 0.9,
  signals: [payment],
};
const brandClaim: Finding = { kind: 'brandClaim', tier: 'danger', exchange: OKX, signals: [claim] };
const operations: Finding = {
  kind: 'operations',
  tier: 'none',
  operations: [{ id: 'icp-filing', version: 1, value: '京ICP备1号: x', weight: 0 }],
  seatClaims: [{ id: 'seat-offshore', version: 1, value: '塞舌尔', weight: 0 }],
};
const succession: Finding = {
  kind: 'succession',
  tier: 'caution',
  exchange: OKX,
  from: 'okx.com',
  to: 'ouyi.example',
  evidence: 'redirect',
  seen: '2026-11-20',
};
const reported: Finding = {
  kind: 'reported',
  tier: 'danger',
  exchange: OKX,
  name: 'okx-bonus.example',
  source: 'a source',
  firstSeen: '2017-08',
  lastSeen: null,
};

/** A record of findings as the recorder makes it. */
function recorded(...findings: Finding[]): FlagRecord {
  const { local: _, ...flag } = storedFlag({
    flag_id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    document: 'd',
  });
  return {
    ...flag,
    tier: 'danger',
    score: 0.9,
    script: 'Hans',
    page_kind: 'affiliate',
    list: { ...flag.list, entry_first_seen: '2017-08' },
    signals: findings.flatMap((finding) => ('signals' in finding ? finding.signals : [])),
    findings: findings.map(flatten),
  };
}

describe('the findings behind a record', () => {
  it.each([listed, lookalike, landing, brandClaim, operations, succession, reported])(
    '$kind comes back',
    (finding) => {
      expect(restoreFindings(recorded(finding), nameOf)).toEqual([finding]);
    },
  );

  it('come back beside one another, in order', () => {
    const findings = [lookalike, brandClaim, landing, operations];
    expect(restoreFindings(recorded(...findings), nameOf)).toEqual(findings);
  });

  it('hold nothing that was left out, and are there all the same', async () => {
    const flag = {
      ...recorded(listed, lookalike, landing, operations),
      local: storedFlag({ flag_id: '', document: 'd' }).local,
    };
    for await (const row of prepareExport(memorySource({ flags: [flag] }), exportRequest({ level: 'domain' }))
      .flags) {
      const restored = restoreFindings(row, nameOf);
      expect(restored.map(({ kind }) => kind)).toEqual(['listed', 'lookalike', 'landing', 'operations']);
      expect(JSON.stringify(restored)).not.toMatch(/a source|支付宝|塞舌尔/);
    }
  });

  it('of a rule unknown here are left out', () => {
    const flag = recorded(listed);
    flag.findings[0]!.matched_rule = 'listed: headquarters';
    expect(restoreFindings(flag, nameOf)).toEqual([]);
  });
});

it('an imported flag is exported again as it came', async () => {
  const flag = recorded(lookalike, landing);
  const stored = asStored(flag, nameOf);
  expect(isImported(stored)).toBe(true);
  expect(stored.local).toMatchObject({ kinds: ['lookalike', 'landing'], exchanges: ['okx'] });
  const options = { level: 'full', query: true, title: true, time: 'exact' } as const;
  const rows: FlagRecord[] = [];
  for await (const row of prepareExport(memorySource({ flags: [stored] }), exportRequest(options)).flags)
    rows.push(row);
  const { session_pseudonym: _, redactions: __, ...kept } = flag;
  expect(rows).toEqual([expect.objectContaining(kept)]);
});
