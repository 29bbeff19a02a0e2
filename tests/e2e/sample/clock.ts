import { existsSync } from 'node:fs';

/** Where Debian's package libfaketime puts its library, by processor. */
const LIBRARIES = ['x86_64', 'aarch64'].map((cpu) => `/usr/lib/${cpu}-linux-gnu/faketime/libfaketime.so.1`);

/**
 * The clock of browsers started from now on, all their processes alike: so many days ago, in a place of the world.
 * @returns false where there is no libfaketime; then the clock is the machine's.
 */
export function setClock(daysAgo: number, timeZone: string): boolean {
  const library = LIBRARIES.find((path) => existsSync(path));
  process.env.TZ = timeZone;
  if (library === undefined) return false;
  process.env.LD_PRELOAD = library;
  process.env.FAKETIME = `-${daysAgo}d`;
  return true;
}
