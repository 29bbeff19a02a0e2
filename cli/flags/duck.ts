import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** DuckDB in memory, for one command. */
export interface Duck {
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<Record<string, unknown>[]>;
  close(): void;
}

/** @param spill folder for what does not fit into memory. */
export async function openDuck(spill: string): Promise<Duck> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection: DuckDBConnection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  await connection.run(`SET temp_directory = ${quoted(spill)}`);
  return {
    run: async (sql) => void (await connection.run(sql)),
    rows: async (sql) =>
      (await connection.runAndReadAll(sql)).getRowObjectsJson() as Record<string, unknown>[],
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A text as an SQL literal. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export function quotedList(texts: string[]): string {
  return `[${texts.map(quoted).join(', ')}]`;
}
