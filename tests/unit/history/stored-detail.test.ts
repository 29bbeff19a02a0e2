import { describe, expect, test } from 'vitest';
import { buildFlag } from '../../../utils/history/build-flag.ts';
import { entryOf } from '../../../utils/history/index/entry.ts';
import type { Signal } from '../../../utils/landing/assessment.ts';
import { STORED_DETAILS } from '../../../utils/settings/settings.ts';
import type { Finding } from '../../../utils/verdict/finding.ts';

const SECRET = 'user-123';

const flagAt = (
  stored_detail: (typeof STORED_DETAILS)[number],
  findings: Finding[] = [],
  store_title = false,
) =>
  buildFlag(
    {
      tier: 'notice',
      host: { ascii: `${SECRET}.okx.com`, unicode: `${SECRET}.okx.com`, registrable: 'okx.com' },
      findings,
      ignored: ['listed'],
      list: { version: 1, issued: '2026-11-20' },
    },
    {
      flagId: 'id',
      document: 'd',
      now: Date.UTC(2026, 10, 20),
      timezoneOffsetMinutes: 0,
      url: `https://${SECRET}.okx.com/${SECRET}?${SECRET}#${SECRET}`,
      title: SECRET,
      htmlLang: null,
      detectedLang: null,
      redirectChain: [`${SECRET}.go.example`, '192.0.2.7', 'localhost'],
      referrerDomain: null,
      sessionPseudonym: 'p',
      settings: { stored_detail, store_title, ignored_kinds: [] },
      listSha256: '',
      detectorVersion: '1',
      extensionVersion: '1',
      browser: 'chrome 1',
      os: 'linux',
    },
  );

describe('of a visit a flag holds no more than the detail asked for', () => {
  test('domain: nothing below a registrable domain, in no field', () => {
    const flag = flagAt('domain');
    expect(JSON.stringify(flag)).not.toContain(SECRET);
    expect(flag.redirect_chain).toEqual(['go.example', '192.0.2.7', 'localhost']);
  });

  test.each([
    ['host', null],
    ['path', `https://${SECRET}.okx.com/${SECRET}`],
    ['full', `https://${SECRET}.okx.com/${SECRET}?${SECRET}`],
  ] as const)('%s', (detail, url) => {
    const flag = flagAt(detail);
    expect(flag.url).toBe(url);
    expect(flag.redirect_chain[0]).toBe(`${SECRET}.go.example`);
  });
});

const exchange = { id: 'bitazza', name: 'Bitazza', nameZh: null, type: 'exchange' } as const;
const signal = (id: string, value: string): Signal => ({ id, version: 1, value, weight: 0 });

const claim: Finding = {
  kind: 'brandClaim',
  tier: 'caution',
  exchange,
  signals: [signal('claims-title', `欧易官网 ${SECRET}`), signal('claims-heading', `欧易 ${SECRET}`)],
};

describe('what a page says of itself', () => {
  test.each(STORED_DETAILS)(
    'at %s is in no field where titles are not stored, where it says so is',
    (detail) => {
      const flag = flagAt(detail, [claim]);
      const { host: _, hostUnicode: __, ...entry } = entryOf(flag);
      expect(JSON.stringify([flag.signals, flag.findings, flag.local, entry])).not.toMatch(/user-123|欧易/);
      expect(flag.signals).toEqual([signal('claims-title', ''), signal('claims-heading', '')]);
      expect(flag.findings[0]?.evidence).toEqual(['claims-title', 'claims-heading']);
      expect(flag.local.findings).toEqual([{ ...claim, signals: flag.signals }]);
    },
  );

  test('is kept where titles are stored', () => {
    const flag = flagAt('host', [claim], true);
    expect(flag.signals).toEqual(claim.signals);
    expect(flag.findings[0]?.evidence[0]).toBe(`claims-title: 欧易官网 ${SECRET}`);
    expect(flag.local.findings).toEqual([claim]);
  });
});

