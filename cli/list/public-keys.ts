import type { PublicKey } from '../../utils/list/minisign.ts';
import { readTrustedKeys } from '../../utils/list/signature.ts';
import { CommandFailure } from '../outcome.ts';
import { readText } from '../read-text.ts';

/**
 * A public key in base64. 42 bytes: `Ed`, then the key's id, whose first two bits belong to the third character:
 * RWQ…, RWR…, RWS… or RWT….
 */
const PUBLIC_KEY = /^RW[Q-T][A-Za-z0-9+/]{53}$/;

/**
 * Public keys from `--pub`: files or base64 lines, one or two, with a comma between.
 * @throws CommandFailure
 */
export async function readPublicKeys(option: string): Promise<PublicKey[]> {
  const texts = await Promise.all(
    option.split(',').map((part) => (PUBLIC_KEY.test(part) ? part : readText(part))),
  );
  const keys = readTrustedKeys(texts);
  if (typeof keys === 'string') throw new CommandFailure(`--pub ${option}: ${keys}`, 2);
  return keys;
}
