import { type HistoryDatabase, HistoryError, reasonOf } from './database.ts';
import { composed, partsOf, withVisit } from './edge-parts.ts';
import type { EdgeVisit, SuccessionEdge } from './flag.ts';

/** What one document adds to a candidate. */
export type EdgeSighting = Pick<SuccessionEdge, 'from' | 'to' | 'exchange' | 'kind' | 'evidence'>;

/**
 * Notes sightings of one document, which counts once for a candidate however often it is told. A rejected name is
 * noted no more.
 * @param document as in the `local.document` of its flag: what it added goes with that flag.
 * @param at ISO instant, UTC.
 * @throws {HistoryError} `full` when the browser refuses more storage.
 */
export async function noteEdges(
  database: HistoryDatabase,
  sightings: readonly EdgeSighting[],
  document: string,
  at: string,
): Promise<void> {
  try {
    const write = database.transaction('edges', 'readwrite');
    for (const { evidence, ...candidate } of sightings) {
      const id = edgeId(candidate);
      const earlier = await write.store.get(id);
      const decision = earlier?.decision ?? (await decisionOn(write.store.index('exchange'), candidate));
      if (decision === 'rejected') continue;
      const visit: EdgeVisit = { document, at, evidence };
      const parts = withVisit(earlier ? partsOf(earlier) : { visits: [], loose: null }, visit);
      await write.store.put(composed({ ...candidate, id, ...(decision ? { decision } : {}) }, parts));
    }
    await write.done;
  } catch (error) {
    throw new HistoryError(reasonOf(error), { cause: error });
  }
}

/** Candidates of which something was seen; those without are what the user decided, and no more. */
export async function seenEdges(database: HistoryDatabase): Promise<SuccessionEdge[]> {
  return (await database.getAll('edges')).filter(isSeen);
}

export function isSeen({ times }: Pick<SuccessionEdge, 'times'>): boolean {
  return times > 0;
}

function edgeId({ exchange, from, to, kind }: Omit<EdgeSighting, 'evidence'>): string {
  return [exchange, from, to, kind].join(' ');
}

/** What was decided of the name on other evidence. */
export async function decisionOn(
  index: { getAll(exchange: string): Promise<SuccessionEdge[]> },
  { exchange, to }: Pick<SuccessionEdge, 'exchange' | 'to'>,
): Promise<SuccessionEdge['decision']> {
  return (await index.getAll(exchange)).find((edge) => edge.to === to && edge.decision)?.decision;
}

/**
 * What the user decided of a name as an exchange's, for all evidence alike; null takes it back. Answers what stood
 * before, for undo.
 */
export async function decideOnEdges(
  database: HistoryDatabase,
  candidate: Pick<SuccessionEdge, 'exchange' | 'to'>,
  decision: NonNullable<SuccessionEdge['decision']> | null,
): Promise<SuccessionEdge['decision'] | null> {
  const write = database.transaction('edges', 'readwrite');
  const edges = await write.store.index('exchange').getAll(candidate.exchange);
  let before: SuccessionEdge['decision'] | null = null;
  for (const edge of edges) {
    if (edge.to !== candidate.to) continue;
    const { decision: earlier, ...rest } = edge;
    before = earlier ?? before;
    await write.store.put(decision === null ? rest : { ...rest, decision });
  }
  await write.done;
  return before;
}
