import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { detectorVersion } from '../../utils/verdict/version.ts';
import { DECIDING } from './deciding.ts';
import { detectorHash } from './detector-hash.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The detector whose sources lie in a folder; it needs no git. '1+9c1e5f0a7b3d2e48'. */
export function detectorOfFolder(root = ROOT): string {
  const ids = new Map(
    DECIDING.flatMap((path) => filesUnder(root, path)).map((path) => [
      path,
      blobId(readFileSync(join(root, path))),
    ]),
  );
  return detectorVersion(detectorHash(ids, readFileSync(join(root, 'package-lock.json'), 'utf8')));
}

/** Paths with forward slashes; a system's hidden files, which the sources package leaves out, do not count. */
function filesUnder(root: string, path: string): string[] {
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

/** The id of a file's content in git: SHA-1 of `blob `, its length, NUL, and its bytes. */
function blobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
