import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileList } from '../../../cli/list/compile.ts';
import { readRecords } from '../../../cli/list/read-records.ts';
import { listedName } from '../../../utils/exchange/listed-name.ts';

/** A copy of a build whose bundled list does not hold some names, as if nobody had recorded them yet. */
export async function pretendUnknown(
  build: string,
  names: ReadonlySet<string>,
): Promise<{ folder: string; remove(): void }> {
  const list = await readRecords();
  const exchanges = list.exchanges.map((exchange) => ({
    ...exchange,
    domains: exchange.domains.filter((row) => !names.has(listedName(row)?.name ?? '')),
    lineage: exchange.lineage.filter(({ to }) => !names.has(to)),
  }));
  const folder = mkdtempSync(join(tmpdir(), 'ensign-pretend-'));
  cpSync(build, folder, { recursive: true });
  writeFileSync(join(folder, 'list/bundled.bin'), await compileList({ ...list, exchanges }));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
