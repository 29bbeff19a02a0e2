import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Duck, quoted } from './duck.ts';
import type { PackageBeside, Source } from './open-sources.ts';

/** What a merge wrote. */
export interface Merged {
  flags: number;
  participants: number;
}

/**
 * Moves gathered Parquet to `flags/study=/date=` and writes beside it daily, coverage and edges as one file each, and
 * `sources.ndjson` with the flags that each export contributed.
 */
export async function writeMerged(
  duck: Duck,
  { folders, sources, beside }: { folders: string[]; sources: Source[]; beside: PackageBeside[] },
  out: string,
): Promise<Merged> {
  const flags = join(out, 'flags');
  await mkdir(flags, { recursive: true });
  let files = 0;
  for (const folder of folders) {
    const names = await readdir(folder, { recursive: true });
    for (const name of names.filter((path) => path.endsWith('.parquet'))) {
      await mkdir(join(flags, dirname(name)), { recursive: true });
      await rename(join(folder, name), join(flags, dirname(name), `${files}.parquet`));
      files += 1;
    }
  }
  await writeBeside(beside, out);
  const counted = files === 0 ? [] : await countBySource(duck, flags);
  const bySource = new Map(counted.map(({ source, flags }) => [source, flags]));
  const lines = sources.map(
    ({ source, file }) => `${JSON.stringify({ source, file, flags: bySource.get(source) ?? 0 })}\n`,
  );
  await writeFile(join(out, 'sources.ndjson'), lines.join(''));
  const participants = new Set(counted.flatMap(({ participants }) => participants));
  return {
    flags: counted.reduce((sum, { flags }) => sum + flags, 0),
    participants: participants.size,
  };
}

async function countBySource(duck: Duck, flags: string) {
  const rows = await duck.rows(`SELECT source, count(*)::INTEGER AS flags,
      list(DISTINCT to_json([study_id, participant_id])::VARCHAR) FILTER (participant_id IS NOT NULL) AS participants
    FROM read_parquet(${quoted(join(flags, '**/*.parquet'))}, hive_partitioning = false) GROUP BY source`);
  return rows.map(({ source, flags, participants }) => ({
    source: Number(source),
    flags: Number(flags),
    participants: (participants ?? []) as string[],
  }));
}

async function writeBeside(beside: PackageBeside[], out: string): Promise<void> {
  for (const table of ['daily', 'coverage', 'edges'] as const) {
    const lines = beside.flatMap(({ source, study, participant, [table]: rows }) =>
      rows.map((row) => `${JSON.stringify({ source, study, participant, ...row })}\n`),
    );
    await writeFile(join(out, `${table}.ndjson`), lines.join(''));
  }
}
