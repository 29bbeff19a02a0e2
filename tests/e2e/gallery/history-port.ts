import { dayAfter } from '../../../components/i18n/local-day.ts';
import type { FlagRow } from '../../../components/models/flag.ts';
import type {
  DailyCount,
  HistoryChoices,
  HistoryOverview,
  HistoryPort,
} from '../../../components/models/history.ts';
import type { LineageModel } from '../../../components/models/lineage.ts';
import type { FlagQuery } from '../../../utils/history/flag-query.ts';
import type { Finding } from '../../../utils/verdict/finding.ts';
import * as f from './findings.ts';
import { LIST } from './pages.ts';

const KINDS: { finding: Finding; host: string; more?: Finding[] }[] = [
  { finding: f.former, host: 'okex.com' },
  { finding: f.lookalike, host: '0kx.com' },
  { finding: f.landing, host: 'www.ouyi-rumen.example', more: [f.operations] },
  { finding: f.brandClaim, host: 'www.ou-yi-global.example', more: [f.succession] },
  { finding: f.combo, host: 'okx-wallets.com' },
  { finding: f.claimed, host: 'ouyicn.group' },
  { finding: f.listed, host: 'www.okx.com' },
];
/** A wish that is granted and leaves no trace. */
export const done = async (): Promise<void> => undefined;
export const nothing = (): void => undefined;

const TODAY = '2026-11-22';
const PER_DAY = 9;

/** The n-th flag back in time, nine a day. */
export function sampleFlag(n: number): FlagRow {
  const day = dayAfter(TODAY, -Math.floor(n / PER_DAY));
  const hour = `${20 - (n % PER_DAY)}`.padStart(2, '0');
  const { finding, host, more = [] } = KINDS[n % KINDS.length] ?? { finding: f.listed, host: 'okx.com' };
  return {
    id: `00000000-0000-4000-8000-${`${n}`.padStart(12, '0')}`,
    observedAt: `${day}T${hour}:02:31.000Z`,
    tier: finding.tier,
    kind: finding.kind,
    host,
    hostAscii: host,
    findings: [finding, ...more],
    action: n % 11 === 5 ? 'ignored' : finding.kind === 'lookalike' ? 'left' : 'shown',
    list: {
      version: LIST.version,
      sha256: '9f3c41d07be258aa06c7d9134b6f2e80e517c3a499d20b716f08da3512bce1a7',
    },
    detectorVersion: '1',
    extensionVersion: '0.1.0',
    referrerDomain: 'bing.com',
    redirectChain: finding.kind === 'brandClaim' ? ['okex.com'] : [],
    htmlLang: finding.kind === 'landing' ? 'zh-CN' : null,
    title: null,
    url: null,
    redactions: ['url', 'title'],
  };
}

const dayOf = (row: FlagRow) => row.observedAt.slice(0, 10);

/** A history in memory: it deletes and restores, and answers by window as the real one does. */
export function historyPort(count: number, change: Partial<HistoryPort> = {}): HistoryPort {
  let rows = Array.from({ length: count }, (_, n) => sampleFlag(n));
  const bin = new Map<string, FlagRow[]>();
  const matching = (filter: FlagQuery) =>
    rows.filter(
      (row) =>
        (filter.kind === null || row.kind === filter.kind) &&
        (filter.action === null || row.action === filter.action) &&
        (filter.domain === null || row.host.endsWith(filter.domain)) &&
        row.host.includes(filter.text.toLowerCase()),
    );
  return {
    overview: async () => overview(rows.length),
    choices: async () => choices(rows.length),
    async query(filter, offset, limit) {
      const found = matching(filter);
      const days = new Map<string, number>();
      for (const row of found) days.set(dayOf(row), (days.get(dayOf(row)) ?? 0) + 1);
      return {
        offset,
        rows: found.slice(offset, offset + limit),
        matched: found.length,
        stored: rows.length,
        days: [...days].map(([day, flags]) => ({ day, flags })),
      };
    },
    async remove(selection) {
      const ids = new Set(
        'ids' in selection ? selection.ids : matching(selection.filter).map((row) => row.id),
      );
      const undo = `${bin.size}`;
      bin.set(undo, rows);
      const before = rows.length;
      rows = rows.filter((row) => !ids.has(row.id));
      return { deleted: before - rows.length, undo };
    },
    async restore(undo) {
      const before = rows.length;
      rows = bin.get(undo) ?? rows;
      return rows.length - before;
    },
    setRecording: done,
    ignore: done,
    lineageOf: async (id) => (id === 'okx' ? LINEAGE : id === 'many' ? manyDomains(60) : null),
    decide: done,
    propose: async () => ({ text: '{}\n' }),
    copy: done,
    savePicture: done,
    onChange: () => nothing,
    ...change,
  };
}

