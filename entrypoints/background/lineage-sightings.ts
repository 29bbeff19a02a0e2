import type { LineageModel } from '../../components/models/lineage.ts';
import type { StoredFlag, SuccessionEdge } from '../../utils/history/flag.ts';

/**
 * What a drawing of an exchange's domains shows of the history: which domain on which day (UTC), and candidates.
 * A drawing can be saved and handed on: nothing finer than that enters it.
 * @param since UTC instant; earlier visits are not drawn.
 */
export function sightings(
  flags: StoredFlag[],
  edges: SuccessionEdge[],
  since: string,
): Pick<LineageModel, 'visits' | 'candidates'> {
  return {
    visits: flags
      .filter((flag) => flag.observed_at >= since)
      .map((flag) => ({ domain: flag.registrable_domain ?? flag.host, at: dayOf(flag.observed_at) })),
    candidates: edges.map(({ from, to, kind, first_seen }) => ({
      domain: to,
      from,
      evidence: kind,
      seen: first_seen.slice(0, 10),
    })),
  };
}

/** Noon of the day (UTC): the middle of where the dot may stand. */
function dayOf(instant: string): string {
  return `${instant.slice(0, 10)}T12:00:00.000Z`;
}
