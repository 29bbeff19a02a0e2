import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ListContents } from '../../utils/list/list-contents.ts';
import { compileList } from './compile.ts';
import { LIST_FOLDER, readRecords } from './read-records.ts';

/** Where the extension's build finds the list; made by the build, never committed. */
export const BUNDLED_LIST = 'assets/static/list/bundled.bin';

/** Compiles the records into the snapshot that ships with the extension. */
export async function buildBundledList(out = BUNDLED_LIST, folder = LIST_FOLDER): Promise<ListContents> {
  const list = await readRecords(folder);
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, await compileList(list, folder));
  return list;
}
