import type { Mark } from '../../utils/lookalike/match.ts';

/** A stretch of both names, one above the other. `gap`: one of the two has nothing there. */
export interface Stretch {
  here: string;
  known: string;
  differs: boolean;
}

export interface Alignment {
  stretches: Stretch[];
  /**
   * Whether the lower row spells the known address, so that the two can stand one above the other.
   * Not so where the name is embedded in a longer host: there the known address is written by itself.
   */
  comparable: boolean;
}

/**
 * Lays a host beside the address it resembles, by the marks.
 * host 0kx.com, target okx.com, mark 0..1 'o' => 0/o, kx.com/kx.com.
 * Marks out of order, overlapping or outside the host are left out: the drawing must not break on a bad one.
 */
export function align(host: string, target: string, marks: readonly Mark[]): Alignment {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    if (mark.start < at || mark.end < mark.start || mark.end > host.length) continue;
    if (mark.start > at) stretches.push(same(host.slice(at, mark.start)));
    stretches.push({ here: host.slice(mark.start, mark.end), known: mark.expected, differs: true });
    at = mark.end;
  }
  if (at < host.length) stretches.push(same(host.slice(at)));
  const spelt = stretches.map((one) => one.known).join('');
  return { stretches, comparable: spelt === target };
}

function same(text: string): Stretch {
  return { here: text, known: text, differs: false };
}
