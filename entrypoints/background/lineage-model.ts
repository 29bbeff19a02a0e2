import type { LineageModel } from '../../components/models/lineage.ts';
import { localDay } from '../../utils/history/local-day.ts';
import { visitsOf } from '../../utils/history/query.ts';
import { exchangeName } from '../../utils/verdict/listed.ts';
import { candidatesOf } from './candidates.ts';
import { engine } from './engine.ts';
import { byDay } from './lineage-sightings.ts';
import { flagReader, history } from './recorder.ts';

const WINDOW_DAYS = 90;
const DAY = 24 * 60 * 60 * 1000;

/** One exchange's domains over time with the visits kept here; null for an id the list does not know. */
export async function lineageModel(exchangeId: string): Promise<LineageModel | null> {
  const { list } = await engine();
  const record = await list.exchangeById(exchangeId);
  if (!record) return null;
  const database = await history();
  const now = new Date();
  const since = now.getTime() - WINDOW_DAYS * DAY;
  const index = await (await flagReader()).index();
  const edges = await database.getAllFromIndex('edges', 'exchange', exchangeId);
  return {
    exchange: exchangeName(record),
    domains: record.domains,
    edges: record.lineage,
    candidates: await candidatesOf(record, edges),
    visits: byDay(visitsOf(index, exchangeId, since)),
    windowDays: WINDOW_DAYS,
    today: localDay({ observed_at: now.toISOString(), tz_offset_min: -now.getTimezoneOffset() }),
  };
}
