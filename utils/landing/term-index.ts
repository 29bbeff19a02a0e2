/** Terms by their first two characters: one look-up for each place in the text, overlaps included. */
export interface TermIndex<T> {
  heads: Map<string, { term: string; value: T }[]>;
}

/** `entries`: [term folded by `fold`, at least two characters; what it stands for]. */
export function indexTerms<T>(entries: Iterable<readonly [string, T]>): TermIndex<T> {
  const heads: TermIndex<T>['heads'] = new Map();
  for (const [term, value] of entries) {
    const head = term.slice(0, 2);
    const list = heads.get(head);
    if (list) list.push({ term, value });
    else heads.set(head, [{ term, value }]);
  }
  return { heads };
}

const isDigit = (c: number) => c >= 0x30 && c <= 0x39;
const isLetter = (c: number) => (c >= 0x61 && c <= 0x7a) || (c >= 0xc0 && c <= 0x24f);
const runsOn = (inside: number, outside: number) =>
  (isLetter(inside) && isLetter(outside)) || (isDigit(inside) && isDigit(outside));

/** ASCII ends of a term stand at word boundaries: 'eth' is not in 'method', 'usdt' is in '领100usdt奖励'. */
function bounded(text: string, at: number, term: string): boolean {
  const end = at + term.length;
  if (at > 0 && runsOn(term.charCodeAt(0), text.charCodeAt(at - 1))) return false;
  return end >= text.length || !runsOn(term.charCodeAt(term.length - 1), text.charCodeAt(end));
}

/** Every occurrence in a folded text, overlapping ones included, in order of place. */
export function* matchTerms<T>(
  text: string,
  index: TermIndex<T>,
): Generator<{ at: number; term: string; value: T }> {
  for (let at = 0; at + 1 < text.length; at++) {
    const list = index.heads.get(text.slice(at, at + 2));
    if (!list) continue;
    for (const { term, value } of list) {
      if (text.startsWith(term, at) && bounded(text, at, term)) yield { at, term, value };
    }
  }
}
