import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { CommandFailure } from '../outcome.ts';

/**
 * What a path names: the file itself, or every file below the folder, sorted; names that begin with a dot are the
 * system's own. What is no export is found as well: who reads it says so by name.
 * @throws {CommandFailure} for a path that is not there, and a folder without files.
 */
export async function findExports(path: string): Promise<string[]> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new CommandFailure(`${path}: no such file or folder`, 2, { cause });
  });
  if (!found.isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !basename(entry.name).startsWith('.'));
  if (files.length === 0) throw new CommandFailure(`${path}: no files below it`, 2);
  return files.map((entry) => join(entry.parentPath, entry.name)).sort();
}
