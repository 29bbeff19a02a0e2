import type { CoverageInterval, DailyCount, ExportedEdge } from '../history/flag.ts';
import { ENCRYPTED_START, isEncrypted } from './encrypt.ts';
import { ImportError } from './import-error.ts';
import { type ReadFlag, readFlags } from './read-flag.ts';

/** An export opened for reading; a Data Package only once every file was found to be what its descriptor says. */
export interface OpenedExport {
  format: 'ndjson' | 'data-package';
  /** Every line: the flag, or what is wrong with it. May be asked for more than once. */
  flags(): AsyncIterable<ReadFlag>;
  daily(): Promise<DailyCount[]>;
  coverage(): Promise<CoverageInterval[]>;
  edges(): Promise<ExportedEdge[]>;
  /** The descriptor's own part on Ensign; null for NDJSON. */
  account: unknown;
}

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
    account: null,
  };
}
