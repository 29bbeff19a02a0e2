import { MAX_MANIFEST, MAX_POINTER, MAX_SIGNATURE, type Pointer, readPointer } from '../list/manifest.ts';
import { manifestPath, POINTER_PATH, signaturePath } from '../list/publication-paths.ts';
import { fetchBounded } from './fetch-bounded.ts';
import { isFetchFault } from './fetch-fault.ts';
import { readSigned, type SignedManifest } from './judge-manifest.ts';
import { type ListFile, Refusal, refuseFetch } from './outcome.ts';
import type { SyncPorts } from './ports.ts';
import type { SyncSource } from './sync-source.ts';

/** A file of a publication, by the path that it has under the list's address. */
export type Ask = (file: ListFile, path: string, maxBytes: number) => Promise<Uint8Array<ArrayBuffer>>;

/** Asks the list's host for its files. @throws {Refusal} from every call where nothing usable came */
export function askHost(ports: SyncPorts, source: SyncSource): Ask {
  return async (file, path, maxBytes) => {
    const onProgress = (received: number) => ports.onProgress?.({ file, received, size: maxBytes });
    const limits = { ...ports.pace, maxBytes };
    const answer = await fetchBounded(ports, source.address + path, limits, onProgress);
    if (isFetchFault(answer)) throw refuseFetch(file, answer);
    return answer;
  };
}

export async function askPointer(ask: Ask): Promise<Pointer> {
  const pointer = readPointer(await ask('pointer', POINTER_PATH, MAX_POINTER));
  if (pointer) return pointer;
  throw new Refusal({ kind: 'not a list', file: 'pointer', detail: 'unreadable' });
}

/** The manifest that a pointer speaks of, verified. The pointer itself is unsigned and believed in nothing else. */
export async function askManifest(ask: Ask, pointer: Pointer, source: SyncSource): Promise<SignedManifest> {
  const { version, keys } = pointer;
  const keyId = keys.find((id) => source.keys.some((key) => key.keyId === id));
  if (keyId === undefined) throw new Refusal({ kind: 'refused: unknown key', keyId: keys.join(' ') });
  const bytes = await ask('manifest', manifestPath(version), MAX_MANIFEST);
  const signature = await ask('signature', signaturePath(version, keyId), MAX_SIGNATURE);
  const signed = await readSigned(bytes, new TextDecoder().decode(signature), source.keys);
  if (signed.manifest.version === version) return signed;
  throw new Refusal({
    kind: 'refused: contents',
    detail: `manifest of ${signed.manifest.version} for ${version}`,
  });
}
