import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Duck, quoted } from './duck.ts';
import { type Gathered, NOBODY, type PackageBeside } from './gather.ts';

/** What a merge wrote. */
export interface Merged {
  flags: number;
  /** Copies of flags that stood in more than one place. */
  repeated: number;
  participants: number;
}

const COLUMNS = `coalesce(study_id, '${NOBODY}') AS study, coalesce(participant_id, '${NOBODY}') AS participant,
  strftime(observed_at + to_minutes(tz_offset_min), '%Y-%m-%d') AS date`;

/**
 * Writes Parquet folders `flags/study=/participant=/date=` with each flag once, and beside them daily, coverage
 * and edges as one file each. Of copies the one that left out least stays. `date` is the local calendar day.
 */
export async function writeMerged(duck: Duck, { beside }: Gathered, out: string): Promise<Merged> {
  await writeBeside(beside, out);
  await duck.run(`CREATE TEMP TABLE repeated AS
    SELECT flag_id::UUID AS flag_id, count(*) AS copies FROM gathered GROUP BY flag_id HAVING count(*) > 1`);
  const [copies] = await duck.rows(
    'SELECT coalesce(sum(copies - 1), 0)::BIGINT AS n, count(*) AS ids FROM repeated',
  );
  const once = Number(copies?.ids) === 0 ? 'gathered' : ONE_OF_EACH;
  const written = await duck.rows(`COPY (SELECT * EXCLUDE (filename, faulty), ${COLUMNS} FROM ${once})
    TO ${quoted(join(out, 'flags'))} (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (study, participant, date))`);
  const [who] = await duck.rows(
    'SELECT count(DISTINCT (study_id, participant_id)) AS n FROM gathered WHERE participant_id IS NOT NULL',
  );
  return { flags: Number(written[0]?.Count), repeated: Number(copies?.n), participants: Number(who?.n) };
}

/** Only the repeated are sorted: a window over all rows would sort them all. */
const ONE_OF_EACH = `(
  SELECT * FROM gathered WHERE flag_id::UUID NOT IN (SELECT flag_id FROM repeated)
  UNION ALL
  SELECT * FROM gathered WHERE flag_id::UUID IN (SELECT flag_id FROM repeated)
  QUALIFY row_number() OVER (
    PARTITION BY flag_id ORDER BY len(redactions), length(coalesce(url, '')) DESC, host, observed_at, session_pseudonym
  ) = 1)`;

async function writeBeside(beside: PackageBeside[], out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  for (const table of ['daily', 'coverage', 'edges'] as const) {
    const lines = beside.flatMap(({ source, study_id, participant_id, [table]: rows }) =>
      rows.map(
        (row) => `${JSON.stringify({ source, study: study_id, participant: participant_id, ...row })}\n`,
      ),
    );
    await writeFile(join(out, `${table}.ndjson`), lines.join(''));
  }
}
