import { gzipSync } from 'node:zlib';
import { acceptList } from '../../utils/list/accept-list.ts';
import { applyDelta, makeDelta } from '../../utils/list/delta.ts';
import type { SnapshotMeta } from '../../utils/list/layout.ts';
import {
  MANIFEST_FORMAT,
  MAX_DELTAS,
  type Manifest,
  writeManifest,
  writePointer,
} from '../../utils/list/manifest.ts';
import { type Held, judgeManifest, type ManifestVerdict } from '../../utils/list/manifest-verdict.ts';
import { packSnapshot } from '../../utils/list/pack.ts';
import { deltaPath, manifestPath, signaturePath, snapshotPath } from '../../utils/list/publication-paths.ts';
import { type SigningKey, sha256, sign } from '../../utils/list/signature.ts';
import { Snapshot } from '../../utils/list/snapshot.ts';
import { CommandFailure } from '../outcome.ts';
import type { Published } from './publication.ts';

/** What a version is made from. */
export interface VersionPlan {
  snapshot: Uint8Array<ArrayBuffer>;
  /** Earlier versions, ascending; deltas are made from the latest of them, and the last is what readers hold. */
  earlier: readonly Published[];
  /** One, or two while keys change; the one in use first. */
  keys: readonly SigningKey[];
  /** Milliseconds since 1970. */
  now: number;
}

export interface PreparedVersion {
  manifest: Manifest;
  files: Map<string, Uint8Array>;
  pointer: Uint8Array;
}

/** Makes a version's files. @throws CommandFailure where a reader would refuse it */
export async function prepareVersion(plan: VersionPlan): Promise<PreparedVersion> {
  const { snapshot, earlier, keys } = plan;
  const { meta } = new Snapshot(snapshot.buffer);
  const { version } = meta;
  refuseOtherTimes(meta);
  const packed = zip(packSnapshot(snapshot));
  const named = async (bytes: Uint8Array<ArrayBuffer>) => ({
    size: bytes.length,
    sha256: await sha256(bytes),
  });
  const files = new Map<string, Uint8Array>([[snapshotPath(version), packed]]);
  const deltas: Manifest['deltas'] = [];
  for (const { manifest, snapshot: base } of earlier.slice(-MAX_DELTAS)) {
    const delta = deltaFrom(base, snapshot, packed.length);
    if (!delta) continue;
    files.set(deltaPath(version, manifest.version), delta);
    deltas.push({ from: manifest.version, sha256: manifest.snapshot.sha256, packed: await named(delta) });
  }
  const manifest: Manifest = {
    format: MANIFEST_FORMAT,
    version,
    issued: meta.issued,
    expires: meta.expires,
    snapshot: { ...(await named(snapshot)), packed: await named(packed) },
    deltas,
    protectedCount: meta.names - meta.reported,
    keyId: keys[0]!.keyId,
  };
  await refuseWhatReadersRefuse(manifest, plan, meta);
  const bytes = writeManifest(manifest);
  files.set(manifestPath(version), bytes);
  for (const key of keys) {
    const signature = await sign(bytes, key, `ensign list version ${version}, issued ${meta.issued}`);
    files.set(signaturePath(version, key.keyId), new TextEncoder().encode(signature));
  }
  return {
    manifest,
    files,
    pointer: writePointer({ format: 1, version, keys: keys.map((key) => key.keyId) }),
  };
}

/** null where the delta would not save half of the download. */
function deltaFrom(
  before: Uint8Array<ArrayBuffer>,
  after: Uint8Array<ArrayBuffer>,
  packedLength: number,
): Uint8Array<ArrayBuffer> | null {
  const { delta } = makeDelta(before, after);
  const packed = zip(delta);
  if (packed.length > packedLength / 2 || delta.length > after.length) return null;
  if (Buffer.compare(applyDelta(before, delta), after) !== 0)
    throw new Error('a delta does not give its snapshot');
  return packed;
}

/** Readers take UTC alone: '2026-11-23T08:00:00+08:00' is refused. */
function refuseOtherTimes({ version, issued, expires }: SnapshotMeta): void {
  for (const [name, time] of Object.entries({ issued, expires })) {
    if (!time.endsWith('Z'))
      throw new CommandFailure(`version ${version}: ${name} is ${time}, not in UTC with Z at its end`, 1);
  }
}

async function refuseWhatReadersRefuse(
  manifest: Manifest,
  plan: VersionPlan,
  meta: SnapshotMeta,
): Promise<void> {
  const last = plan.earlier.at(-1);
  const held: Held = { floor: last?.manifest.version ?? 0, sha256: last?.manifest.snapshot.sha256 ?? null };
  const verdict = judgeManifest(manifest, held, plan.now);
  if (verdict !== 'newer')
    throw new CommandFailure(`version ${meta.version}: ${verdict}${remedy(verdict)}`, 1);
  const before = last ? new Snapshot(last.snapshot.buffer).meta : null;
  const acceptance = await acceptList(plan.snapshot, manifest, before);
  if (acceptance.outcome === 'accepted') return;
  const reasons =
    acceptance.outcome === 'refused'
      ? acceptance.refusals.map(({ rule, detail }) => `  ${rule}: ${detail}`).join('\n')
      : `  ${acceptance.outcome}`;
  throw new CommandFailure(`readers would refuse version ${meta.version}:\n${reasons}`, 1);
}

/** What helps: number and dates of its own, except where the number that the records bear is too high. */
function remedy(verdict: ManifestVerdict): string {
  return verdict === 'version jump' ? '' : '; add --next';
}

/** Without a time in its header, so that the same bytes give the same file. */
function zip(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gzipSync(bytes, { level: 9 }));
}
