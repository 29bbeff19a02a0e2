import { closedPair } from './clusters.ts';
import { type EditCost, TOO_DEAR } from './edit-cost.ts';
import type { ExchangeIndex } from './exchange-index.ts';
import type { Hit } from './hit.ts';
import type { IndexedName } from './indexed-name.ts';
import type { LabelText } from './label-text.ts';

/** Letters that a name may be stretched by and still be read: b-li-ov-nar-nce. */
const LEAST = 2;
const MOST = 5;
const CAP = 160;
/** A letter in its place may have another of the same shape for it: m for n. */
const SAME_SHAPE = 24;

/** Tokens with a name's letters in order, the first and the last in their places, and several more between them. */
export function findStretched(label: LabelText, index: ExchangeIndex, edit: EditCost, hits: Hit[]): void {
  let start = 0;
  for (let i = 1; i <= label.length; i++) {
    if (label.bounds[i] === 0) continue;
    const names = index.byEnds[label.classes[start]! * 64 + label.classes[i - 1]!];
    if (names) for (const name of names) tryStretched(name, label, start, i, edit, hits);
    start = i;
  }
}

function tryStretched(
  name: IndexedName,
  label: LabelText,
  from: number,
  to: number,
  edit: EditCost,
  hits: Hit[],
): void {
  const more = to - from - name.codes.length;
  if (more < LEAST || more > MOST || !holdsInOrder(name.codes, label, from, to, edit)) return;
  const cost = edit.measure(name.codes, label, from, to, CAP);
  if (cost === TOO_DEAR) return;
  if (hits.some((hit) => hit.name === name && hit.from === from && hit.to === to)) return;
  hits.push({ name, from, to, edit: cost });
}

function holdsInOrder(name: Uint8Array, label: LabelText, from: number, to: number, edit: EditCost): boolean {
  let at = 0;
  for (let i = from; i < to && at < name.length; i++) {
    const wanted = name[at]!;
    if (edit.shapeCost(wanted, label.codes[i]!) <= SAME_SHAPE) at++;
    else if (i + 1 < to && closedPair(label.codes[i]!, label.codes[i + 1]!) === wanted) at++;
  }
  return at === name.length;
}
