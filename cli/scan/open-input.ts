import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { CommandFailure } from '../outcome.ts';

const CHUNK_BYTES = 64 * 1024;

/** The bytes of a file as they come; `-` is standard input. @param what is read, for a terminal: 'hosts' */
export async function openInput(file: string, what: string): Promise<AsyncIterable<Uint8Array>> {
  if (file === '-') {
    if (process.stdin.isTTY) process.stderr.write(`reading ${what} from the terminal; end with Ctrl+D\n`);
    return process.stdin;
  }
  try {
    const handle = await open(file);
    if ((await handle.stat()).isDirectory()) throw new Error('is a folder');
    return createReadStream(file, { fd: handle, highWaterMark: CHUNK_BYTES });
  } catch (cause) {
    throw new CommandFailure(`cannot read ${file}: ${(cause as Error).message}`, 2, { cause });
  }
}
