import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest, packageNames } from '../packages/rebuild.ts';
import { billOfMaterials } from './bill-of-materials.ts';
import { read } from './git.ts';

const SBOM = [
  'sbom',
  '--package-lock-only',
  '--omit=dev',
  '--sbom-format=cyclonedx',
  '--sbom-type=application',
];

/**
 * Writes bill of materials (CycloneDX), the changelog's words and SHA256SUMS beside the packages that were built
 * in a checkout's .output. `at`: ISO instant of the release.
 * @returns the names of all that is published, checksums last
 */
export function writeReleaseFiles(checkout: string, version: string, notes: string, at: string): string[] {
  const output = join(checkout, '.output');
  const bom = `ensign-${version}.cdx.json`;
  const changes = `ensign-${version}-changes.md`;
  writeFileSync(join(output, bom), billOfMaterials(read(checkout, 'npm', ...SBOM), at));
  writeFileSync(join(output, changes), `${notes}\n`);
  const summed = [...packageNames(version), bom, changes];
  const sums = summed.map((file) => `${digest(join(output, file))}  ${file}\n`).join('');
  writeFileSync(join(output, 'SHA256SUMS'), sums);
  return [...summed, 'SHA256SUMS'];
}

/** Copies them out of the checkout, which will be gone; answers the folder. */
export function keepReleaseFiles(checkout: string, root: string, version: string, files: string[]): string {
  const folder = join(root, '.output', 'release', version);
  mkdirSync(folder, { recursive: true });
  for (const file of files) copyFileSync(join(checkout, '.output', file), join(folder, file));
  return folder;
}
