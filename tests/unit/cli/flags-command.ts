import { writeDataPackage } from '../../../utils/export/data-package.ts';
import { prepareExport } from '../../../utils/export/prepare.ts';
import type { StoredFlag } from '../../../utils/history/flag.ts';
import { bytesOf, exportRequest, memorySource } from '../../fixtures/export/memory-source.ts';
import { storedFlag } from '../../fixtures/flag.ts';
import { type Run, runEnsign } from './run-ensign.ts';

export const id = (n: number) => `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`;

export const ndjson = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');

/** Runs `ensign flags`. */
export const ensign = (...args: string[]): Promise<Run> => runEnsign('flags', ...args);

/** What one participant exports: flags of three domains, two days of counts, and a redirect both participants saw. */
export async function exportOf(participant: string, from: number, query: boolean): Promise<Uint8Array> {
  const flags: StoredFlag[] = [0, 1, 2].map((n) => ({
    ...storedFlag({
      flag_id: id(from + n),
      document: `${participant} ${n}`,
      host: `site${n}.example`,
      observed_at: `2026-11-2${n}T17:30:00.000Z`,
    }),
    script: 'Hans',
    url: `https://site${n}.example/?q=1`,
    signals: [{ id: 'payment-rails', version: 1, value: '支付宝、微信支付', weight: 0.38 }],
  }));
  const source = memorySource({
    flags,
    daily: [
      { day: '2026-11-21', checked: 50, flagged: 1, kinds: { listed: 1 } },
      { day: '2026-11-22', checked: 25, flagged: 1, kinds: { listed: 1 } },
    ],
    edges: [
      {
        id: 'e',
        from: 'huobi.com',
        to: 'site0.example',
        exchange: 'huobi',
        kind: 'redirect',
        first_seen: '2026-11-20T17:30:00.000Z',
        last_seen: '2026-11-20T17:30:00.000Z',
        times: 2,
        evidence: [],
      },
    ],
  });
  const study = { study_id: 'a/study', participant_id: participant };
  const options = { level: 'full', query, time: 'exact', study } as const;
  return bytesOf(writeDataPackage(prepareExport(source, exportRequest(options))));
}
