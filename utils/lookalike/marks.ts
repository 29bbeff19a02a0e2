import { charOf } from './char-code.ts';
import type { EditCost } from './edit-cost.ts';
import type { LabelText } from './label-text.ts';
import type { Mark } from './match.ts';
import type { Hit } from './scan.ts';

/** The stretches of `Host.unicode` in which a hit differs from the name it imitates. */
export function marksOf(edit: EditCost, label: LabelText, hit: Hit): Mark[] {
  // A Chinese name is found whole or not at all.
  if (hit.name.kind === 'han') return [];
  const name = hit.name.codes;
  return edit.steps(name, label, hit.from, hit.to).map((step): Mark => {
    const expected = [...name.slice(step.nameFrom, step.nameTo)].map(charOf).join('');
    if (step.labelFrom === step.labelTo) {
      const at = step.labelFrom < label.length ? label.from[step.labelFrom]! : label.end;
      return { start: at, end: at, kind: 'missing', expected };
    }
    const start = label.from[step.labelFrom]!;
    const end = label.to[step.labelTo - 1]!;
    return { start, end, kind: expected === '' ? 'inserted' : 'replaced', expected };
  });
}
