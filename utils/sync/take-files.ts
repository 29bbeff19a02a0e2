import { MAX_MANIFEST, MAX_PACKED, MAX_POINTER, MAX_SIGNATURE, type Manifest } from '../list/manifest.ts';
import { lowestOf } from './floor.ts';
import { listInUse } from './in-use.ts';
import { readSigned, refuseManifest, type SignedManifest } from './judge-manifest.ts';
import { judgeSnapshot } from './judge-snapshot.ts';
import { keep } from './keep.ts';
import { unpackWhole } from './obtain.ts';
import { isSuccess, type ListFile, Refusal, type SyncOutcome } from './outcome.ts';
import type { SyncPorts } from './ports.ts';
import { rememberTry } from './remember.ts';
import type { Floor } from './stored-list.ts';
import { outcomeOf, readState } from './sync.ts';
import type { SyncSource } from './sync-source.ts';

/**
 * Takes a signed list from files that somebody carried over: manifest, signature (or two) and snapshot, as they
 * are published, in any order and under any names; differences and the pointer may lie beside them. The same rules
 * hold as for a host. No outcome leaves them in the store.
 */
export async function takeFiles(ports: SyncPorts, source: SyncSource): Promise<SyncOutcome> {
  if (source.keys.length === 0) return withoutFiles(ports, { kind: 'no key set' });
  const outcome = await ports.alone(async () => {
    const record = await ports.memory.read();
    let floor: Floor | null = null;
    const judged = await outcomeOf(async () => {
      const state = await readState(ports);
      const files = await sortFiles(await ports.store.files());
      const signed = await readAnySigned(files, source);
      const { manifest } = signed;
      const inUse = await listInUse(ports, source, state);
      if (manifest.version === inUse?.version && manifest.snapshot.sha256 === state.current) {
        return { kind: 'already current', version: manifest.version };
      }
      refuseManifest(manifest, lowestOf(ports, source, state, record), ports.now());
      const packed = await packedSnapshot(files.packed, manifest);
      const snapshot = await unpackWhole(packed, manifest);
      await judgeSnapshot(manifest, snapshot, inUse?.meta ?? null, 'snapshot', ports);
      const keyIds = source.keys.map(({ keyId }) => keyId);
      floor = await keep(ports, state, signed, snapshot, keyIds, 'file');
      const { version } = manifest;
      return { kind: 'updated whole', version, from: inUse?.version ?? null, bytes: packed.length };
    });
    const result = await withoutFiles(ports, judged);
    const lastTry = { at: new Date(ports.now()).toISOString(), outcome: result };
    const unremembered = await outcomeOf(async () => {
      await rememberTry(ports, source, floor, (now) => ({ ...now, lastTry }));
      return result;
    });
    // A list that is stored serves, whether or not it can be noted when it came.
    return isSuccess(result) ? result : unremembered;
  });
  return outcome ?? withoutFiles(ports, { kind: 'busy' });
}

/** An outcome once the files are taken away; that they could not be is told where no list was taken. */
async function withoutFiles({ store }: SyncPorts, outcome: SyncOutcome): Promise<SyncOutcome> {
  const cleared = await outcomeOf(async () => {
    await store.leaveFiles(null);
    return outcome;
  });
  return isSuccess(outcome) ? outcome : cleared;
}

interface Files {
  manifest: Uint8Array<ArrayBuffer>;
  signatures: string[];
  /** Whatever is gzip: the snapshot, and differences where somebody took the whole folder. */
  packed: Blob[];
}

/** Tells the files apart by how they begin. @throws {Refusal} naming the one that is missing */
async function sortFiles(blobs: Blob[]): Promise<Files> {
  const found: { manifest?: Blob; packed: Blob[]; signatures: Blob[] } = { packed: [], signatures: [] };
  for (const blob of blobs) {
    const [a, b] = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
    if (a === 0x1f && b === 0x8b) found.packed.push(blob);
    else if (a !== 0x7b) found.signatures.push(blob);
    // The pointer is JSON too, and smaller than any manifest.
    else if (blob.size > MAX_POINTER) found.manifest = blob;
  }
  const signatures = await Promise.all(
    found.signatures.slice(0, 2).map((blob) => read(blob, 'signature', MAX_SIGNATURE)),
  );
  if (signatures.length === 0) throw missing('signature');
  const decoder = new TextDecoder();
  return {
    manifest: await read(found.manifest, 'manifest', MAX_MANIFEST),
    signatures: signatures.map((bytes) => decoder.decode(bytes)),
    packed: found.packed,
  };
}

/** The file of the size that the manifest names, else any: its checksum then says that it is another. */
async function packedSnapshot(packed: Blob[], { snapshot }: Manifest): Promise<Uint8Array<ArrayBuffer>> {
  return read(packed.find(({ size }) => size === snapshot.packed.size) ?? packed[0], 'snapshot', MAX_PACKED);
}

async function read(
  blob: Blob | undefined,
  file: ListFile,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!blob) throw missing(file);
  if (blob.size > maxBytes) {
    throw new Refusal({ kind: 'refused: size', file, detail: `more than ${maxBytes} bytes` });
  }
  return new Uint8Array(await blob.arrayBuffer());
}

function missing(file: ListFile): Refusal {
  return new Refusal({ kind: 'not a list', file, detail: 'not among the files' });
}

/** A version signed by two keys is good by either. */
async function readAnySigned({ manifest, signatures }: Files, { keys }: SyncSource): Promise<SignedManifest> {
  const [first, second] = signatures;
  try {
    return await readSigned(manifest, first ?? '', keys);
  } catch (error) {
    if (second === undefined || !(error instanceof Refusal)) throw error;
    return readSigned(manifest, second, keys);
  }
}
