import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkExport, type ExportFault } from './check-export.ts';
import { type Duck, quoted, quotedList } from './duck.ts';
import type { Source } from './open-sources.ts';
import type { SetAside } from './set-aside.ts';

/**
 * Takes copies of a flag out of Parquet files that `gather` wrote. Of copies the one that left out least stays; each
 * other is named in `repeated.ndjson` of `out` with the file it stood in and the one whose copy stays; a copy within
 * one file is a fault of that file. Only rows that repeat are compared, and only files that hold one are written anew.
 * @returns copies that stood in another file.
 */
export async function keepOnce(
  duck: Duck,
  { folders, sources, out, aside }: { folders: string[]; sources: Source[]; out: string; aside: SetAside },
): Promise<number> {
  if (folders.length === 0) return 0;
  const globs = quotedList(folders.map((folder) => join(folder, '**/*.parquet')));
  await duck.run(`CREATE TEMP TABLE repeated AS SELECT flag_id::UUID AS id
    FROM read_parquet(${globs}, hive_partitioning = false) GROUP BY ALL HAVING count(*) > 1`);
  await duck.run(surplusTable(globs));
  const files = await duck.rows('SELECT DISTINCT filename FROM surplus');
  for (const { filename } of files) await rewrite(duck, filename as string);
  await nameWithin(duck, sources, aside);
  const [elsewhere] = await duck.rows('SELECT count(*) AS n FROM surplus WHERE source <> kept');
  if (Number(elsewhere?.n) > 0) await nameRepeated(duck, sources, out);
  return Number(elsewhere?.n);
}

async function nameWithin(duck: Duck, sources: Source[], aside: SetAside): Promise<void> {
  const rows = await duck.rows('SELECT DISTINCT source FROM surplus WHERE source = kept');
  const numbers = new Set(rows.map(({ source }) => Number(source)));
  for (const { file, path } of sources.filter(({ source }) => numbers.has(source))) {
    const faults: ExportFault[] = [];
    await checkExport(path, { onFault: (fault) => void faults.push(fault) });
    aside.add(
      file,
      faults.filter(({ fault }) => fault === 'repeated id'),
    );
  }
}

const surplusTable = (globs: string) => `CREATE TEMP TABLE surplus AS
  SELECT filename, file_row_number, flag_id, source, kept FROM (
    SELECT filename, file_row_number, flag_id, source, first_value(source) OVER copies AS kept,
      row_number() OVER copies AS place
    FROM read_parquet(${globs}, hive_partitioning = false, filename = true, file_row_number = true)
    WHERE flag_id::UUID IN (SELECT id FROM repeated)
    WINDOW copies AS (PARTITION BY flag_id ORDER BY len(redactions), length(coalesce(url, '')) DESC, source, host,
      observed_at, session_pseudonym)
  ) WHERE place > 1`;

async function nameRepeated(duck: Duck, sources: Source[], out: string): Promise<void> {
  await duck.run('CREATE TEMP TABLE files (source INTEGER, file VARCHAR)');
  await duck.run(
    `INSERT INTO files VALUES ${sources.map(({ source, file }) => `(${source}, ${quoted(file)})`).join(', ')}`,
  );
  await duck.run(`COPY (SELECT this.file, flag_id, other.file AS kept FROM surplus
      JOIN files AS this ON this.source = surplus.source JOIN files AS other ON other.source = surplus.kept
      WHERE surplus.source <> kept ORDER BY this.source, flag_id)
    TO ${quoted(join(out, 'repeated.ndjson'))} (FORMAT json)`);
}

async function rewrite(duck: Duck, file: string): Promise<void> {
  const part = `${file}.part`;
  const [written] = await duck.rows(`COPY (
      SELECT * EXCLUDE (file_row_number)
      FROM read_parquet(${quoted(file)}, hive_partitioning = false, file_row_number = true)
      WHERE file_row_number NOT IN (SELECT file_row_number FROM surplus WHERE filename = ${quoted(file)}))
    TO ${quoted(part)} (FORMAT parquet, COMPRESSION zstd)`);
  if (Number(written?.Count) === 0) {
    await rm(part);
    await rm(file);
  } else await rename(part, file);
}
