import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { flagColumns } from '../../cli/flags/flag-sql.ts';
import { createViews } from '../../cli/flags/merged-views.ts';
import { QUESTIONS } from '../../cli/flags/questions.ts';

/**
 * What `flags merge` and `flags report` are measured beside, DuckDB as it comes:
 *   node tests/bench/plain-duckdb.ts merge IN OUT    ·    node tests/bench/plain-duckdb.ts report MERGED
 */
const [task, folder, out] = process.argv.slice(2) as [string, string, string];
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const run = async (sql: string) => void (await connection.run(sql));
const rows = async (sql: string) =>
  (await connection.runAndReadAll(sql)).getRowObjectsJson() as Record<string, unknown>[];

if (task === 'merge') {
  await mkdir(out);
  await run(`SET temp_directory = '${join(out, 'spill')}'`);
  await run(`COPY (SELECT *, coalesce(study_id, 'none') AS study, coalesce(participant_id, 'none') AS participant,
      strftime(observed_at + to_minutes(tz_offset_min), '%Y-%m-%d') AS date
    FROM read_json('${join(folder, '*.ndjson')}', format = 'newline_delimited', columns = ${flagColumns()}))
    TO '${join(out, 'flags')}' (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (study, date))`);
  await rows(`SELECT flag_id::UUID AS id FROM read_parquet('${join(out, 'flags/**/*.parquet')}')
    GROUP BY ALL HAVING count(*) > 1`);
} else {
  await run("SET TimeZone = 'UTC'");
  await createViews({ run }, folder);
  const analysis = new URL('../../docs/analysis/', import.meta.url);
  const files = (await readdir(analysis)).filter((name) => name.replace('.sql', '') in QUESTIONS);
  for (const file of files) await rows(await readFile(new URL(file, analysis), 'utf8'));
}
