import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandFailure } from '../outcome.ts';

const EXPORT = /\.(?:zip|ndjson|jsonl)$/;

/**
 * The exports that a path names: the file itself, or every .zip, .ndjson and .jsonl below the folder, sorted.
 * @throws {CommandFailure} for a path that is not there, and a folder without exports.
 */
export async function findExports(path: string): Promise<string[]> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new CommandFailure(`${path}: no such file or folder`, 2, { cause });
  });
  if (!found.isDirectory()) return [path];
  const names = await readdir(path, { recursive: true });
  const exports = names.filter((name) => EXPORT.test(name)).sort();
  if (exports.length === 0) throw new CommandFailure(`${path}: no .zip, .ndjson or .jsonl below it`, 2);
  return exports.map((name) => join(path, name));
}
