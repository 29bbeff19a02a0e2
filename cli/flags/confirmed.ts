import { readText } from '../read-text.ts';

/** Flag ids that an analyst confirmed, one a line; '#' begins a remark. @throws CommandFailure */
export async function readConfirmed(path: string): Promise<ReadonlySet<string>> {
  return new Set(
    (await readText(path))
      .split(/\r?\n/)
      .map((line) => line.replace(/#.*/, '').trim())
      .filter((id) => id !== ''),
  );
}
