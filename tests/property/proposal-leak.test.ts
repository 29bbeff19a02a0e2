import fc from 'fast-check';
import { expect, it } from 'vitest';
import { agreedCandidates } from '../../cli/list/propose/agreed.ts';
import { changesOf } from '../../cli/list/propose/changes.ts';
import { identitiesOf, type ReadExport } from '../../cli/list/propose/observers.ts';
import { listedExchanges } from '../../cli/list/read-records.ts';
import { writeDataPackage } from '../../utils/export/data-package.ts';
import { openExport } from '../../utils/export/open-export.ts';
import { atLeast, type ExportOptions, LEVELS, TIMES } from '../../utils/export/options.ts';
import { prepareExport } from '../../utils/export/prepare.ts';
import { SUCCESSION_KINDS } from '../../utils/history/beside-schema.ts';
import type { FlagRecord, SuccessionEdge } from '../../utils/history/flag.ts';
import { ProposalError, pasteable, propose } from '../../utils/trail/propose.ts';
import { type MarkedFlag, markedFlag } from '../fixtures/export/marked-flag.ts';
import { bytesOf, exportRequest, memorySource } from '../fixtures/export/memory-source.ts';
import { storedFlag } from '../fixtures/flag.ts';

/** 10,000 in the long form: npm run leaks. */
const FLAGS = Number(process.env.ENSIGN_LEAK_FLAGS ?? 1200);
const FLAGS_EACH = 25;
const OPTIONS: Partial<ExportOptions>[] = LEVELS.flatMap((level) =>
  TIMES.flatMap((time) =>
    [false, true].map((choice) => ({
      level,
      time,
      title: choice,
      query: choice,
      flag_ids: choice ? ('new' as const) : ('kept' as const),
    })),
  ),
);
const okx = (await listedExchanges()).find(({ id }) => id === 'okx')!;

/**
 * A candidate as the trail keeps it. A proposal may tell of a candidate: both names, how a redirect was made, the words
 * of the exchange's own notice, its files and its accounts. What holds `secret` tells of the visit, or of whose page
 * it was: ways, pages, link texts of other people's pages, places with their titles, codes of another version.
 */
function candidate({ flag }: MarkedFlag, n: number): SuccessionEdge {
  const kind = SUCCESSION_KINDS[n % SUCCESSION_KINDS.length]!;
  const words = kind === 'affiliates' ? `secret${n} 注册` : `tellable最新网址${n}`;
  return {
    id: `secretid${n}`,
    from: 'okex.com',
    to: flag.registrable_domain!,
    exchange: 'okx',
    kind,
    first_seen: flag.observed_at,
    last_seen: flag.observed_at,
    times: 3,
    evidence: [
      'by: server',
      `way: https://secret${n}.example/secret > https://${flag.host}/secret`,
      ...[0, 1, 2].map((page) => `page: secret${n}-${page}.example #1a2${page}`),
      `place: claims-title secret${n}`,
      `words: ${words}`,
      `file: tellable${n}.okx.com`,
      `id: ga G-TELLABLE${n}`,
      `later: secret${n}`,
    ],
  };
}

/** An export by somebody else of the same names: other flags, the same candidates. */
async function exported(
  edges: SuccessionEdge[],
  flags: MarkedFlag[],
  options: Partial<ExportOptions>,
  who: string,
) {
  const study = { study_id: 'secretstudy', participant_id: `secret${who}` };
  // The page that bears the notices.
  const bearer = storedFlag({
    flag_id: `ffffffff-0000-4000-8000-${who.padEnd(12, '0').replaceAll(/[^0-9a-f]/g, '1')}`,
    document: who,
    host: 'okex.com',
  });
  const source = memorySource({ flags: [...flags.map(({ flag }) => flag), bearer], edges });
  const bytes = await bytesOf(
    writeDataPackage(
      prepareExport(
        source,
        exportRequest({ ...options, study }, { salt: new Uint8Array(32).fill(who.length) }),
      ),
    ),
  );
  const opened = await openExport(new Blob([bytes]));
  const read: FlagRecord[] = [];
  for await (const line of opened.flags()) if ('flag' in line) read.push(line.flag);
  return { file: `${who}.zip`, ...identitiesOf(read), edges: await opened.edges() } satisfies ReadExport;
}

/** What the history page would offer of the same candidates. */
function pasted(edges: readonly SuccessionEdge[]): string {
  try {
    return pasteable(propose(okx, edges, null));
  } catch (error) {
    if (error instanceof ProposalError) return '';
    throw error;
  }
}

it('a proposal tells of names and months, and of nobody', { timeout: 1_800_000 }, async () => {
  let tried = 0;
  for (let seed = 0; tried < FLAGS; seed++) {
    const options = OPTIONS[seed % OPTIONS.length]!;
    const marked = fc.sample(markedFlag, { seed, numRuns: FLAGS_EACH });
    tried += marked.length;
    const good = marked.map((one, n) => candidate(one, n));
    // With a first name that the list does not hold: the host of a page, where it should be the exchange's name.
    const strange = marked.map(({ edge, flag }) => ({ ...edge, to: flag.registrable_domain! }));
    const edges = [...good, ...strange];
    const again = marked.map((one, n) => ({
      ...one,
      flag: { ...one.flag, flag_id: `${String(n).padStart(8, '0')}-0000-4000-8000-00000000000${seed % 10}` },
    }));
    const exports = [
      await exported(edges, marked, options, 'one'),
      await exported(edges, again, options, 'other'),
    ];
    const { proposals } = changesOf(agreedCandidates(exports, 2), [okx], { match: () => null });
    expect(proposals).toHaveLength(good.filter((edge) => isProposed(edge, options)).length);
    const record = proposals.at(-1)!.record;
    const text = [
      ...proposals.map(({ line }) => JSON.stringify(line)),
      JSON.stringify(record.domains.slice(okx.domains.length)),
      JSON.stringify(record.lineage.slice(okx.lineage.length)),
      ...good.map((edge) => pasted([edge])),
      ...strange.map((edge) => pasted([edge])),
    ]
      .join('\n')
      .toLowerCase();
    const where = JSON.stringify(options);
    expect(text.match(/.{0,60}secret.{0,40}/)?.[0] ?? null, where).toBeNull();
    expect(text.match(/\d{4}-\d\d-\d\d|\d\d:\d\d:\d\d/)?.[0] ?? null, where).toBeNull();
    const tellable = new Set(marked.flatMap(({ markers }) => markers.registrable));
    const told = [...text.matchAll(/mk[a-z]{24}/g)].map(([marker]) => marker);
    expect(
      told.filter((marker) => !tellable.has(marker)),
      where,
    ).toEqual([]);
    for (const { flag } of marked) expect(text.includes(flag.flag_id), where).toBe(false);
    const lines = proposals.map(({ line }) => JSON.stringify(line)).join('\n');
    expect(lines.includes('tellable'), where).toBe(atLeast(options.level!, 'path'));
    expect(lines, where).toContain('by 2 participants');
  }
  expect(tried).toBeGreaterThanOrEqual(FLAGS);
});

/**
 * Candidates of affiliates stand by their pages alone, which leave with paths alone; at `domain` the strange name is
 * cut down to one of the exchange's own.
 */
function isProposed({ kind }: SuccessionEdge, { level }: Partial<ExportOptions>): boolean {
  return kind !== 'affiliates' || level !== 'host';
}
