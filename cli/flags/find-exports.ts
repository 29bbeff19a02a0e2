import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { firstOf } from '../first-of.ts';
import { CommandFailure } from '../outcome.ts';
import { isSystemError } from '../system-fault.ts';

const DOTTED = 'names that begin with a dot';
const ODD = 'neither files nor folders';
const MET = 'folders found before, through a link';

interface Found {
  files: string[];
  /** By reason. */
  passedOver: Map<string, string[]>;
  /** Real paths of folders: a link to one above it has no end. */
  folders: Set<string>;
}

/**
 * What a path names: the file itself, or every file below the folder, links followed, sorted. Names that begin with a
 * dot are the system's own; whatever is passed over is said by name. What is no export, and what cannot be read, is
 * found as well: who reads it says so.
 * @throws {CommandFailure} for a folder without files; the system's error for a path that is not there.
 */
export async function findExports(
  path: string,
  say: (line: string) => void = (line) => void process.stderr.write(`${line}\n`),
): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const found: Found = { files: [], passedOver: new Map(), folders: new Set() };
  await walk(path, found);
  for (const [reason, paths] of found.passedOver) say(`passed over, ${reason}: ${firstOf(paths.sort())}`);
  if (found.files.length === 0) throw new CommandFailure(`${path}: no files below it`, 2);
  return found.files.sort();
}

async function walk(folder: string, found: Found): Promise<void> {
  found.folders.add(await realpath(folder));
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const kind = await kindOf(entry, path, found.folders);
    if (kind === 'file') found.files.push(path);
    else if (kind !== 'folder') found.passedOver.set(kind, [...(found.passedOver.get(kind) ?? []), path]);
    else {
      await walk(path, found).catch((error: unknown) => {
        if (!isSystemError(error)) throw error;
        found.files.push(path);
      });
    }
  }
}

/** What an entry is to be taken for, or why it is passed over. A link that leads nowhere counts as a file. */
async function kindOf(entry: Dirent, path: string, folders: ReadonlySet<string>): Promise<string> {
  if (entry.name.startsWith('.')) return DOTTED;
  const target = entry.isSymbolicLink() ? await stat(path).catch(nowhere) : entry;
  if (target === null || target.isFile()) return 'file';
  if (!target.isDirectory()) return ODD;
  return folders.has(await realpath(path)) ? MET : 'folder';
}

function nowhere(error: unknown): null {
  if (!isSystemError(error)) throw error;
  return null;
}
