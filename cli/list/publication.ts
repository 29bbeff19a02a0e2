import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Manifest, type Pointer, readManifest, readPointer } from '../../utils/list/manifest.ts';
import type { PublicKey } from '../../utils/list/minisign.ts';
import { unpackSnapshot } from '../../utils/list/pack.ts';
import {
  manifestPath,
  POINTER_PATH,
  signaturePath,
  snapshotPath,
} from '../../utils/list/publication-paths.ts';
import { isNamed, verifySignature } from '../../utils/list/signature.ts';
import { CommandFailure } from '../outcome.ts';
import { atPath } from '../system-fault.ts';

/** A version as it lies in a publication's folder. */
export interface Published {
  manifest: Manifest;
  snapshot: Uint8Array<ArrayBuffer>;
}

/** The pointer of a folder; null where nothing was published yet. @throws CommandFailure */
export async function readLatest(folder: string): Promise<Pointer | null> {
  const bytes = await readFile(join(folder, POINTER_PATH)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    return atPath(join(folder, POINTER_PATH))(error);
  });
  if (bytes === null) return null;
  const pointer = readPointer(bytes);
  if (!pointer) throw new CommandFailure(`${join(folder, POINTER_PATH)} is damaged: copy it again`, 1);
  return pointer;
}

/**
 * A version of a folder, verified as a reader would.
 * @throws CommandFailure naming what is wrong
 */
export async function readPublished(
  folder: string,
  version: number,
  keys: readonly PublicKey[],
): Promise<Published> {
  const bytes = await read(folder, manifestPath(version));
  await verifyAny(folder, version, bytes, keys);
  const manifest = readManifest(bytes);
  if (!manifest || manifest.version !== version) {
    throw new CommandFailure(`${manifestPath(version)} is no manifest of version ${version}`, 1);
  }
  const packed = await read(folder, snapshotPath(version));
  if (!(await isNamed(packed, manifest.snapshot.packed))) {
    throw new CommandFailure(`${snapshotPath(version)} has another checksum than its manifest says`, 1);
  }
  const snapshot = unpackSnapshot(gunzipSync(packed, { maxOutputLength: manifest.snapshot.size }));
  if (!(await isNamed(snapshot, manifest.snapshot))) {
    throw new CommandFailure(`${snapshotPath(version)} holds another list than its manifest says`, 1);
  }
  return { manifest, snapshot };
}

/** Versions whose folders are there, ascending. */
export async function versionsIn(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  return names
    .map((name) => Number(/^v(\d+)$/.exec(name)?.[1] ?? 0))
    .filter((version) => version > 0)
    .sort((a, b) => a - b);
}

/**
 * Writes a version whole before the pointer names it: the folder is filled aside and moved into place, then the
 * pointer is replaced in one step. Who reads meanwhile gets the old list or the new one.
 */
export async function writePublication(
  folder: string,
  version: number,
  files: ReadonlyMap<string, Uint8Array>,
  pointer: Uint8Array,
): Promise<void> {
  const aside = join(folder, `.v${version}.new`);
  await rm(aside, { recursive: true, force: true });
  for (const [path, bytes] of files) {
    const target = join(aside, path.slice(path.indexOf('/') + 1));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
  // Only a publication that broke off can have left it there: the pointer never named it.
  await rm(join(folder, `v${version}`), { recursive: true, force: true });
  await rename(aside, join(folder, `v${version}`));
  await writeFile(join(folder, '.latest.new'), pointer);
  await rename(join(folder, '.latest.new'), join(folder, POINTER_PATH));
}

async function verifyAny(
  folder: string,
  version: number,
  manifest: Uint8Array<ArrayBuffer>,
  keys: readonly PublicKey[],
): Promise<void> {
  const outcomes: string[] = [];
  for (const key of keys) {
    const path = signaturePath(version, key.keyId);
    const text = await readFile(join(folder, path), 'utf8').catch(() => null);
    const outcome = text === null ? `no ${path}` : (await verifySignature(manifest, text, keys)).outcome;
    if (outcome === 'good') return;
    outcomes.push(outcome);
  }
  throw new CommandFailure(`version ${version}: ${outcomes.join(', ')}`, 1);
}

async function read(folder: string, path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(join(folder, path)));
  } catch (cause) {
    throw new CommandFailure(`cannot read ${join(folder, path)}`, 1, { cause });
  }
}
