import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserKind } from '../../e2e/harness/find-browser.ts';

const ROOM = '.cache/ublock';
/** Where Debian's packages put uBlock Origin. */
const INSIDE = {
  chromium: 'usr/share/chromium/extensions/ublock-origin',
  firefox: 'usr/share/mozilla/extensions/{ec8030f7-c20a-464f-9b0e-13a3a9e97384}/uBlock0@raymondhill.net',
};

/**
 * The folder of uBlock Origin from Debian's package, unpacked and not installed: installed it would be in every
 * browser of the machine, in the one without an extension as well. null where the package cannot be had.
 */
export function uBlockOrigin(kind: BrowserKind): string | null {
  const folder = resolve(ROOM, INSIDE[kind]);
  if (!existsSync(folder)) unpack(`webext-ublock-origin-${kind}`);
  return existsSync(folder) ? folder : null;
}

function unpack(name: string): void {
  mkdirSync(ROOM, { recursive: true });
  try {
    execFileSync('apt-get', ['download', name], { cwd: ROOM, stdio: 'pipe' });
    const file = readdirSync(ROOM).find((one) => one.startsWith(`${name}_`) && one.endsWith('.deb'));
    if (file) execFileSync('dpkg', ['-x', file, '.'], { cwd: ROOM, stdio: 'pipe' });
  } catch (error) {
    console.error(`${name} could not be had: ${(error as Error).message}`);
  }
}
