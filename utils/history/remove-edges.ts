import type { IDBPObjectStore, IDBPTransaction } from 'idb';
import type { HistoryDatabase, HistorySchema } from './database.ts';
import { composed, type EdgeParts, partsOf, rejoined } from './edge-parts.ts';
import { decisionOn } from './edges.ts';
import type { EdgeVisit, SuccessionEdge } from './flag.ts';

type Stores = ('flags' | 'edges' | 'deleted' | 'changes' | 'daily')[];
type Write = IDBPTransaction<HistorySchema, Stores, 'readwrite'>;
type EdgeStore = IDBPObjectStore<HistorySchema, Stores, 'edges', 'readwrite'>;

/** Flags that are being deleted, as far as candidates ask. */
export interface GoneFlags {
  documents: ReadonlySet<string>;
  /** ISO instants of the earliest and the latest. */
  from: string;
  until: string;
}

/** The documents that candidates rest on. */
export function documentsOf(edges: readonly SuccessionEdge[]): Set<string> {
  return new Set(edges.flatMap((edge) => partsOf(edge).visits.map(({ document }) => document)));
}

/**
 * Takes out of the candidates what rested on deleted flags: what their documents added; and what has no flag of its
 * own once no flag is left of its days. Called when the flags are gone; answers what was taken, for undo.
 */
export async function cutEdges(
  write: Write,
  edges: readonly SuccessionEdge[],
  gone: GoneFlags,
): Promise<SuccessionEdge[]> {
  const flags = write.objectStore('flags');
  const empty = (await flags.openKeyCursor()) === null;
  const daysAreBare = async (first: string, last: string) => {
    if (empty) return true;
    const [from, until] = [first.slice(0, 10), last.slice(0, 10)];
    if (from > gone.until.slice(0, 10) || until < gone.from.slice(0, 10)) return false;
    // 'T' of an instant sorts before '~'.
    const days = IDBKeyRange.bound(from, `${until}~`);
    return (await flags.index('observed_at').getKey(days)) === undefined;
  };
  const visitGoes = async ({ document, at }: EdgeVisit) =>
    gone.documents.has(document) ||
    ((await daysAreBare(at, at)) && (await flags.index('document').getKey(document)) === undefined);
  const taken: SuccessionEdge[] = [];
  for (const edge of edges) {
    const { visits, loose } = partsOf(edge);
    const going = new Set<EdgeVisit>();
    for (const visit of visits) if (await visitGoes(visit)) going.add(visit);
    const looseGoes = loose !== null && (await daysAreBare(loose.first_seen, loose.last_seen));
    if (going.size === 0 && !looseGoes) continue;
    const { decision: _stays, ...candidate } = edge;
    taken.push(composed(candidate, { visits: [...going], loose: looseGoes ? loose : null }));
    await keepRest(write.objectStore('edges'), edge, {
      visits: visits.filter((visit) => !going.has(visit)),
      loose: looseGoes ? null : loose,
    });
  }
  return taken;
}

/** Undoes `cutEdges`. What was decided meanwhile stands. */
export async function restoreEdges(write: Write, taken: readonly SuccessionEdge[]): Promise<void> {
  const store = write.objectStore('edges');
  for (const edge of taken) {
    const present = await store.get(edge.id);
    const decision = present?.decision ?? (await decisionOn(store.index('exchange'), edge));
    const parts = present ? rejoined(partsOf(present), partsOf(edge)) : partsOf(edge);
    await store.put(composed({ ...edge, ...(decision ? { decision } : {}) }, parts));
  }
}

/** Removes what was seen of candidates before an instant. What the user decided of a name stays. */
export async function removeEdgesBefore(database: HistoryDatabase, instant: string): Promise<void> {
  const write = database.transaction('edges', 'readwrite');
  for (const edge of await write.store.getAll()) {
    const { visits, loose } = partsOf(edge);
    const left: EdgeParts = {
      visits: visits.filter(({ at }) => at >= instant),
      loose: loose && loose.last_seen >= instant ? loose : null,
    };
    if (left.visits.length === visits.length && left.loose === loose && edge.times > 0) continue;
    await keepRest(write.store, edge, left);
  }
  await write.done;
}

async function keepRest(
  store: Pick<EdgeStore, 'put' | 'delete'>,
  edge: SuccessionEdge,
  rest: EdgeParts,
): Promise<void> {
  if (rest.visits.length === 0 && rest.loose === null && edge.decision === undefined) {
    await store.delete(edge.id);
  } else {
    await store.put(composed(edge, rest));
  }
}
