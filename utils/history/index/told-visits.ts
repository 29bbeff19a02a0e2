import { nameAndParents } from '../../domain/name-and-parents.ts';
import { dayNumber } from './entry.ts';
import type { FlagIndex } from './flag-index.ts';

interface Visit {
  domain: string;
  /** Local day, YYYY-MM-DD. */
  day: string;
}

/**
 * Of visits those of which flags tell: flags of that day, and of the domain or of a host under it. One pass over the
 * columns for all of them.
 */
export function toldVisits<Sought extends Visit>(
  { columns, order, sets: { strings } }: FlagIndex,
  visits: readonly Sought[],
): Sought[] {
  const told: Sought[] = [];
  const sought = new Map<number, Map<string, Sought[]>>();
  for (const [day, ofDay] of Map.groupBy(visits, (visit) => dayNumber(visit.day))) {
    sought.set(
      day,
      Map.groupBy(ofDay, ({ domain }) => domain),
    );
  }
  for (const slot of order) {
    const ofDay = sought.get(columns.day[slot] as number);
    if (!ofDay?.size) continue;
    for (const column of [columns.domain, columns.host]) {
      for (const name of nameAndParents(strings[column[slot] as number] ?? '')) {
        told.push(...(ofDay.get(name) ?? []));
        ofDay.delete(name);
      }
    }
  }
  return told;
}
