import { type Manifest, readManifest } from '../list/manifest.ts';
import { judgeManifest } from '../list/manifest-verdict.ts';
import type { PublicKey } from '../list/minisign.ts';
import { verifySignature } from '../list/signature.ts';
import type { LowestVersion } from './floor.ts';
import { Refusal } from './outcome.ts';

/** A manifest as it travelled, with what it says and who vouches for it. */
export interface SignedManifest {
  manifest: Manifest;
  bytes: Uint8Array<ArrayBuffer>;
  signature: string;
  /** Id of the key whose signature is good. */
  keyId: string;
}

/**
 * Verifies a manifest over its raw bytes, then reads it: nothing unsigned is ever parsed.
 * @throws {Refusal}
 */
export async function readSigned(
  bytes: Uint8Array<ArrayBuffer>,
  signature: string,
  keys: readonly PublicKey[],
): Promise<SignedManifest> {
  const verified = await verifySignature(bytes, signature, keys);
  if (verified.outcome === 'unknown key')
    throw new Refusal({ kind: 'refused: unknown key', keyId: verified.by });
  if (verified.outcome !== 'good')
    throw new Refusal({ kind: 'refused: signature', detail: verified.outcome });
  const manifest = readManifest(bytes);
  if (!manifest) throw new Refusal({ kind: 'refused: contents', detail: 'manifest of an unknown form' });
  return { manifest, bytes, signature, keyId: verified.by };
}

/**
 * Whether a version may be taken at this time.
 * @throws {Refusal} for rollback, other bytes under the same number, a jump, and dates that cannot be
 */
export function refuseManifest(manifest: Manifest, lowest: LowestVersion | null, now: number): void {
  const { version, issued, expires } = manifest;
  // A publisher met for the first time counts from wherever it is.
  const floor = lowest?.version ?? version - 1;
  switch (judgeManifest(manifest, { floor, sha256: lowest?.sha256 ?? null }, now)) {
    case 'newer':
    case 'same':
      return;
    case 'older version':
      throw new Refusal({ kind: 'refused: older version', version, floor });
    case 'same version, other bytes':
      throw new Refusal({ kind: 'refused: same version', version });
    case 'version jump':
      throw new Refusal({ kind: 'refused: version jump', version, floor });
    case 'issued in the future':
      throw new Refusal({ kind: 'refused: issued in the future', issued });
    case 'expired':
      throw new Refusal({ kind: 'refused: expired', expires });
    case 'valid too long':
      throw new Refusal({ kind: 'refused: contents', detail: `valid from ${issued} to ${expires}` });
  }
}
