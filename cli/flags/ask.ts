import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { text } from 'node:stream/consumers';
import { CommandFailure } from '../outcome.ts';
import type { Duck } from './duck.ts';
import { saveTable } from './save-table.ts';
import { tableText } from './table-text.ts';

/**
 * Prints the answer to the SQL of a file (`-`: standard input), all of it unless there is a limit; whole it goes to a
 * folder as well: 'moved.sql' => 'moved.csv', '-' => 'answer.csv'. flags, daily, coverage and edges are its tables.
 * @throws {CommandFailure} for SQL that DuckDB does not take, and for several statements: one has one answer.
 */
export async function ask(
  duck: Duck,
  file: string,
  { limit, out }: { limit?: number | undefined; out?: string | undefined },
): Promise<void> {
  const rows = await answerOf(duck, file);
  if (out !== undefined) await saveTable(out, file === '-' ? 'answer' : basename(file, extname(file)), rows);
  process.stdout.write(tableText(rows.slice(0, limit)));
  if (limit !== undefined && limit < rows.length) {
    process.stderr.write(`${limit} of ${rows.length} rows; without --rows all of them\n`);
  }
}

async function answerOf(duck: Duck, file: string): Promise<Record<string, unknown>[]> {
  try {
    const sql = await (file === '-' ? text(process.stdin) : readFile(file, 'utf8'));
    if (sql.replace(/--.*|\/\*[\s\S]*?\*\//g, '').trim() === '') throw new Error('holds no statement');
    const statements = await duck.statements(sql);
    if (statements > 1) throw new Error(`${statements} statements: ask one at a time`);
    return await duck.rows(sql);
  } catch (error) {
    throw new CommandFailure(`--ask: ${error instanceof Error ? error.message : error}`, 2, { cause: error });
  }
}
