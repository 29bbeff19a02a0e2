import { type HistoryDatabase, HistoryError, reasonOf } from './database.ts';
import type { SuccessionEdge } from './flag.ts';

/** Lines of evidence kept of one candidate. */
const MOST_EVIDENCE = 24;

/** What one document adds to a candidate. */
export type EdgeSighting = Pick<SuccessionEdge, 'from' | 'to' | 'exchange' | 'kind' | 'evidence'>;

export function edgeId({ exchange, from, to, kind }: Omit<EdgeSighting, 'evidence'>): string {
  return [exchange, from, to, kind].join(' ');
}

/**
 * Notes sightings of one document. `again`: ids of edges that this document was counted for already; of these only
 * the evidence is added. A rejected name is noted no more. Answers the edges as they stand now.
 * @param at ISO instant, UTC.
 * @throws {HistoryError} `full` when the browser refuses more storage.
 */
export async function noteEdges(
  database: HistoryDatabase,
  sightings: readonly EdgeSighting[],
  again: ReadonlySet<string>,
  at: string,
): Promise<SuccessionEdge[]> {
  try {
    const write = database.transaction('edges', 'readwrite');
    const noted: SuccessionEdge[] = [];
    for (const sighting of sightings) {
      const id = edgeId(sighting);
      const earlier = await write.store.get(id);
      const decision = earlier ? earlier.decision : await decisionOn(write.store.index('exchange'), sighting);
      if (decision === 'rejected') continue;
      const edge = earlier
        ? extended(earlier, sighting, again.has(id), at)
        : { ...first(sighting, id, at), ...(decision ? { decision } : {}) };
      await write.store.put(edge);
      noted.push(edge);
    }
    await write.done;
    return noted;
  } catch (error) {
    throw new HistoryError(reasonOf(error), { cause: error });
  }
}

/** What was decided of the name on other evidence. */
async function decisionOn(
  index: { getAll(exchange: string): Promise<SuccessionEdge[]> },
  { exchange, to }: EdgeSighting,
): Promise<SuccessionEdge['decision']> {
  return (await index.getAll(exchange)).find((edge) => edge.to === to && edge.decision)?.decision;
}

function first(sighting: EdgeSighting, id: string, at: string): SuccessionEdge {
  const evidence = sighting.evidence.slice(0, MOST_EVIDENCE);
  return { ...sighting, id, evidence, first_seen: at, last_seen: at, times: 1 };
}

function extended(
  earlier: SuccessionEdge,
  { evidence }: EdgeSighting,
  again: boolean,
  at: string,
): SuccessionEdge {
  return {
    ...earlier,
    last_seen: at > earlier.last_seen ? at : earlier.last_seen,
    times: earlier.times + (again ? 0 : 1),
    evidence: [...new Set([...earlier.evidence, ...evidence])].slice(0, MOST_EVIDENCE),
  };
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

/** Removes candidates last seen before an instant on which nobody decided; answers how many. */
export async function removeEdgesBefore(database: HistoryDatabase, instant: string): Promise<number> {
  const write = database.transaction('edges', 'readwrite');
  let removed = 0;
  for await (const cursor of write.store.iterate()) {
    if (cursor.value.decision !== undefined || cursor.value.last_seen >= instant) continue;
    await cursor.delete();
    removed += 1;
  }
  await write.done;
  return removed;
}