/** Ninety days; the counts follow no chance, so that pictures can be compared. */
function daily(flags: number): DailyCount[] {
  if (flags === 0) return [];
  return Array.from({ length: 90 }, (_, n) => {
    const wave = Math.round(4 + 4 * Math.sin(n / 3) + ((n * 7) % 5));
    const burst = n === 52 || n === 53 ? 12 : 0;
    return {
      day: dayAfter(TODAY, n - 89),
      checked: 120 + ((n * 37) % 140),
      flagged: wave + burst,
      byKind: {
        listed: wave,
        landing: ((n * 5) % 4) + burst,
        lookalike: n % 6 === 0 ? 1 + (n % 3) : 0,
      },
    };
  });
}

function overview(flags: number): HistoryOverview {
  return {
    list: LIST,
    recording: { mode: 'on', locked: false },
    unrecorded: null,
    retentionDays: 90,
    support: null,
    removed: flags === 0 ? null : { at: '2026-11-22T03:00:00.000Z', flags: 12, days: 90 },
    daily: daily(flags),
  };
}

function choices(flags: number): HistoryChoices {
  return {
    domains: flags === 0 ? [] : [{ domain: 'okex.com', flags: 62 }],
    exchanges:
      flags === 0
        ? []
        : [
            { id: 'okx', name: 'OKX', flags: 128 },
            { id: 'binance', name: 'Binance', flags: 94 },
            { id: 'many', name: 'Sixty domains', flags: 41 },
          ],
    listVersions: [412, 411],
  };
}

const source = 'v2fly/domain-list-community@c975ccef data/okx';
export const LINEAGE: LineageModel = {
  exchange: f.OKX,
  domains: [
    { domain: 'okcoin.cn', role: 'former', from: '2013-06', until: '2017-10', source },
    { domain: 'okex.com', role: 'former', from: '2017-10', until: '2022-01', source },
    { domain: 'okx.com', role: 'primary', from: '2022-01', source },
    { domain: 'okex.me', role: 'mirror', from: '2019', last_seen_live: '2021', source },
    { domain: 'okx.cab', role: 'mirror', from: '2026-01-22', source },
    { domain: 'okx.ac', role: 'mirror', from: '2026-06-11', source },
    { domain: 'okex.cn', role: 'mirror', source: 'knowm/XChange git history of *Exchange.java' },
    { domain: 'ouyicn.group', role: 'mirror', from: '2024-03', confidence: 'claimed', source },
  ],
  edges: [
    { ...f.OKX_LINEAGE[0], from: 'okcoin.cn', to: 'okex.com', kind: 'renaming', year: 2017, source },
    { from: 'okex.com', to: 'okx.com', kind: 'renaming', year: 2022, source },
    { from: 'okex.com', to: 'okex.me', kind: 'mirror', year: 2019, confidence: 'claimed', source },
    { from: 'okx.com', to: 'okx.cab', kind: 'mirror', year: 2026, source },
    { from: 'okx.com', to: 'okex.cn', kind: 'mirror', source },
  ],
  candidates: [
    {
      domain: 'ou-yi-global.example',
      standing: 'doubtful',
      doubts: ['lookalike', 'former', 'alone'],
      decision: null,
      seen: [
        {
          domain: 'ou-yi-global.example',
          from: 'okex.com',
          evidence: 'redirect',
          seen: '2026-10-14',
          lastSeen: '2026-11-12',
          times: 2,
          lines: ['by: server', 'way: okex.com > www.ou-yi-global.example'],
        },
      ],
    },
  ],
  visits: [
    ...Array.from({ length: 22 }, (_, n) => ({
      domain: 'okx.com',
      at: `${dayAfter(TODAY, -n * 4)}T12:00:00Z`,
    })),
    ...Array.from({ length: 8 }, (_, n) => ({
      domain: 'okex.com',
      at: `${dayAfter(TODAY, -n * 9)}T12:00:00Z`,
    })),
    { domain: 'ouyicn.group', at: '2026-11-21T12:00:00Z' },
    { domain: 'ou-yi-global.example', at: '2026-10-14T12:00:00Z' },
    { domain: 'ou-yi-global.example', at: '2026-11-12T12:00:00Z' },
  ],
  windowDays: 90,
  today: TODAY,
};

/** As many domains as the largest exchange has. */
export function manyDomains(count: number): LineageModel {
  return {
    ...LINEAGE,
    exchange: { id: 'many', name: 'Sixty domains', nameZh: null, type: 'exchange' },
    domains: Array.from({ length: count }, (_, n) => ({
      domain: `mirror-number-${n}.example`,
      role: n === 0 ? ('primary' as const) : ('mirror' as const),
      ...(n % 3 === 0 ? { from: `${2014 + (n % 12)}-03` } : {}),
      ...(n % 5 === 4 ? { confidence: 'claimed' as const } : {}),
      source,
    })),
    edges: Array.from({ length: count / 4 }, (_, n) => ({
      from: 'mirror-number-0.example',
      to: `mirror-number-${n * 3 + 3}.example`,
      kind: 'mirror' as const,
      year: 2014 + ((n * 3 + 3) % 12),
      source,
    })),
    candidates: [],
    visits: [{ domain: 'mirror-number-7.example', at: '2026-11-12T12:00:00Z' }],
  };
}
