import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { TABLES } from '../../utils/export/table.ts';
import { type Duck, quoted } from './duck.ts';

const KEYS = "source: 'BIGINT', study: 'VARCHAR', participant: 'VARCHAR'";
const TYPES = {
  string: 'VARCHAR',
  integer: 'BIGINT',
  date: 'DATE',
  datetime: 'TIMESTAMP',
  array: 'VARCHAR[]',
};

/** Makes a merged folder's tables views: flags, daily, coverage and edges. */
export async function createViews(duck: Pick<Duck, 'run'>, folder: string): Promise<void> {
  await duck.run(`CREATE VIEW flags AS SELECT * FROM read_parquet(${quoted(join(folder, 'flags/**/*.parquet'))},
    hive_partitioning = true, hive_types = {'study': VARCHAR, 'date': DATE})`);
  for (const table of ['daily', 'coverage', 'edges'] as const) {
    const columns = TABLES[table].map(
      ({ name, type }) => `"${name}": '${TYPES[type as keyof typeof TYPES] ?? 'JSON'}'`,
    );
    const path = join(folder, `${table}.ndjson`);
    const { size } = await stat(path);
    const relation = `read_json(${quoted(path)}, format = 'newline_delimited', columns = {${KEYS}, ${columns.join(', ')}})`;
    // An empty file has no line to read a row from, which DuckDB takes for an error.
    await duck.run(`CREATE VIEW ${table} AS SELECT * FROM ${size > 0 ? relation : emptyOf(columns)}`);
  }
}

function emptyOf(columns: string[]): string {
  const typed = [...KEYS.split(', '), ...columns].map((column) => {
    const [name, type] = column.split(/: /) as [string, string];
    return `NULL::${type.replaceAll("'", '')} AS ${name}`;
  });
  return `(SELECT ${typed.join(', ')} LIMIT 0)`;
}
