import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { seededRandom } from '../../cli/seeded-random.ts';
import type { FlagRecord } from '../../utils/history/flag.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 8, 1);
const KINDS = ['listed', 'lookalike', 'landing'] as const;
const EXCHANGES = ['okx', 'binance', 'huobi', 'gate-io', 'bybit'];

/** One flag at level host of a participant of a study, over thirty days. */
export function generatedFlag(random: () => number, participant: string): FlagRecord {
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)]!;
  const kind = pick(KINDS);
  const exchange = kind === 'landing' && random() < 0.5 ? null : pick(EXCHANGES);
  const domain = `site${Math.floor(random() ** 2 * 20_000)}.example`;
  return {
    schema_version: 1,
    flag_id: `${hex(8)}-${hex(4)}-4${hex(3)}-${pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`,
    observed_at: new Date(START + Math.floor((random() * 30 * DAY) / 3_600_000) * 3_600_000).toISOString(),
    tz_offset_min: 480,
    tier: kind === 'listed' ? 'notice' : 'caution',
    findings: [
      {
        kind,
        exchange,
        target: exchange && `${exchange}.com`,
        techniques: [],
        matched_rule: kind,
        evidence: [],
      },
    ],
    score: Math.round(random() * 1000) / 1000,
    host: `www.${domain}`,
    host_unicode: `www.${domain}`,
    registrable_domain: domain,
    url: null,
    title: null,
    html_lang: 'zh-CN',
    detected_lang: 'zh',
    script: kind === 'landing' ? pick(['Hans', 'Hant', 'mixed'] as const) : null,
    signals: random() < 0.4 ? [{ id: 'payment-rails', version: 1, value: '', weight: 0.38 }] : [],
    list: { version: 1 + Math.floor(random() * 3), sha256: 'ab'.repeat(32), entry_first_seen: null },
    detector_version: '1',
    extension_version: '0.1.0',
    browser: 'chrome 156',
    os: 'linux',
    referrer_domain: null,
    redirect_chain: [],
    session_pseudonym: hex(32),
    study_id: 'generated',
    participant_id: participant,
    page_kind: kind === 'landing' ? 'exchange' : 'none',
    settings: { stored_detail: 'host', store_title: false, ignored_kinds: [] },
    action: 'shown',
    redactions: ['findings.evidence: left out', 'observed_at: by hour', 'title: left out', 'url: left out'],
  };
}

/** Writes participants × flags, one NDJSON file a participant. */
export async function generateExports(folder: string, participants: number, flags: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let i = 0; i < participants; i++) {
    const random = seededRandom(i + 1);
    const lines = function* () {
      for (let n = 0; n < flags; n++) yield `${JSON.stringify(generatedFlag(random, `p${i}`))}\n`;
    };
    await pipeline(lines, createWriteStream(join(folder, `p${i}.ndjson`)));
  }
}
