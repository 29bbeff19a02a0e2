import type { LookalikeMatch, Mark } from '../../utils/lookalike/match.ts';

/**
 * The stretches to box: those of the match, else what stands beside the whole known address.
 * okx-wallets.com beside okx.com => -wallets; okx.com.verify.example beside okx.com => .verify.example;
 * okx.top beside okx.com => top; nothing where the known address is not whole.
 */
export function marksOf(host: string, { marks, target }: LookalikeMatch): readonly Mark[] {
  if (marks.length > 0) return marks;
  for (const from of starts(host)) {
    const found = besides(host.slice(from), target);
    if (found) return [{ ...found, start: found.start + from, end: found.end + from }];
  }
  return [];
}

/** Where the labels of a host begin, the last one first: what stands in front of the likeness is no part of it. */
function starts(host: string): number[] {
  return [...[...host.matchAll(/\./g)].map(({ index }) => index + 1).toReversed(), 0];
}

function besides(host: string, target: string): Mark | null {
  const before = shared(host, target);
  const rest = target.length - before;
  if (host.length > target.length && host.endsWith(target.slice(before)))
    return { start: before, end: host.length - rest, kind: 'inserted', expected: '' };
  // Another ending alone: the name in front of it is the same.
  const ending = target.indexOf('.') + 1;
  const same = ending > 0 && before >= ending && !host.slice(ending).startsWith(target.slice(ending));
  return same ? { start: ending, end: host.length, kind: 'replaced', expected: target.slice(ending) } : null;
}

/** How many characters two names begin with alike. */
function shared(one: string, other: string): number {
  let at = 0;
  while (at < other.length && one[at] === other[at]) at++;
  return at;
}
