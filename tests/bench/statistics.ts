/** A median with the interval in which it lies with 95% certainty (order statistics, no shape assumed). */
export interface Median {
  value: number;
  low: number;
  high: number;
}

/** The median of some numbers; NaN of none. [3, 1, 2] => 2. */
export function medianOf(values: readonly number[]): Median {
  const sorted = values.toSorted((a, b) => a - b);
  const { length } = sorted;
  const middle = (length - 1) / 2;
  const value = ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
  const reach = (1.96 * Math.sqrt(length)) / 2;
  const at = (place: number) => sorted[Math.min(length - 1, Math.max(0, place))] ?? Number.NaN;
  return { value, low: at(Math.floor(length / 2 - reach)), high: at(Math.ceil(length / 2 + reach)) };
}

/** The median of the ratios of pairs that were measured one after the other. */
export function medianRatio(of: readonly number[], to: readonly number[]): Median {
  return medianOf(of.map((value, at) => value / (to[at] ?? Number.NaN)).filter(Number.isFinite));
}
