import { CODES, codesOf, isDigit } from '../../../utils/lookalike/char-code.ts';
import type { LabelText } from '../../../utils/lookalike/label-text.ts';
import type { Tables } from '../../../utils/lookalike/tables.ts';

const SLIM = codesOf('lirtj');

/** The least cost of reading a label where a name was meant, by trying every way: slow, and as it is described. */
export function leastCost(name: readonly number[], label: LabelText, tables: Tables): number {
  const known = new Map<string, number>();
  const pairCost = (single: number, first: number, second: number): number =>
    tables.clusters.find((row) => row.single === single && row.first === first && row.second === second)
      ?.cost ?? Number.POSITIVE_INFINITY;

  function substituted(a: number, at: number): number {
    const read = [label.codes[at]!];
    if (label.seconds[at]) read.push(label.seconds[at]!);
    const cost = Math.min(...read.map((code) => tables.substitutions[a * CODES + code]!));
    return label.foreign[at] ? cost + 2 : cost;
  }

  function inserted(at: number, after: number): number {
    const code = label.codes[at]!;
    if ([name[after - 1], name[after]].includes(code)) return 28;
    const first = after === 0 && at === 0 ? 20 : 0;
    if (SLIM.includes(code)) return 32 + first;
    return (isDigit(code) ? 44 : 48) + first;
  }

  /** Of the first i letters of the name and the first j symbols of the label. */
  function cost(i: number, j: number): number {
    if (i < 0 || j < 0) return Number.POSITIVE_INFINITY;
    if (i === 0 && j === 0) return 0;
    const key = `${i} ${j}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const [a, b] = [name[i - 1]!, label.codes[j - 1]!];
    const [a0, b0] = [name[i - 2]!, label.codes[j - 2]!];
    const ways: number[] = [];
    if (i >= 1 && j >= 1) {
      const shape = substituted(a, j - 1);
      const dearer = i === 1 && !label.foreign[j - 1] && shape > 24 ? 20 : 0;
      ways.push(cost(i - 1, j - 1) + shape + dearer);
    }
    if (j >= 1) ways.push(cost(i, j - 1) + inserted(j - 1, i));
    if (i >= 1) ways.push(cost(i - 1, j) + (i >= 2 && a0 === a ? 24 : 44 + (i === 1 ? 20 : 0)));
    if (i >= 1 && j >= 2) ways.push(cost(i - 1, j - 2) + pairCost(a, b0, b));
    if (i >= 2 && j >= 1) ways.push(cost(i - 2, j - 1) + pairCost(b, a0, a));
    if (i >= 2 && j >= 2 && a === b0 && a0 === b && a !== b)
      ways.push(cost(i - 2, j - 2) + 36 + (i === 2 ? 20 : 0));
    const least = Math.min(...ways);
    known.set(key, least);
    return least;
  }

  return cost(name.length, label.length);
}
