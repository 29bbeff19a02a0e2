import type { DayCount } from '../models/flag.ts';

/** A place in the log: the head of a day, or the flag at an offset of the query's answer. */
export type LogPlace = { day: string; flags: number } | { offset: number };

export interface LogShape {
  /** Heads and flags together. */
  count: number;
  at(index: number): LogPlace;
  /** Where the flag at an offset stands. */
  indexOf(offset: number): number;
}

/**
 * The log's shape without its rows: a head before each day's flags.
 * [{day: a, flags: 2}, {day: b, flags: 1}] => head a, 0, 1, head b, 2.
 */
export function logShape(days: readonly DayCount[]): LogShape {
  const heads: number[] = [];
  const firsts: number[] = [];
  let count = 0;
  let flags = 0;
  for (const one of days) {
    heads.push(count);
    firsts.push(flags);
    count += 1 + one.flags;
    flags += one.flags;
  }
  return {
    count,
    at(index) {
      const day = lastAtMost(heads, index);
      const head = heads[day] ?? 0;
      const { day: name = '', flags: inDay = 0 } = days[day] ?? {};
      return index === head ? { day: name, flags: inDay } : { offset: (firsts[day] ?? 0) + index - head - 1 };
    },
    indexOf(offset) {
      const day = lastAtMost(firsts, offset);
      return (heads[day] ?? 0) + 1 + offset - (firsts[day] ?? 0);
    },
  };
}

/** Index of the last value that is at most `limit`; 0 for an empty list. */
function lastAtMost(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
