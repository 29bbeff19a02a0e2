import type { PublicKey } from '../../utils/list/minisign.ts';
import { readTrustedKeys } from '../../utils/list/signature.ts';
import { readInForce } from '../../utils/settings/store.ts';
import { DEFAULT_INTERVAL_HOURS, HOUR, type ListSource, listSource } from '../../utils/sync/list-source.ts';
import { LIST_BUILD } from './list-build.ts';

/** Where the list comes from now, by policy, user and build. */
export interface CurrentSource extends ListSource {
  /** Address and keys in one text: what makes it another source. */
  name: string;
  /** The keys that can be read, at most two; none trusts nobody. */
  trusted: PublicKey[];
  /** Signed by one of the build's own keys, a list continues the bundled one. */
  continuesBundled: boolean;
  intervalMs: number;
}

export async function currentSource(): Promise<CurrentSource> {
  const { chosen, policy } = await readInForce();
  const { listAddress = null, listKeys = null, listIntervalHours } = policy.values;
  const source = listSource(
    LIST_BUILD,
    { address: chosen.listAddress, keys: chosen.listKeys },
    { address: listAddress, keys: listKeys },
  );
  const trusted = trustedOf(source.keys);
  const own = trustedOf(LIST_BUILD.keys).map(({ keyId }) => keyId);
  return {
    ...source,
    name: [source.address, ...source.keys].join(' '),
    trusted,
    continuesBundled: trusted.some(({ keyId }) => own.includes(keyId)),
    intervalMs: (listIntervalHours ?? DEFAULT_INTERVAL_HOURS) * HOUR,
  };
}

function trustedOf(keys: readonly string[]): PublicKey[] {
  const read = readTrustedKeys(keys);
  return typeof read === 'string' ? [] : read;
}
