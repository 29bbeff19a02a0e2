import type { SnapshotMeta } from './layout.ts';
import type { Manifest } from './manifest.ts';

/** What a manifest is to a reader. */
export type ManifestVerdict =
  | 'newer'
  | 'same'
  | 'older version'
  | 'same version, other bytes'
  | 'version jump'
  | 'issued in the future'
  | 'expired'
  | 'valid too long';

/** What a reader knows of its own. */
export interface Held {
  /** The highest version ever accepted: it never falls. */
  floor: number;
  /** Checksum of the list accepted at the floor; null where only the bundled list was ever there. */
  sha256: string | null;
}

const DAY = 86_400_000;
/** A clock may be this wrong. */
export const CLOCK_SKEW = DAY;
/** A list past its date is still taken for this long: its publisher may be on holiday. */
export const EXPIRY_GRACE = 14 * DAY;
/** One publication an hour for a year. A jump past it could make every later list look old. */
export const MAX_VERSION_JUMP = 10_000;
/** No list is to be believed for longer than this. */
export const MAX_VALIDITY = 400 * DAY;

/** @param now milliseconds since 1970 */
export function judgeManifest(manifest: Manifest, held: Held, now: number): ManifestVerdict {
  const issued = Date.parse(manifest.issued);
  const expires = Date.parse(manifest.expires);
  if (manifest.version < held.floor) return 'older version';
  if (manifest.version === held.floor && held.sha256 !== null) {
    return manifest.snapshot.sha256 === held.sha256 ? 'same' : 'same version, other bytes';
  }
  if (manifest.version - held.floor > MAX_VERSION_JUMP) return 'version jump';
  if (issued > now + CLOCK_SKEW) return 'issued in the future';
  if (expires + EXPIRY_GRACE < now) return 'expired';
  if (expires - issued > MAX_VALIDITY) return 'valid too long';
  return 'newer';
}

/** Is the snapshot the one that its manifest describes, in what it says of itself? (Its checksum comes first.) */
export function belongsTo(meta: SnapshotMeta, manifest: Manifest): boolean {
  return (
    meta.version === manifest.version &&
    meta.issued === manifest.issued &&
    meta.expires === manifest.expires &&
    meta.names - meta.reported === manifest.protectedCount
  );
}
