import { VISUAL_CLASS } from './char-code.ts';
import { closedPair } from './clusters.ts';
import type { LabelText } from './label-text.ts';

/** The label with rn read as m and so on; returns its length. */
export function foldPairs(label: LabelText, closed: Uint8Array, closedAt: Uint16Array): number {
  let size = 0;
  for (let i = 0; i < label.length; i++) {
    const single = i + 1 < label.length ? closedPair(label.codes[i]!, label.codes[i + 1]!) : 0;
    closed[size] = single || label.classes[i]!;
    closedAt[size++] = i;
    if (single) i++;
  }
  closedAt[size] = label.length;
  return size;
}

/** The label with every second reading taken: ł as t; returns its length. */
export function readSeconds(label: LabelText, closed: Uint8Array, closedAt: Uint16Array): number {
  for (let i = 0; i <= label.length; i++) {
    closed[i] = label.seconds[i] ? VISUAL_CLASS[label.seconds[i]!]! : label.classes[i]!;
    closedAt[i] = i;
  }
  return label.length;
}
