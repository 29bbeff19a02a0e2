import type { LineageModel } from '../../components/models/lineage.ts';
import { localDay } from '../../utils/history/query.ts';
import { exchangeName } from '../../utils/verdict/listed.ts';
import { engine } from './engine.ts';
import { sightings } from './lineage-sightings.ts';
import { history } from './recorder.ts';

const WINDOW_DAYS = 90;
const DAY = 24 * 60 * 60 * 1000;

/** One exchange's domains over time with the visits kept here; null for an id the list does not know. */
export async function lineageModel(exchangeId: string): Promise<LineageModel | null> {
  const { list } = await engine();
  const record = await list.exchangeById(exchangeId);
  if (!record) return null;
  const database = await history();
  const now = new Date();
  const since = new Date(now.getTime() - WINDOW_DAYS * DAY).toISOString();
  const flags = await database.getAllFromIndex('flags', 'exchanges', exchangeId);
  const edges = await database.getAllFromIndex('edges', 'exchange', exchangeId);
  return {
    exchange: exchangeName(record),
    domains: record.domains,
    edges: record.lineage,
    ...sightings(flags, edges, since),
    windowDays: WINDOW_DAYS,
    today: localDay({ observed_at: now.toISOString(), tz_offset_min: -now.getTimezoneOffset() }),
  };
}
