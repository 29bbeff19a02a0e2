import { readFileSync } from 'node:fs';
import { type ListBuild, listBuild } from '../../utils/sync/list-source.ts';

const COMMITTED = new URL('./host.json', import.meta.url);

/** What a build takes from the environment instead, for trying a host out: address, and public keys. */
export const TRIAL_VARIABLES = ['ENSIGN_LIST_URL', 'ENSIGN_LIST_KEYS'] as const;

/**
 * Where an extension gets its list from, and whom it believes, as it is built: what host.json says, so that the same
 * commit gives the same packages wherever it is built.
 * @throws RangeError where the address is none
 */
export function builtListHost(environment: NodeJS.ProcessEnv, file: URL | string = COMMITTED): ListBuild {
  const { address, keys } = JSON.parse(readFileSync(file, 'utf8')) as ListBuild;
  const [url, publicKeys] = TRIAL_VARIABLES.map((name) => environment[name]);
  return listBuild(url ?? address, publicKeys ?? keys.join(' '));
}
