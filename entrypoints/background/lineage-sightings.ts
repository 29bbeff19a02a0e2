import type { Visit } from '../../components/models/lineage.ts';

/**
 * Visits by day (UTC), each at noon: the middle of where its dot may stand. A drawing can be saved and handed on;
 * nothing finer than the day enters it.
 */
export function byDay(visits: Visit[]): Visit[] {
  return visits.map(({ domain, at }) => ({ domain, at: `${at.slice(0, 10)}T12:00:00.000Z` }));
}
