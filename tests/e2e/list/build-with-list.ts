import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileList } from '../../../cli/list/compile.ts';
import type { ListContents } from '../../../utils/list/list-contents.ts';

export interface OtherBuild {
  folder: string;
  remove(): void;
}

/** A copy of a build that has another list bundled. */
export async function buildWithList(build: string, list: ListContents): Promise<OtherBuild> {
  const folder = mkdtempSync(join(tmpdir(), 'ensign-list-'));
  cpSync(build, folder, { recursive: true });
  writeFileSync(join(folder, 'list/bundled.bin'), await compileList(list));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
