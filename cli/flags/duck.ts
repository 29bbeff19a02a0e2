import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** DuckDB for one command. */
export interface Duck {
  run(sql: string): Promise<void>;
  /** Of the first statement alone, where there are several. */
  rows(sql: string): Promise<Record<string, unknown>[]>;
  /** How many statements a text holds. @throws where it does not parse, or holds none */
  statements(sql: string): Promise<number>;
  close(): void;
}

/**
 * @param spill folder for what does not fit into memory.
 * @param memory limit as DuckDB writes it, '1GB'; without one its own, most of the machine's.
 */
export async function openDuck(spill: string, memory?: string): Promise<Duck> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection: DuckDBConnection = await instance.connect();
  await connection.run("SET TimeZone = 'UTC'");
  // What comes out is sorted by name where order matters: rows need not wait for one another.
  await connection.run('SET preserve_insertion_order = false');
  if (memory) await connection.run(`SET memory_limit = ${quoted(memory)}`);
  await connection.run(`SET temp_directory = ${quoted(spill)}`);
  return {
    run: async (sql) => void (await connection.run(sql)),
    rows: async (sql) =>
      (await connection.runAndReadAll(sql)).getRowObjectsJson() as Record<string, unknown>[],
    statements: async (sql) => (await connection.extractStatements(sql)).count,
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
