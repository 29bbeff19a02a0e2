import { readFileSync } from 'node:fs';

const SOURCE = 'assets/lookalike';

export const read = (name: string): string => readFileSync(`${SOURCE}/${name}`, 'utf8');
export const withoutComments = (text: string): string[] =>
  text.split('\n').filter((line) => line && !line.startsWith('#'));

/** Lines under `[head]`s. */
export function groups(text: string): [string, string[]][] {
  const found: [string, string[]][] = [];
  for (const line of withoutComments(text)) {
    if (line.startsWith('[')) found.push([line.slice(1, -1), []]);
    else found.at(-1)?.[1].push(...line.split(' ').filter(Boolean));
  }
  return found;
}
