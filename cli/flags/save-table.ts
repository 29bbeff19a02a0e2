import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { flat } from './table-text.ts';

/** Writes rows whole to `name.csv` of a folder, which is made where there is none. */
export async function saveTable(
  folder: string,
  name: string,
  rows: Record<string, unknown>[],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { default: Papa } = await import('papaparse');
  const cells = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, of]) => [key, flat(of)])),
  );
  const text = Papa.unparse(cells, { newline: '\r\n', escapeFormulae: true });
  await writeFile(join(folder, `${name}.csv`), `${text}\r\n`);
}
