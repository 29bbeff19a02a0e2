import type { Host } from './host.ts';

/** What is decided of a host holds for all of its site: its registrable domain, or the host itself where it has none. */
export function siteOf({ registrable, ascii }: Pick<Host, 'registrable' | 'ascii'>): string {
  return registrable ?? ascii;
}
