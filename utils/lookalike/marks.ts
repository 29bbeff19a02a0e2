import { charOf } from './char-code.ts';
import type { EditCost, EditStep } from './edit-cost.ts';
import type { Hit } from './hit.ts';
import type { LabelText } from './label-text.ts';
import type { Mark } from './match.ts';

/** The stretches of `Host.unicode` in which a hit differs from the name it imitates, in order. */
export function marksOf(edit: EditCost, label: LabelText, hit: Hit): Mark[] {
  // A Chinese name is found whole or not at all.
  if (hit.name.kind === 'han') return [];
  const steps = edit.steps(hit.name.codes, label, hit.from, hit.to);
  const edits = steps.map((step) => markOf(step, hit, label));
  // Of a dotted name the hyphen stands for the dot.
  return hit.name.address
    ? edits
    : [...edits, ...hyphensInside(label, hit, edits)].sort((a, b) => a.start - b.start);
}

function markOf(step: EditStep, { name, from }: Hit, label: LabelText): Mark {
  const expected = [...name.codes.slice(step.nameFrom, step.nameTo)].map(charOf).join('');
  if (step.labelFrom === step.labelTo) {
    // Where the letter before it ends: what follows a name's last may lie behind a hyphen.
    const at = step.labelFrom > from ? label.to[step.labelFrom - 1]! : label.from[from]!;
    return { start: at, end: at, kind: 'missing', expected };
  }
  const start = label.from[step.labelFrom]!;
  const end = label.to[step.labelTo - 1]!;
  return { start, end, kind: expected === '' ? 'inserted' : 'replaced', expected };
}

/** What lies between two symbols of the name and is none: hyphens and what prints nothing. */
function hyphensInside(label: LabelText, hit: Hit, edits: Mark[]): Mark[] {
  const marks: Mark[] = [];
  for (let i = hit.from + 1; i < hit.to; i++) {
    const start = label.to[i - 1]!;
    const end = label.from[i]!;
    const within = edits.some((mark) => mark.start < end && mark.end > start);
    if (start < end && !within) marks.push({ start, end, kind: 'inserted', expected: '' });
  }
  return marks;
}
