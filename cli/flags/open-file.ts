import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { CommandFailure } from '../outcome.ts';

/** A file to be read piece by piece. @throws {CommandFailure} where there is none, or a folder */
export async function openFile(path: string): Promise<Blob> {
  try {
    if ((await stat(path)).isFile()) return await openAsBlob(path);
  } catch (cause) {
    throw new CommandFailure(`cannot read ${path}`, 2, { cause });
  }
  throw new CommandFailure(`${path} is no file`, 2);
}
