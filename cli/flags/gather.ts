import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Duck, quoted } from './duck.ts';
import { isFaulty } from './flag-faults.ts';
import { readFlags } from './flag-sql.ts';
import { type Source, withoutFaults } from './open-sources.ts';
import type { SetAside } from './set-aside.ts';
import { NOBODY, STUDY_NAME } from './study-name.ts';

/** Read in one statement: what is larger would fill the memory, what is smaller makes many small files. */
const BATCH = { bytes: 2 ** 30, files: 1000 };
/** Where rows that are no flags go until their file was read again line by line. */
const FAULTY = 'faulty';

const COLUMNS = `* EXCLUDE (filename, faulty), coalesce(participant_id, '${NOBODY}') AS participant,
  CASE WHEN faulty THEN '${NOBODY}' ELSE ${STUDY_NAME} END AS study,
  CASE WHEN faulty THEN '${FAULTY}' ELSE strftime(observed_at + to_minutes(tz_offset_min), '%Y-%m-%d') END AS date`;

/**
 * Writes Parquet folders `<n>/study=/date=`, one n for each batch of sources, every flag with the number of its
 * `source`. A source in which a line is no flag is read anew without it.
 * @returns the folders.
 */
export async function gather(
  duck: Duck,
  sources: Source[],
  staging: string,
  aside: SetAside,
): Promise<string[]> {
  const folders: string[] = [];
  await duck.run('CREATE TEMP TABLE sources (filename VARCHAR, source INTEGER)');
  for (const batch of batchesOf(sources)) await load(batch);
  return folders;

  async function load(batch: Source[]): Promise<void> {
    // DuckDB takes an empty file for an error.
    const filled = batch.filter(({ bytes }) => bytes > 0);
    if (filled.length === 0) return;
    const folder = join(staging, `batch-${folders.length}`);
    const faulty = await write(duck, filled, folder);
    if (faulty === 'nothing') folders.push(folder);
    else {
      await rm(folder, { recursive: true, force: true });
      await again(filled, faulty);
    }
  }

  async function again(batch: Source[], faulty: ReadonlySet<number> | Error): Promise<void> {
    if (faulty instanceof Error && batch.length > 1) {
      // One unreadable file fails the whole statement: the halves find it.
      const half = Math.ceil(batch.length / 2);
      await load(batch.slice(0, half));
      return load(batch.slice(half));
    }
    const rest: Source[] = [];
    for (const source of batch) {
      if (!(faulty instanceof Error) && !faulty.has(source.source)) rest.push(source);
      else if (!source.checked) rest.push(await withoutFaults(source, staging, aside));
      else {
        const detail = faulty instanceof Error ? faulty.message.slice(0, 200) : 'a row that is no flag';
        aside.add(source.file, [{ line: 0, fault: 'not read by DuckDB', detail }]);
      }
    }
    if (rest.length > 0) await load(rest);
  }
}

/** Loads a batch in one pass; answers the sources with a row that is no flag, or that DuckDB cannot read it. */
async function write(
  duck: Duck,
  batch: Source[],
  folder: string,
): Promise<ReadonlySet<number> | Error | 'nothing'> {
  await duck.run('DELETE FROM sources');
  await duck.run(
    `INSERT INTO sources VALUES ${batch.map(({ path, source }) => `(${quoted(path)}, ${source})`).join(', ')}`,
  );
  const read = `(SELECT *, coalesce(${isFaulty()}, true) AS faulty FROM ${readFlags(batch.map(({ path }) => path))})`;
  try {
    await duck.run(`COPY (SELECT ${COLUMNS} FROM ${read} JOIN sources USING (filename)) TO ${quoted(folder)}
      (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (study, date))`);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return error;
  }
  return faultySources(duck, folder);
}

async function faultySources(duck: Duck, folder: string): Promise<ReadonlySet<number> | 'nothing'> {
  const written = await readdir(folder, { recursive: true });
  if (!written.some((name) => name.endsWith(`date=${FAULTY}`))) return 'nothing';
  const rows = await duck.rows(
    `SELECT DISTINCT source FROM read_parquet(${quoted(join(folder, '*', `date=${FAULTY}`, '*.parquet'))})`,
  );
  return new Set(rows.map(({ source }) => Number(source)));
}

function batchesOf(sources: Source[]): Source[][] {
  const batches: Source[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const source of sources) {
    if (bytes + source.bytes > BATCH.bytes || (batches.at(-1)?.length ?? 0) >= BATCH.files) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)!.push(source);
    bytes += source.bytes;
  }
  return batches;
}
