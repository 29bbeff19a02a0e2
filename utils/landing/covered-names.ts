import type { FoundName } from './names.ts';

type Stretch = Pick<FoundName, 'at' | 'term'>;

/**
 * Leaves out each name that lies within a longer one: of 欧易okx, 欧易 and okx only the first stays. One sweep over names
 * in order of place: what begins further left covers a name if it reaches as far, and of those that begin at one place
 * the longest covers the others.
 */
export function withoutCovered<Name extends Stretch>(found: readonly Name[]): Name[] {
  const kept: Name[] = [];
  let reach = 0;
  let from = 0;
  while (from < found.length) {
    const together = startingTogether(found, from);
    const longest = Math.max(...together.map(({ term }) => term.length));
    const end = together[0]!.at + longest;
    if (end > reach) kept.push(...together.filter(({ term }) => term.length === longest));
    reach = Math.max(reach, end);
    from += together.length;
  }
  return kept;
}

function startingTogether<Name extends Stretch>(found: readonly Name[], from: number): Name[] {
  const together: Name[] = [];
  const { at } = found[from]!;
  for (let i = from; i < found.length; i++) {
    const name = found[i]!;
    if (name.at !== at) break;
    together.push(name);
  }
  return together;
}
