import { readFile, stat } from 'node:fs/promises';
import type { ListContents } from '../../utils/list/list-contents.ts';
import { readList } from '../../utils/list/read-list.ts';
import { readInMemory } from '../../utils/list/reading.ts';
import { Snapshot } from '../../utils/list/snapshot.ts';
import { SnapshotError } from '../../utils/list/snapshot-error.ts';
import { CommandFailure } from '../outcome.ts';
import { readRecords } from './read-records.ts';

/** Bytes of a file in a buffer of their own. @throws CommandFailure */
export async function readBytes(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (cause) {
    throw new CommandFailure(`cannot read ${file}`, 2, { cause });
  }
}

/** Whether a folder lies there; what is not there is none. */
export function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** A list from a snapshot or from a folder of records. @throws CommandFailure */
export async function readListFrom(path: string): Promise<ListContents> {
  if (await isFolder(path)) return readRecords(path);
  const bytes = await readBytes(path);
  try {
    return readInMemory(bytes, readList(new Snapshot(bytes.buffer)));
  } catch (error) {
    if (error instanceof SnapshotError)
      throw new CommandFailure(`${path}: ${error.message}`, 1, { cause: error });
    throw error;
  }
}
