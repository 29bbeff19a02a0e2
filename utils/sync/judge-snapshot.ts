import { gateSnapshot } from '../list/gate.ts';
import type { SnapshotMeta } from '../list/layout.ts';
import type { Manifest } from '../list/manifest.ts';
import { belongsTo } from '../list/manifest-verdict.ts';
import { sha256 } from '../list/signature.ts';
import { Snapshot } from '../list/snapshot.ts';
import { SnapshotError } from '../list/snapshot-error.ts';
import { type ListFile, Refusal } from './outcome.ts';
import type { SyncPorts } from './ports.ts';
import { readPolitely } from './read-politely.ts';

/** Whether these are the very bytes that the manifest speaks of. */
export async function isSnapshotOf(manifest: Manifest, snapshot: Uint8Array<ArrayBuffer>): Promise<boolean> {
  return snapshot.length === manifest.snapshot.size && (await sha256(snapshot)) === manifest.snapshot.sha256;
}

/**
 * Reads a snapshot through and through and refuses what no list may say, signed or not.
 * @param previous what the list in use says of itself; null where another publisher's list is begun
 * @throws {Refusal}
 */
export async function judgeSnapshot(
  manifest: Manifest,
  bytes: Uint8Array<ArrayBuffer>,
  previous: SnapshotMeta | null,
  file: ListFile,
  ports: Pick<SyncPorts, 'pause' | 'whyUnfit'>,
): Promise<void> {
  if (!(await isSnapshotOf(manifest, bytes))) throw new Refusal({ kind: 'refused: checksum', file });
  try {
    const snapshot = new Snapshot(bytes.buffer);
    if (!belongsTo(snapshot.meta, manifest)) {
      throw new Refusal({ kind: 'refused: contents', detail: 'list and manifest disagree' });
    }
    const refusals = await readPolitely(bytes, gateSnapshot(snapshot, previous), ports.pause);
    if (refusals.length === 0) return await refuseUnfit(bytes, ports);
    const detail = refusals.map((refusal) => `${refusal.rule}: ${refusal.detail}`).join('; ');
    const sizes = refusals.every(
      ({ rule }) => rule === 'empty list' || rule === 'shrunk' || rule === 'grown',
    );
    throw new Refusal(
      sizes ? { kind: 'refused: size', file, detail } : { kind: 'refused: contents', detail },
    );
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    throw new Refusal({ kind: 'refused: contents', detail: error.message }, { cause: error });
  }
}

async function refuseUnfit(
  bytes: Uint8Array<ArrayBuffer>,
  ports: Pick<SyncPorts, 'whyUnfit'>,
): Promise<void> {
  const unfit = await ports.whyUnfit(bytes);
  if (unfit !== null) throw new Refusal({ kind: 'refused: contents', detail: unfit });
}
