import { gzipSync } from 'node:zlib';
import { makeSecretKey } from '../../../cli/list/secret-key.ts';
import { makeDelta } from '../../../utils/list/delta.ts';
import { encodeSnapshot } from '../../../utils/list/encode.ts';
import type { ListContents } from '../../../utils/list/list-contents.ts';
import { type Manifest, writeManifest, writePointer } from '../../../utils/list/manifest.ts';
import { packSnapshot } from '../../../utils/list/pack.ts';
import {
  deltaPath,
  manifestPath,
  POINTER_PATH,
  signaturePath,
  snapshotPath,
} from '../../../utils/list/publication-paths.ts';
import { type SigningKey, sha256, sign } from '../../../utils/list/signature.ts';
import { exchange, listOf, reported } from '../list/sample-list.ts';

export type Bytes = Uint8Array<ArrayBuffer>;
export const NOW = Date.UTC(2026, 10, 23, 12);
export const DAY = 24 * 60 * 60_000;

export const KEY: SigningKey = makeSecretKey().key;
export const NEXT_KEY: SigningKey = makeSecretKey().key;
export const STRANGER: SigningKey = makeSecretKey().key;

/** Enough names that a share of them means something. */
export const NAMES = 60;

/** A version of a list that grows by one name a version. */
export function contents(version: number, change: Partial<ListContents> = {}): ListContents {
  const names = Array.from({ length: NAMES + Math.min(version, 100) }, (_, n) =>
    reported(`0kx-${n}.com`, 'okx'),
  );
  const exchanges = [
    exchange('okx', ['okx.com', { domain: 'okex.com', role: 'former' }]),
    exchange('yunbi', ['yunbi.com']),
  ];
  return {
    ...listOf(exchanges, names),
    version,
    issued: new Date(NOW - DAY + Math.min(version, 100) * 1000).toISOString(),
    expires: new Date(NOW + 90 * DAY).toISOString(),
    ...change,
  };
}

/** One version as it is published, and what can be made to go wrong with it. */
export interface Version {
  manifest: Manifest;
  snapshot: Bytes;
  files: Map<string, Bytes>;
}

export interface PublishOptions {
  keys?: SigningKey[];
  /** Versions to publish differences from. */
  from?: Version[];
  /** Changes what the manifest says before it is signed. */
  manifest?: (manifest: Manifest) => Manifest;
}

export async function publish(list: ListContents, options: PublishOptions = {}): Promise<Version> {
  return publishBytes(list, encodeSnapshot(list), options);
}

/** Publishes any bytes under a list's version and dates. */
export async function publishBytes(
  list: ListContents,
  snapshot: Bytes,
  { keys = [KEY], from = [], manifest: change = (same) => same }: PublishOptions = {},
): Promise<Version> {
  const { version, issued, expires, exchanges } = list;
  const packed = gzip(packSnapshot(snapshot));
  const files = new Map<string, Bytes>([[snapshotPath(version), packed]]);
  const deltas: Manifest['deltas'] = [];
  for (const base of from) {
    const bytes = gzip(makeDelta(base.snapshot, snapshot).delta);
    files.set(deltaPath(version, base.manifest.version), bytes);
    deltas.push({
      from: base.manifest.version,
      sha256: base.manifest.snapshot.sha256,
      packed: await summary(bytes),
    });
  }
  const rows = exchanges.flatMap(({ domains }) => domains.filter((row) => !row.imitated_only));
  const manifest = change({
    format: 1,
    version,
    issued,
    expires,
    snapshot: { size: snapshot.length, sha256: await sha256(snapshot), packed: await summary(packed) },
    deltas,
    protectedCount: Math.max(1, rows.length),
    keyId: keys[0]!.keyId,
  });
  const bytes = writeManifest(manifest);
  files.set(manifestPath(version), bytes);
  for (const key of keys) files.set(signaturePath(version, key.keyId), await signed(bytes, key));
  files.set(POINTER_PATH, writePointer({ format: 1, version, keys: keys.map(({ keyId }) => keyId) }));
  return { manifest, snapshot, files };
}

export async function summary(bytes: Bytes): Promise<{ size: number; sha256: string }> {
  return { size: bytes.length, sha256: await sha256(bytes) };
}

export async function signed(bytes: Bytes, key: SigningKey): Promise<Bytes> {
  return new TextEncoder().encode(await sign(bytes, key, 'a test'));
}

/** Signs what a manifest was made into by force. */
export async function resign(version: Version, bytes: Bytes, key = KEY): Promise<void> {
  version.files.set(manifestPath(version.manifest.version), bytes);
  version.files.set(signaturePath(version.manifest.version, key.keyId), await signed(bytes, key));
}

export function gzip(bytes: Uint8Array): Bytes {
  return new Uint8Array(gzipSync(bytes));
}
