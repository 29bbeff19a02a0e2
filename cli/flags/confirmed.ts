import { readFile } from 'node:fs/promises';
import { CommandFailure } from '../outcome.ts';

/** Flag ids that an analyst confirmed, one a line; '#' begins a remark. */
export async function readConfirmed(path: string): Promise<ReadonlySet<string>> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new CommandFailure(`${path}: cannot be read`, 2, { cause });
  });
  return new Set(
    text
      .split(/\r?\n/)
      .map((line) => line.replace(/#.*/, '').trim())
      .filter((id) => id !== ''),
  );
}