const landing: Finding = {
  kind: 'landing',
  tier: 'caution',
  exchange,
  pageKind: 'affiliate',
  script: 'Hans',
  sure: 'high',
  score: 0.9,
  signals: [
    signal('call-to-action', '立即注册'),
    signal('invitation-links', 'www.okx.com SRXT5KUM、okx.com A999998、www.okx.com A999998'),
  ],
};

test.each([
  ['domain', false, 'okx.com'],
  ['host', true, 'www.okx.com、okx.com'],
  ['path', false, 'www.okx.com、okx.com'],
  ['full', true, 'www.okx.com、okx.com'],
] as const)('at %s an invitation is kept without its code', (detail, titles, hosts) => {
  const flag = flagAt(detail, [landing], titles);
  expect(JSON.stringify(flag)).not.toMatch(/SRXT5KUM|A999998/);
  expect(flag.signals).toEqual([landing.signals[0], signal('invitation-links', hosts)]);
  expect(flag.findings[0]?.evidence).toEqual(['call-to-action: 立即注册', `invitation-links: ${hosts}`]);
  expect(flag.local.findings).toEqual([{ ...landing, signals: flag.signals }]);
});

const NAME = 'trade.bitazza.com';
const naming: Finding[] = [
  {
    kind: 'listed',
    tier: 'notice',
    exchange,
    name: NAME,
    role: 'primary',
    weaknesses: [],
    from: null,
    until: null,
    source: 'a source (2026)',
    year: null,
    lastChecked: null,
    lineage: [],
  },
  { kind: 'reported', tier: 'danger', exchange, name: NAME, source: 's', firstSeen: null, lastSeen: null },
  {
    kind: 'lookalike',
    tier: 'danger',
    exchange,
    match: {
      exchange: 'bitazza',
      target: NAME,
      techniques: ['typosquat'],
      marks: [],
      score: 0.9,
      confidence: 'high',
    },
  },
  {
    kind: 'succession',
    tier: 'caution',
    exchange,
    from: NAME,
    to: 'm.new.example',
    evidence: 'redirect',
    seen: '2026-11-20',
  },
];

describe.each(naming.map((finding) => [finding.kind, finding] as const))(
  'a name that is %s',
  (_, finding) => {
    test('is a registrable domain at domain', () => {
      const flag = flagAt('domain', [finding]);
      expect(JSON.stringify(flag)).not.toMatch(/trade\.|m\.new/);
      expect(flag.findings[0]?.target).toBe('bitazza.com');
      expect(JSON.stringify(flag.local.findings)).toContain('bitazza.com');
    });

    test('is whole at host', () => {
      const flag = flagAt('host', [finding]);
      expect(flag.findings[0]?.target).toBe(NAME);
      expect(flag.local.findings).toEqual([finding]);
    });
  },
);

const operations: Finding = {
  kind: 'operations',
  tier: 'none',
  operations: [
    signal('mainland-hosting', `${SECRET}.oss.myqcloud.com、b.myqcloud.com、myqcloud.com`),
    signal('qq-support', 'QQ群：12345678、wpa.qq.com'),
    signal('icp-filing', '京ICP备12345678号-1'),
  ],
  seatClaims: [signal('seat-offshore', 'St. Vincent、塞舌尔')],
};

describe('what a page mentions of mainland China', () => {
  test('names registrable domains at domain, beside its words', () => {
    const flag = flagAt('domain', [operations]);
    expect(JSON.stringify(flag)).not.toContain(SECRET);
    expect(flag.findings[0]?.evidence).toEqual([
      'mainland-hosting: myqcloud.com',
      'qq-support: QQ群：12345678、qq.com',
      'icp-filing: 京ICP备12345678号-1',
      'seat-offshore: St. Vincent、塞舌尔',
    ]);
  });

  test('is whole at host', () => {
    expect(flagAt('host', [operations]).local.findings).toEqual([operations]);
  });
});
