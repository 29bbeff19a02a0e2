import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** What Chromium calls to take the icon of an extension that goes off the desktop: scripts of a hundred processes. */
const CALLED = ['xdg-icon-resource', 'xdg-desktop-menu'];

/** A search path on which they do nothing: a browser under test leaves the desktop alone. */
export function pathWithoutDesktop(room: string): string {
  const folder = join(room, 'no-desktop');
  mkdirSync(folder, { recursive: true });
  for (const name of CALLED) symlinkSync('/bin/true', join(folder, name));
  return `${folder}:${process.env.PATH}`;
}
