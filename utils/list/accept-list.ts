import { gateSnapshot } from './gate.ts';
import type { SnapshotMeta } from './layout.ts';
import type { Manifest } from './manifest.ts';
import { belongsTo } from './manifest-verdict.ts';
import { type Driver, readInMemory } from './reading.ts';
import type { Refusal } from './refusal.ts';
import { isNamed } from './signature.ts';
import { Snapshot } from './snapshot.ts';
import { SnapshotError } from './snapshot-error.ts';

/** What became of a list's bytes. */
export type Acceptance =
  | { outcome: 'accepted' }
  | { outcome: 'wrong checksum' | 'not its manifest’s' }
  | { outcome: 'broken'; error: SnapshotError }
  | { outcome: 'refused'; refusals: Refusal[] };

/**
 * The last door, for publishers before they publish and for readers before they store: checksum, then every byte,
 * then what the list says.
 * @param bytes the canonical snapshot, unpacked or patched
 * @param manifest signed, its signature verified and its verdict `newer`
 * @param previous what the list in use says of itself; null where there is none, or another publisher's
 * @param drive how to read through: a million names take about two seconds
 */
export async function acceptList(
  bytes: Uint8Array<ArrayBuffer>,
  manifest: Manifest,
  previous: SnapshotMeta | null,
  drive: Driver = readInMemory,
): Promise<Acceptance> {
  if (!(await isNamed(bytes, manifest.snapshot))) return { outcome: 'wrong checksum' };
  try {
    const snapshot = new Snapshot(bytes.buffer);
    if (!belongsTo(snapshot.meta, manifest)) return { outcome: 'not its manifest’s' };
    const refusals = await drive(bytes, gateSnapshot(snapshot, previous));
    return refusals.length > 0 ? { outcome: 'refused', refusals } : { outcome: 'accepted' };
  } catch (error) {
    if (error instanceof SnapshotError) return { outcome: 'broken', error };
    throw error;
  }
}
