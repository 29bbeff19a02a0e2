/**
 * Where a publication's files lie, relative to the list's address. All but the pointer are immutable: a version is
 * written once. No ending that servers take for a compression, or they would decompress on the way.
 */
export const POINTER_PATH = 'latest.json';

export function manifestPath(version: number): string {
  return `v${version}/manifest.json`;
}

/** @param keyId 16 hexadecimal digits; one file for each key that signed */
export function signaturePath(version: number, keyId: string): string {
  return `v${version}/manifest.json.${keyId}.minisig`;
}

/** `packSnapshot`, gzip. */
export function snapshotPath(version: number): string {
  return `v${version}/snapshot.bin`;
}

/** `makeDelta`, gzip. */
export function deltaPath(version: number, from: number): string {
  return `v${version}/from-${from}.bin`;
}
