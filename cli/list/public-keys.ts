import { readFile } from 'node:fs/promises';
import type { PublicKey } from '../../utils/list/minisign.ts';
import { readTrustedKeys } from '../../utils/list/signature.ts';
import { CommandFailure } from '../outcome.ts';

/**
 * Public keys from `--pub`: files or base64 lines, one or two, with a comma between.
 * @throws CommandFailure
 */
export async function readPublicKeys(option: string): Promise<PublicKey[]> {
  const texts = await Promise.all(
    option
      .split(',')
      .map((part) => (part.startsWith('RWQ') && part.length === 56 ? part : readKeyFile(part))),
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
