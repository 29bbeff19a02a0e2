import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRandom } from '../../cli/seeded-random.ts';
import { writeDataPackage } from '../../utils/export/data-package.ts';
import { prepareExport } from '../../utils/export/prepare.ts';
import type { StoredFlag } from '../../utils/history/flag.ts';
import { generatedFlag } from '../bench/generate-flags.ts';
import { bytesOf, exportRequest, memorySource } from '../fixtures/export/memory-source.ts';

const RAILS = ['支付宝', '微信支付、支付宝', '银行卡', ''];
const DAYS = 31;

/**
 * Writes participants × flags, a Data Package a participant with daily counts and edges, every fourth of nobody, and
 * one twice. The same packages from the same numbers.
 */
export async function generatePackages(folder: string, participants: number, flags: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let i = 0; i < participants; i++) {
    const bytes = await packageOf(i, flags);
    await writeFile(join(folder, `p${i}.zip`), bytes);
    if (i === 1) await writeFile(join(folder, `p${i}-again.zip`), bytes);
  }
}

function packageOf(number: number, count: number): Promise<Uint8Array> {
  const random = seededRandom(number + 1);
  const flags = Array.from({ length: count }, (_, n): StoredFlag => {
    const flag = generatedFlag(random, '');
    const signals = flag.signals.map((signal) => ({
      ...signal,
      value: RAILS[Math.floor(random() * RAILS.length)]!,
    }));
    return { ...flag, signals, local: { document: String(n), kinds: [], exchanges: [], findings: [] } };
  });
  const daily = Array.from({ length: DAYS }, (_, n) => ({
    day: new Date(Date.UTC(2026, 8, 1 + n)).toISOString().slice(0, 10),
    checked: 50 + Math.floor(random() * 500),
    flagged: 1,
    kinds: {},
  }));
  const edges = flags.slice(0, 5).map(({ observed_at }, n) => ({
    id: String(n),
    from: 'huobi.com',
    to: `new${Math.floor(random() * 8)}.example`,
    exchange: 'huobi',
    kind: 'redirect' as const,
    first_seen: observed_at,
    last_seen: observed_at,
    times: 1 + Math.floor(random() * 5),
    evidence: [],
  }));
  const once = edges.filter(({ to }, n) => edges.findIndex((edge) => edge.to === to) === n);
  const reached = once.map(
    ({ to }, n): StoredFlag => ({ ...flags[n]!, host: to, host_unicode: to, registrable_domain: to }),
  );
  const source = memorySource({ flags: [...reached, ...flags.slice(reached.length)], daily, edges: once });
  const study = number % 4 === 0 ? null : { study_id: 'panel', participant_id: `p${number}` };
  return bytesOf(
    writeDataPackage(prepareExport(source, exportRequest({ level: 'full', query: true, study }))),
  );
}
