const DOT = 0x2e;
/** Of more labels only the last are looked at: no host needs them. */
export const MAX_LABELS = 8;

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
