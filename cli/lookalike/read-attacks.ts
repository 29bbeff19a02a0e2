import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AttackCounts } from '../../utils/lookalike/attack-counts.ts';
import { CommandFailure } from '../outcome.ts';

/** How often the exchanges of a list's folder are imitated: its attacks.json. @throws CommandFailure */
export async function readAttacks(folder: string): Promise<AttackCounts> {
  const file = join(folder, 'attacks.json');
  const text = await readFile(file, 'utf8').catch((cause) => {
    throw new CommandFailure(`cannot read ${file}`, 2, { cause });
  });
  try {
    return JSON.parse(text) as AttackCounts;
  } catch (cause) {
    throw new CommandFailure(`${file} is not JSON`, 1, { cause });
  }
}
