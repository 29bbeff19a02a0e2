import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';
import type { LaunchOptions } from './driver.ts';

/** The extension as a browser under test gets it: a copy whose version can be raised. */
export interface WorkingCopy {
  dir: string;
  manifest(): Manifest;
  /** Takes the files of another build, or the same again under another version. */
  change(version: string | undefined, from?: string): void;
  /** Packs it as an xpi and answers its path. */
  pack(): string;
}

interface Manifest {
  version: string;
  browser_specific_settings?: { gecko?: { id?: string } };
}

export function copyExtension(extensionDir: string, room: string, version?: string): WorkingCopy {
  const dir = join(room, 'extension');
  const manifestFile = join(dir, 'manifest.json');
  const manifest = (): Manifest => JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
  const change = (to: string | undefined, from: string | undefined): void => {
    if (from) {
      rmSync(dir, { recursive: true, force: true });
      cpSync(from, dir, { recursive: true });
    }
    if (to) writeFileSync(manifestFile, JSON.stringify({ ...manifest(), version: to }, null, 2));
  };
  change(version, extensionDir);
  return { dir, manifest, change, pack: () => pack(dir, join(room, `extension-${manifest().version}.xpi`)) };
}

/** The same in a folder of its own in the room, for an extension that is installed anew; downloads begin anew too. */
export function copyAgain(
  { extensionDir, version }: Pick<LaunchOptions, 'extensionDir' | 'version'>,
  { dir, downloads }: { dir: string; downloads: string },
): WorkingCopy {
  for (const name of readdirSync(downloads)) rmSync(join(downloads, name), { recursive: true, force: true });
  return copyExtension(extensionDir, mkdtempSync(join(dir, 'again-')), version);
}

/** A folder of our own for one browser: extension, downloads, and the profile if none was given. */
export function makeRoom(): string {
  return mkdtempSync(join(tmpdir(), 'ensign-e2e-'));
}

export function removeRoom(room: string): void {
  rmSync(room, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

function pack(dir: string, file: string): string {
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' });
  const files = names.map((name) => join(dir, name)).filter((path) => statSync(path).isFile());
  const entries = files.map(
    (path) => [relative(dir, path).split(sep).join('/'), readFileSync(path)] as const,
  );
  writeFileSync(file, zipSync(Object.fromEntries(entries), { level: 0 }));
  return file;
}
