import type { Arrow } from './links.ts';
import type { TimeScale } from './time-scale.ts';

/** Arrows closer than this share their badge, in pixels. */
const NEAR = 8;

/** Arrows that leave one lane at one time in one direction: they share one stem and one range of numbers. */
export function bundles(arrows: readonly Arrow[], scale: TimeScale): Arrow[][] {
  const found = new Map<string, Arrow[]>();
  for (const arrow of arrows) {
    const direction = arrow.toLane > arrow.fromLane ? 'down' : 'up';
    const place = `${arrow.fromLane} ${Math.round(arrowX(arrow, scale) / NEAR)} ${direction}`;
    found.set(place, [...(found.get(place) ?? []), arrow]);
  }
  return [...found.values()];
}

/** Where an arrow stands: candidates in the close-up, all others among the years. */
export function arrowX({ link, when }: Arrow, scale: TimeScale): number {
  if (link.kind !== 'candidate') return scale.byYear(when);
  return scale.close(`${when}T00:00:00Z`) ?? scale.closeUp;
}

/** [2, 3, 4] => '2-4'; [2, 9] => '2, 9'; more that do not follow each other => '2…15'. */
export function numbersOf(numbers: readonly number[]): string {
  const [first = 0] = numbers;
  const last = numbers.at(-1) ?? first;
  if (numbers.length > 1 && last - first === numbers.length - 1) return `${first}-${last}`;
  return numbers.length <= 3 ? numbers.join(', ') : `${first}…${last}`;
}
