const DOT = 0x2e;
/** Of more labels only these many at either end are looked at: the first are what a narrow address bar shows. */
const LAST_LABELS = 8;
const FIRST_LABELS = 8;

/** Offset of the dot before the suffix in a Unicode host; the suffix counts by labels, since its spelling may differ. */
export function suffixStart(text: string, suffix: string): number {
  let at = text.length;
  for (let i = -1; i !== suffix.length; ) {
    at = text.lastIndexOf('.', at - 1);
    i = suffix.indexOf('.', i + 1);
    if (i < 0) break;
  }
  return at;
}

/** Where the label that ends before `end` begins. (lastIndexOf leaves compiled code: 100 ns a call.) */
export function labelStart(text: string, end: number): number {
  let at = end;
  while (at > 0 && text.charCodeAt(at - 1) !== DOT) at--;
  return at;
}

/** Where the label ends that is looked at after the one at `start`, when `looked` have been, the last first; -1 for none. */
export function endBefore(text: string, start: number, looked: number): number {
  const end = start - 1;
  return looked === LAST_LABELS ? Math.min(end, firstLabelsEnd(text)) : end;
}

function firstLabelsEnd(text: string): number {
  let at = -1;
  for (let labels = 0; labels < FIRST_LABELS; labels++) {
    at = text.indexOf('.', at + 1);
    if (at < 0) return text.length;
  }
  return at;
}
