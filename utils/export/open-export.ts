import { ENCRYPTED_START, isEncrypted } from './encrypt.ts';
import { ImportError } from './import-error.ts';
import type { OpenedExport } from './opened-export.ts';
import { readFlags } from './read-flag.ts';

/** How the program age makes an encrypted export readable. */
export const HOW_TO_DECRYPT = 'age -d -i KEY.txt -o export.zip export.zip.age with the key of the study';

/**
 * Opens an export for reading: a Data Package (by its first bytes) or NDJSON.
 * @throws {ImportError} for a Data Package that is not whole, and for a file that is encrypted.
 */
export async function openExport(file: Blob): Promise<OpenedExport> {
  const start = new Uint8Array(await file.slice(0, ENCRYPTED_START).arrayBuffer());
  if (isEncrypted(start)) throw new ImportError('encrypted', HOW_TO_DECRYPT);
  const isZip = start[0] === 0x50 && start[1] === 0x4b;
  if (isZip) return (await import('./open-package.ts')).openPackage(file);
  return {
    format: 'ndjson',
    flags: () => readFlags(file.stream()),
    daily: async () => [],
    coverage: async () => [],
    edges: async () => [],
    records: async () => [],
    account: null,
  };
}
