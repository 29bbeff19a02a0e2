import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { runCommand } from '../test/command.ts';

const LIMIT_MS = 5 * 60_000;

/** What `npm run zip` writes for a version of this project: Chrome, Firefox, sources. */
export function packageNames(version: string): [string, string, string] {
  return [`ensign-${version}-chrome.zip`, `ensign-${version}-firefox.zip`, `ensign-${version}-sources.zip`];
}

/**
 * Builds the packages in `output` once more, in another folder, from the sources package alone.
 * `full` installs all packages anew; otherwise the ones of `installed` serve.
 * @returns the packages that came out with other bytes; none is what is wanted
 */
export async function rebuild(
  output: string,
  version: string,
  { full, installed = 'node_modules' }: { full: boolean; installed?: string },
): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ensign-sources-'));
  try {
    const packages = packageNames(version);
    unpack(join(output, packages[2]), folder);
    await install(folder, full ? null : installed);
    await inFolder(folder, ['npm', 'run', 'zip']);
    return packages.filter((file) => digest(join(output, file)) !== digest(join(folder, '.output', file)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Packages for a folder: as the lock names them, or those installed elsewhere already. */
export async function install(folder: string, installed: string | null): Promise<void> {
  if (installed === null) return inFolder(folder, ['npm', 'ci', '--loglevel=error']);
  await linkPackages(resolve(installed), join(folder, 'node_modules'));
}

/** Runs a command in a folder. Throws what it printed where it does not end with 0. */
export async function inFolder(
  folder: string,
  command: [string, ...string[]],
  { limitMs = LIMIT_MS, live = false }: { limitMs?: number; live?: boolean } = {},
): Promise<void> {
  const { code, output } = await runCommand(command, { limitMs, live, cwd: folder });
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code} in ${folder}\n${output}`);
}

/** SHA-256 of a file, hex. */
export function digest(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/**
 * The installed packages once more, as hard links where the system makes them: bundlers order modules by where
 * they lie, so a folder that is itself a link would give other bytes.
 */
async function linkPackages(from: string, to: string): Promise<void> {
  const { code } = await runCommand(['cp', '-al', from, to], { limitMs: LIMIT_MS });
  if (code !== 0) cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}

function unpack(zip: string, folder: string): void {
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}
