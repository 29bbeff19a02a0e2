import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { DECIDING_PACKAGES } from './deciding.ts';

const LockSchema = v.object({
  packages: v.record(v.string(), v.looseObject({ integrity: v.optional(v.string()) })),
});
const HEX_DIGITS = 16;

/** The lock file does not say which package is meant. */
export class UnlockedPackageError extends Error {
  override readonly name = 'UnlockedPackageError';
}

/**
 * SHA-256, its first 64 bits in hexadecimal, of lines `id path`: the deciding files by path, each with the id that
 * git gives its content, and the deciding packages, each with the checksum that the lock file pins.
 * @param files ids by path; the order does not matter.
 * @throws {UnlockedPackageError} where a deciding package is not in the lock file.
 */
export function detectorHash(files: ReadonlyMap<string, string>, lockFile: string): string {
  const { packages } = v.parse(v.pipe(v.string(), v.parseJson(), LockSchema), lockFile);
  const lines = [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, id]) => `${id} ${path}\n`);
  for (const name of DECIDING_PACKAGES) {
    const integrity = packages[`node_modules/${name}`]?.integrity;
    if (!integrity) throw new UnlockedPackageError(`${name} is not in the lock file`);
    lines.push(`${integrity} ${name}\n`);
  }
  return createHash('sha256').update(lines.join('')).digest('hex').slice(0, HEX_DIGITS);
}
