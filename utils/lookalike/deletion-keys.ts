import { codesOf, VISUAL_CLASS } from './char-code.ts';
import { foldClusters } from './clusters.ts';
import type { ExchangeName } from './exchange-names.ts';

/** Names of so many letters are matched with one and with two left out. */
const ONE_DELETION_FROM = 5;
const TWO_DELETIONS_FROM = 6;
/** Lesser known exchanges are matched misspelt only when the name is long. */
const TIER_2_FROM = 8;

/** Whether a name is matched misspelt at all. */
export function mayBeMisspelt(name: ExchangeName): boolean {
  if (name.kind !== 'label' && name.kind !== 'product') return false;
  if (name.tier === 3) return false;
  return name.text.length >= (name.tier === 2 ? TIER_2_FROM : ONE_DELETION_FROM);
}

/** The name by visual class, and once more with rn, vv, cl read as m, w, d. */
export function spellings(text: string): number[][] {
  const plain = codesOf(text);
  const folded = foldClusters(plain);
  const classes = (codes: number[]) => codes.map((code) => VISUAL_CLASS[code]!);
  return folded.length === plain.length ? [classes(plain)] : [classes(plain), classes(folded)];
}

/** How many letters are left out of a name: one where only a single slip is heard. */
export function deletionsOf(name: ExchangeName): 1 | 2 {
  return name.tier === 1 || name.text.length < TWO_DELETIONS_FROM ? 1 : 2;
}

/** The symbols, and the symbols with one and, if asked, with two left out. */
export function* withDeletions(codes: number[], most: 1 | 2): Generator<number[]> {
  yield codes;
  if (codes.length < ONE_DELETION_FROM) return;
  for (let i = 0; i < codes.length; i++) {
    const one = codes.toSpliced(i, 1);
    yield one;
    if (most === 1) continue;
    for (let j = i; j < one.length; j++) yield one.toSpliced(j, 1);
  }
}
