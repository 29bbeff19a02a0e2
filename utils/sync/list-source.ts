import { parseListAddress } from './list-address.ts';

export const HOUR = 60 * 60_000;
export const DEFAULT_INTERVAL_HOURS = 6;
/** At most two keys are trusted at once: the one in use and, during a rotation, the other. */
export const MAX_KEYS = 2;

/** What one place says of the list; null where it says nothing. */
export interface SourceChoice {
  address: string | null;
  keys: string[] | null;
}

/** Where the list comes from and whom it is believed from. */
export interface ListSource {
  /** With a slash at its end; '' for none. */
  address: string;
  /** Public keys as minisign prints them, the current one first. */
  keys: string[];
  /** Address or keys are others than those the extension was built with. */
  foreign: boolean;
  /** Policy says which. */
  locked: { address: boolean; keys: boolean };
}

/** Policy goes before the user's choice, and that before the build's. */
export function listSource(built: ListBuild, chosen: SourceChoice, policy: SourceChoice): ListSource {
  const address = readable(policy.address) ?? readable(chosen.address) ?? built.address;
  const keys = (policy.keys ?? chosen.keys ?? built.keys).slice(0, MAX_KEYS);
  return {
    address,
    keys,
    foreign: address !== built.address || keys.join() !== built.keys.join(),
    locked: { address: readable(policy.address) !== null, keys: policy.keys !== null },
  };
}

export interface ListBuild {
  address: string;
  keys: string[];
}

/**
 * Reads what a build says of the list: an address, and public keys, parted by commas or blanks (cli/list/host.ts).
 * @throws RangeError where the address is none: a build with a wrong address is to fail
 */
export function listBuild(url: string, keys: string): ListBuild {
  const address = readable(url);
  if (address === null) throw new RangeError(`the build's list address is none: ${url}`);
  return { address, keys: keys.split(/[\s,]/).filter(Boolean) };
}

/** '' is a choice: no address. */
function readable(address: string | null): string | null {
  if (address === null || address === '') return address;
  const read = parseListAddress(address);
  return 'fault' in read ? null : read.address;
}
