import { createWriteStream } from 'node:fs';
import { lstat, readlink, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CommandFailure } from '../outcome.ts';
import { faultWords, isSystemError } from '../system-fault.ts';

/**
 * Writes a file under another name first, so that a file under its own name is whole; what a link leads to, where the
 * path is one; a pipe or a device as it is. Answers the bytes written.
 * @throws {CommandFailure} where nothing can be written.
 */
export async function writeOut(path: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  const passed = async function* () {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      yield chunk;
    }
  };
  try {
    if (await isFilePlace(path)) await writeWhole(await targetOf(path), passed);
    else await pipeline(passed, createWriteStream(path));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new CommandFailure(`cannot write ${path}: ${faultWords(error)}`, 2, { cause: error });
  }
  return bytes;
}

/** Where a file is or can be; false for a pipe, a device, and a folder, which refuses by itself. */
function isFilePlace(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return true;
      throw error;
    },
  );
}

/** The path that a file's links end at, be there a file or none yet. */
async function targetOf(path: string): Promise<string> {
  const linked = await lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
  return linked ? targetOf(resolve(await realpath(dirname(path)), await readlink(path))) : path;
}

async function writeWhole(path: string, chunks: () => AsyncIterable<Uint8Array>): Promise<void> {
  const part = `${path}.part`;
  try {
    await pipeline(chunks, createWriteStream(part));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
