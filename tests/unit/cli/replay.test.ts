import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { sourcesOf } from '../../../cli/flags/replay.ts';
import { type Judge, replayFlag } from '../../../cli/flags/replay-flag.ts';
import { compileList } from '../../../cli/list/compile.ts';
import { readRecords } from '../../../cli/list/read-records.ts';
import { isBadHost, parseHost } from '../../../utils/domain/host.ts';
import type { ExportOptions } from '../../../utils/export/options.ts';
import { prepareExport } from '../../../utils/export/prepare.ts';
import { buildFlag } from '../../../utils/history/build-flag.ts';
import type { FlagRecord, StoredFlag } from '../../../utils/history/flag.ts';
import { BIAS, WEIGHTS } from '../../../utils/landing/weights.ts';
import type { PageFinding } from '../../../utils/verdict/decide.ts';
import { type HostSources, judgeHost } from '../../../utils/verdict/judge-host.ts';
import { exportRequest, memorySource } from '../../fixtures/export/memory-source.ts';

vi.setConfig({ hookTimeout: 120_000, testTimeout: 60_000 });

const DETECTOR = '1+0123456789abcdef';
let sources: HostSources;
let judge: Judge;
let flags: StoredFlag[] = [];

beforeAll(async () => {
  const list = await readRecords();
  const bytes = await compileList(list);
  sources = sourcesOf(bytes);
  judge = { sources, listSha256: createHash('sha256').update(bytes).digest('hex'), detector: DETECTOR };
  const domains = list.exchanges.flatMap((exchange) => exchange.domains.map(({ domain }) => domain));
  const hosts = domains.flatMap((domain) => [
    domain,
    `www.${domain}`,
    domain.replace(/o/, '0'),
    `${domain.replaceAll('.', '-')}.example.com`,
    `${domain}.login.example.org`,
    `${domain.split('.')[0]}-cn.top`,
  ]);
  flags = [...new Set(hosts)].flatMap((host, i) => flagFor(host, i) ?? []);
});

/** A flag as the extension records it; every third page is also a landing page. */
function flagFor(name: string, i: number): StoredFlag | null {
  const host = parseHost(name);
  if (isBadHost(host)) return null;
  const page = i % 3 === 0 ? [landing()] : [];
  const verdict = judgeHost(sources, host, {
    page,
    succession: null,
    ignoredKinds: i % 7 === 0 ? ['listed'] : [],
  });
  if (verdict.findings.length === 0) return null;
  return buildFlag(verdict, {
    flagId: crypto.randomUUID(),
    document: name,
    now: Date.UTC(2026, 10, 23, 1, 2, 3),
    timezoneOffsetMinutes: -480,
    url: `https://${host.ascii}/`,
    title: null,
    htmlLang: 'zh',
    detectedLang: 'zh',
    redirectChain: [],
    referrerDomain: null,
    sessionPseudonym: 's',
    settings: { stored_detail: 'full', store_title: true, ignored_kinds: i % 7 === 0 ? ['listed'] : [] },
    listSha256: judge.listSha256,
    detectorVersion: DETECTOR,
    extensionVersion: '0.1.0',
    browser: 'chrome 156',
    os: 'linux',
  });
}

function landing(): PageFinding {
  const signals = (['product', 'call-to-action', 'title-invites'] as const).map((id) => ({
    id,
    version: 1,
    value: '注册',
    weight: Math.round(WEIGHTS[id] * 100) / 100,
  }));
  const sum = signals.reduce((total, { weight }) => total + weight, BIAS);
  const score = 1 / (1 + Math.exp(-sum));
  return {
    kind: 'landing',
    tier: 'caution',
    exchange: null,
    pageKind: 'exchange',
    script: 'Hans',
    sure: 'high',
    score,
    signals,
  };
}

async function exported(options: Partial<ExportOptions>): Promise<FlagRecord[]> {
  const rows: FlagRecord[] = [];
  for await (const row of prepareExport(memorySource({ flags }), exportRequest(options)).flags)
    rows.push(row);
  return rows;
}

describe('replaying an export', () => {
  it('of full detail reaches every verdict again', async () => {
    const rows = await exported({ level: 'full', query: true, title: true, time: 'exact' });
    expect(rows.length).toBeGreaterThan(1000);
    const kinds = new Set(rows.flatMap((row) => row.findings.map((finding) => finding.kind)));
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['landing', 'listed', 'lookalike']));
    const differing = rows.map((row) => replayFlag(row, judge)).filter(({ result }) => result !== 'equal');
    expect(differing).toEqual([]);
  });

  it('of domains alone differs only where a redaction says why', async () => {
    const replayed = (await exported({ level: 'domain' })).map((row) => replayFlag(row, judge));
    expect(replayed.filter(({ result }) => result === 'unexplained')).toEqual([]);
    const explained = replayed.filter(({ result }) => result === 'explained');
    expect(explained.length).toBeGreaterThan(100);
    for (const { because } of explained) expect(because).toContain('host: registrable domain');
  });

  it('of a page at the very edge reaches what was recorded, and of one past it does not', () => {
    const { local, ...flag } = flagFor('edge.example', 3)!;
    const edge = (...weights: [number, number]): FlagRecord => ({
      ...flag,
      signals: (['product', 'call-to-action'] as const).map((id, at) => ({
        id,
        version: 1,
        value: '',
        weight: weights[at]!,
      })),
    });
    // Two weights in hundredths that together just decided before both were rounded down.
    const sum = Math.ceil(Math.round(-BIAS * 10_000) / 100) - 1;
    const [first, second] = [Math.floor(sum / 2), Math.ceil(sum / 2)];
    expect((first + second) / 100).toBeLessThan(-BIAS);
    expect(replayFlag(edge(first / 100, second / 100), judge).result).toBe('equal');
    expect(replayFlag(edge(first / 100 - 0.01, second / 100 - 0.01), judge).result).toBe('unexplained');
  });

  it('names a difference that nothing explains', async () => {
    const [row] = await exported({ level: 'full', time: 'exact' });
    const forged: FlagRecord = { ...row!, tier: 'unknown' };
    expect(replayFlag(forged, judge).result).toBe('unexplained');
    expect(replayFlag(forged, { ...judge, listSha256: 'another' }).because[0]).toMatch(/^list: version/);
    expect(replayFlag(forged, { ...judge, detector: '1' }).because).toEqual([
      `detector: version ${DETECTOR}`,
    ]);
  });
});
