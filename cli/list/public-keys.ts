import { readFile } from 'node:fs/promises';
import type { PublicKey } from '../../utils/list/minisign.ts';
import { readTrustedKeys } from '../../utils/list/signature.ts';
import { CommandFailure } from '../outcome.ts';

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
    option.split(',').map((part) => (PUBLIC_KEY.test(part) ? part : readKeyFile(part))),
  );
  const keys = readTrustedKeys(texts);
  if (typeof keys === 'string') throw new CommandFailure(`--pub ${option}: ${keys}`, 2);
  return keys;
}

async function readKeyFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new CommandFailure(`cannot read ${file}`, 2, { cause });
  }
}
