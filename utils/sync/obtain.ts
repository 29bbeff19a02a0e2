import { applyDelta, DeltaError } from '../list/delta.ts';
import type { Manifest } from '../list/manifest.ts';
import { unpackSnapshot } from '../list/pack.ts';
import { deltaPath, snapshotPath } from '../list/publication-paths.ts';
import { isNamed, sha256 } from '../list/signature.ts';
import { SnapshotError } from '../list/snapshot-error.ts';
import type { Ask } from './ask.ts';
import { GunzipError, gunzipBounded } from './gunzip-bounded.ts';
import type { InUse } from './in-use.ts';
import { Refusal } from './outcome.ts';

/** A version's snapshot and how many bytes travelled for it. */
export interface Obtained {
  snapshot: Uint8Array<ArrayBuffer>;
  travelled: number;
  by: 'difference' | 'whole';
}

/**
 * The difference to the list in use; null where there is none, or it does not come, does not fit or does not
 * lead to the signed bytes. All of that is no fault of the whole list.
 */
export async function obtainByDifference(
  ask: Ask,
  manifest: Manifest,
  inUse: InUse,
): Promise<Obtained | null> {
  const delta = manifest.deltas.find(({ from }) => from === inUse.version);
  if (!delta) return null;
  try {
    const base = await inUse.bytes();
    if ((await sha256(base)) !== delta.sha256) return null;
    const packed = await ask('delta', deltaPath(manifest.version, inUse.version), delta.packed.size);
    if ((await sha256(packed)) !== delta.packed.sha256) return null;
    const snapshot = applyDelta(base, await gunzipBounded(packed, manifest.snapshot.size));
    if (!(await isNamed(snapshot, manifest.snapshot))) return null;
    return { snapshot, travelled: packed.length, by: 'difference' };
  } catch (error) {
    if (isUnfit(error)) return null;
    throw error;
  }
}

/** @throws {Refusal} */
export async function obtainWhole(ask: Ask, manifest: Manifest): Promise<Obtained> {
  const { size } = manifest.snapshot.packed;
  const packed = await ask('snapshot', snapshotPath(manifest.version), size);
  if (packed.length < size) {
    throw new Refusal({ kind: 'incomplete', file: 'snapshot', received: packed.length, size });
  }
  return { snapshot: await unpackWhole(packed, manifest), travelled: packed.length, by: 'whole' };
}

/** Nothing is unpacked but the very bytes that were signed for. @throws {Refusal} */
export async function unpackWhole(
  packed: Uint8Array<ArrayBuffer>,
  { snapshot }: Manifest,
): Promise<Uint8Array<ArrayBuffer>> {
  if ((await sha256(packed)) !== snapshot.packed.sha256) {
    throw new Refusal({ kind: 'refused: checksum', file: 'snapshot' });
  }
  try {
    return unpackSnapshot(await gunzipBounded(packed, snapshot.size));
  } catch (error) {
    if (error instanceof GunzipError || error instanceof SnapshotError) {
      throw new Refusal({ kind: 'refused: contents', detail: error.message }, { cause: error });
    }
    throw error;
  }
}

function isUnfit(error: unknown): boolean {
  return (
    error instanceof Refusal ||
    error instanceof GunzipError ||
    error instanceof DeltaError ||
    error instanceof SnapshotError
  );
}
