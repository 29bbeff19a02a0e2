import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** What Chromium calls on Linux to take an extension's icon off the desktop: scripts of a hundred processes. */
const CALLED = ['xdg-icon-resource', 'xdg-desktop-menu'];

/**
 * This process's environment with a search path on which they do nothing: a browser under test leaves the desktop
 * alone.
 */
export function withoutDesktop(room: string): NodeJS.ProcessEnv {
  if (process.platform !== 'linux') return process.env;
  const folder = join(room, 'no-desktop');
  mkdirSync(folder);
  for (const name of CALLED) symlinkSync('/bin/true', join(folder, name));
  return { ...process.env, PATH: `${folder}:${process.env.PATH}` };
}
