import { readFile, stat } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { MAX_SNAPSHOT_LENGTH } from '../../utils/list/layout.ts';
import type { ListContents } from '../../utils/list/list-contents.ts';
import { unpackSnapshot } from '../../utils/list/pack.ts';
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

/**
 * The canonical bytes of a snapshot, as built or as published (packed and gzipped).
 * @throws CommandFailure where the file's head is neither's
 */
export async function readSnapshot(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await readBytes(file);
  try {
    const snapshot = isGzip(bytes) ? unpackSnapshot(unzip(bytes)) : bytes;
    new Snapshot(snapshot.buffer);
    return snapshot;
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    const detail = error.fault === 'not a snapshot' ? '' : `: ${error.message}`;
    const words = `${file} is no list snapshot (made by \`list build --out\` or \`list publish\`)${detail}`;
    throw new CommandFailure(words, 2, { cause: error });
  }
}

/** A list from a snapshot or from a folder of records. @throws CommandFailure */
export async function readListFrom(path: string): Promise<ListContents> {
  if (await isFolder(path)) return readRecords(path);
  const bytes = await readSnapshot(path);
  try {
    return readInMemory(bytes, readList(new Snapshot(bytes.buffer)));
  } catch (error) {
    if (error instanceof SnapshotError)
      throw new CommandFailure(`${path} is damaged: ${error.message}`, 1, { cause: error });
    throw error;
  }
}

function isGzip([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b;
}

function unzip(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_SNAPSHOT_LENGTH });
  } catch (cause) {
    throw new SnapshotError('not a snapshot', 'gzip', { cause });
  }
}
