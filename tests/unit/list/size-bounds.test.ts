import { describe, expect, test } from 'vitest';
import type { SnapshotMeta } from '../../../utils/list/layout.ts';
import { sizeRefusals } from '../../../utils/list/size-bounds.ts';

/** Exchanges, listed names, reported names. */
type Counts = [exchanges: number, listed: number, reported: number];

const meta = (...[exchanges, listed, reported]: Counts) =>
  ({ exchanges, names: listed + reported, reported }) as SnapshotMeta;
const said = (now: SnapshotMeta, before: SnapshotMeta | null = null) =>
  sizeRefusals(now, before).map(({ rule, detail }) => `${rule}: ${detail}`);

describe('a list by itself', () => {
  test.each([
    [1, 1, 0, []],
    [0, 1, 0, ['empty list: no exchange or name']],
    [1, 0, 5, ['empty list: no exchange or name']],
    [1, -1, 5, ['empty list: no exchange or name']],
  ])('of %d exchanges, %d names and %d reported', (exchanges, listed, reported, refusals) =>
    expect(said(meta(exchanges, listed, reported))).toEqual(refusals),
  );
});

describe('a list beside the one before', () => {
  test.each<[string, Counts, Counts, string[]]>([
    ['is as it was', [20, 20, 20], [20, 20, 20], []],
    ['keeps seven tenths', [14, 14, 14], [20, 20, 20], []],
    [
      'keeps fewer',
      [13, 13, 13],
      [20, 20, 20],
      ['shrunk: 20 → 13 exchanges', 'shrunk: 20 → 13 listed', 'shrunk: 20 → 13 reported'],
    ],
    ['has few, of which a share says nothing', [1, 1, 0], [19, 19, 19], []],
    ['is four times as large and some more', [1_080, 5_080, 500_080], [20, 20, 20], []],
    [
      'is larger than that',
      [1_081, 5_081, 500_081],
      [20, 20, 20],
      ['grown: 20 → 1081 exchanges', 'grown: 20 → 5081 listed', 'grown: 20 → 500081 reported'],
    ],
  ])('%s', (_, now, before, refusals) => expect(said(meta(...now), meta(...before))).toEqual(refusals));
});
