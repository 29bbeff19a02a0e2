import { CODES, VISUAL_CLASS } from './char-code.ts';
import { deletionsOf, mayBeMisspelt, spellings } from './deletion-keys.ts';
import type { IndexedName } from './indexed-name.ts';
import { Quads, quadOf } from './quads.ts';

const LONG_ENOUGH = 6;

/** With which symbols names and their deletion keys begin and end: most stretches of a label fall to a look at these. */
export interface SymbolSets {
  /** First four symbols of names; pairs (`a * CODES + b`) with which names of two and three letters begin. */
  exactHeads: Quads;
  briefHeads: Uint8Array;
  /** First and last four symbols of the deletion keys. */
  heads: Quads;
  tails: Quads;
}

/** Names by first and last letter class (`first * 64 + last`), for those stretched by several letters. */
export type NamesByEnds = (IndexedName[] | undefined)[];

export function symbolSets(names: IndexedName[]): SymbolSets {
  const sets: SymbolSets = {
    exactHeads: new Quads(),
    briefHeads: new Uint8Array(CODES * CODES),
    heads: new Quads(),
    tails: new Quads(),
  };
  for (const name of names) {
    if (name.kind === 'han') continue;
    for (const symbols of spellings(name.text)) {
      const [a, b, c, d] = symbols as [number, number, number | undefined, number | undefined];
      if (c === undefined || d === undefined) sets.briefHeads[a * CODES + b] = 1;
      else sets.exactHeads.add(quadOf(a, b, c, d));
      if (!mayBeMisspelt(name)) continue;
      const ends = 4 + deletionsOf(name);
      sets.heads.addFours(symbols.slice(0, ends));
      sets.tails.addFours(symbols.slice(-ends));
    }
  }
  return sets;
}

export function groupByEnds(names: IndexedName[]): NamesByEnds {
  const groups: NamesByEnds = new Array(64 * 64).fill(undefined);
  for (const name of names) {
    if (name.tier !== 0 || name.kind !== 'label' || name.codes.length < LONG_ENOUGH || name.ordinary)
      continue;
    const key = VISUAL_CLASS[name.codes[0]!]! * 64 + VISUAL_CLASS[name.codes.at(-1)!]!;
    groups[key] = [...(groups[key] ?? []), name];
  }
  return groups;
}
