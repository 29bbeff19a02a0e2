import { openAsBlob } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { CommandFailure } from '../outcome.ts';
import { faultWords, isSystemError } from '../system-fault.ts';

/** A file to be read piece by piece. @throws {CommandFailure} where there is none to read, or a folder or a pipe */
export async function openFile(path: string): Promise<Blob> {
  try {
    if ((await stat(path)).isFile()) {
      // A blob asks for permission only when it is read.
      await (await open(path)).close();
      return await openAsBlob(path);
    }
  } catch (cause) {
    if (!isSystemError(cause)) throw cause;
    throw new CommandFailure(`cannot read ${path}: ${faultWords(cause)}`, 2, { cause });
  }
  throw new CommandFailure(`${path} is no file; what comes through a pipe is written to one first`, 2);
}
