import { readContents } from '../list/container.ts';
import { HEADER_LENGTH, MAX_SECTIONS, TABLE_ROW } from '../list/layout.ts';
import { type LazyListIndex, openLazySnapshot } from '../list/lookup.ts';

/** Header and the longest section table. */
const FIRST_READ = HEADER_LENGTH + MAX_SECTIONS * TABLE_ROW;

/**
 * Opens a stored snapshot: its head is read into memory, what lies behind when something is found.
 * @throws SnapshotError where the bytes are broken, DOMException where the browser has lost them
 */
export async function openStored(snapshot: Blob): Promise<LazyListIndex> {
  const contents = readContents(new Uint8Array(await snapshot.slice(0, FIRST_READ).arrayBuffer()));
  const head = await snapshot.slice(0, contents.headLength).arrayBuffer();
  return openLazySnapshot(head, {
    read: async (from, to) => new Uint8Array(await snapshot.slice(from, to).arrayBuffer()),
  });
}
