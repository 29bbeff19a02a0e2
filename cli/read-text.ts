import { readFile } from 'node:fs/promises';
import { CommandFailure } from './outcome.ts';

/** A file's text, in UTF-8, a byte order mark left out. @throws CommandFailure */
export async function readText(file: string): Promise<string> {
  try {
    return new TextDecoder().decode(await readFile(file));
  } catch (cause) {
    throw new CommandFailure(`cannot read ${file}`, 2, { cause });
  }
}
