import { isBadHost, parseHost } from '../../utils/domain/host.ts';
import { siteOf } from '../../utils/domain/site-of.ts';
import { listedName } from '../../utils/exchange/listed-name.ts';
import type { DomainRecord } from '../../utils/exchange/record.ts';
import type { ListIndex } from '../../utils/list/lookup.ts';
import type { PageMarks } from '../../utils/trail/observation.ts';
import { presentName } from '../../utils/trail/present-name.ts';
import { isService } from '../../utils/trail/services.ts';
import type { TrailList } from '../../utils/trail/sightings.ts';
import { isCandidateHost } from '../../utils/trail/unlisted.ts';
import type { Engine } from './engine.ts';

const NOBODY: TrailList = { presentName: () => null, openName: () => null };

/** What the trail asks of the list; all records are read only for pages that name an exchange or an address. */
export async function trailList(loaded: Engine, marks: PageMarks | null): Promise<TrailList> {
  if (!marks?.claim && !marks?.named.length && !marks?.announced.length) return NOBODY;
  return wholeTrailList(await loaded.whole());
}

/** The same over a list in memory. */
export function wholeTrailList(list: ListIndex): TrailList {
  return {
    presentName(id) {
      const record = list.exchangeById(id);
      return record ? presentName(record) : null;
    },
    openName(text) {
      const host = parseHost(text);
      if (isBadHost(host) || isService(host)) return null;
      const rows = list.find(host).filter((hit) => hit.kind === 'listed');
      return isCandidateHost({ rows }) ? siteOf(host) : null;
    },
  };
}

/** The row of an exchange that speaks for a listed name. */
export function rowOf(list: ListIndex, exchange: string): (name: string) => DomainRecord | null {
  const rows = list.exchangeById(exchange)?.domains ?? [];
  return (name) => rows.find((row) => listedName(row)?.name === name) ?? null;
}
