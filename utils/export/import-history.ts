import type { HistoryDatabase } from '../history/database.ts';
import { HistoryError, reasonOf } from '../history/database.ts';
import { composed, partsOf } from '../history/edge-parts.ts';
import { isSeen } from '../history/edges.ts';
import type { FlagRecord, StoredFlag } from '../history/flag.ts';
import { FlagReader } from '../history/flag-reader.ts';
import { entryOf } from '../history/index/entry.ts';
import { type NameOf, restoreFindings } from '../history/restore-findings.ts';
import { joinEdges } from '../trail/join.ts';
import { importedDay, importedEdgeId, importedInterval } from './imported-beside.ts';
import type { OpenedExport } from './opened-export.ts';

/** What became of an import. */
export interface Imported {
  added: number;
  /** Flags that the history already held, by id; those held stay as they are. */
  known: number;
  /** Lines that are no flags, with the first few named. */
  faults: number;
  named: { line: number; fault: string; detail: string }[];
}

const BATCH = 500;
const NAMED = 20;

/**
 * Brings an export into the history. Flags known by id are passed over, and intervals that begin with one held; a day
 * takes the larger of each count; candidates of one key become one, with the evidence of both and the larger count:
 * whose the two are is not known, and they may overlap. Each batch is one transaction: an import that ends early has
 * added whole flags, and doing it again adds the rest. What is added beside the flags is marked as imported. A name
 * that the user rejected stays so, whoever saw it too: that is remembered until the user takes it back.
 * @param now ISO instant, UTC; intervals that reach beyond it are passed over.
 * @param namesOf names of exchanges by id, for showing; a name not known is the id.
 * @throws {ImportError} for a file that cannot be read, {HistoryError} when the browser refuses more storage.
 */
export async function importIntoHistory(
  database: HistoryDatabase,
  opened: OpenedExport,
  now: string,
  namesOf: (exchanges: string[]) => Promise<NameOf>,
): Promise<Imported> {
  const imported: Imported = { added: 0, known: 0, faults: 0, named: [] };
  let batch: FlagRecord[] = [];
  for await (const read of opened.flags()) {
    if ('fault' in read) {
      imported.faults += 1;
      if (imported.named.length < NAMED) {
        imported.named.push({ line: read.line, fault: read.fault, detail: read.detail });
      }
      continue;
    }
    batch.push(read.flag);
    if (batch.length < BATCH) continue;
    await addFlags(database, batch, imported, namesOf);
    batch = [];
  }
  await addFlags(database, batch, imported, namesOf);
  await addBeside(database, opened, now);
  await new FlagReader(database).tidy();
  return imported;
}

async function addFlags(
  database: HistoryDatabase,
  flags: FlagRecord[],
  imported: Imported,
  namesOf: (exchanges: string[]) => Promise<NameOf>,
): Promise<void> {
  const nameOf = await namesOf([...new Set(flags.flatMap(exchangesOf))]);
  try {
    const write = database.transaction(['flags', 'changes'], 'readwrite', { durability: 'strict' });
    const store = write.objectStore('flags');
    const known = await Promise.all(flags.map((flag) => store.getKey(flag.flag_id)));
    const added = new Map<string, StoredFlag>();
    flags.forEach((flag, at) => {
      if (known[at] === undefined && !added.has(flag.flag_id))
        added.set(flag.flag_id, asStored(flag, nameOf));
    });
    const stored = [...added.values()];
    await Promise.all(stored.map((flag) => store.add(flag)));
    if (stored.length > 0) await write.objectStore('changes').add({ remove: [], put: stored.map(entryOf) });
    await write.done;
    imported.added += stored.length;
    imported.known += flags.length - stored.length;
  } catch (error) {
    throw new HistoryError(reasonOf(error), { cause: error });
  }
}

/** Whether a flag was brought in from an export rather than recorded here. */
export function isImported({ local }: StoredFlag): boolean {
  return local.document.startsWith(IMPORTED);
}

const IMPORTED = 'imported ';

/** An imported flag as the history keeps it; its findings in full as far as the record tells them. */
export function asStored(flag: FlagRecord, nameOf: NameOf): StoredFlag {
  return {
    ...flag,
    local: {
      document: `${IMPORTED}${flag.flag_id}`,
      kinds: [...new Set(flag.findings.map((finding) => finding.kind))],
      exchanges: [...new Set(exchangesOf(flag))],
      findings: restoreFindings(flag, nameOf),
    },
  };
}

function exchangesOf({ findings }: FlagRecord): string[] {
  return findings.flatMap(({ exchange }) => exchange ?? []);
}

async function addBeside(database: HistoryDatabase, opened: OpenedExport, now: string): Promise<void> {
  const [daily, coverage, edges] = await Promise.all([opened.daily(), opened.coverage(), opened.edges()]);
  const write = database.transaction(['daily', 'coverage', 'edges'], 'readwrite');
  for (const count of daily) {
    const present = await write.objectStore('daily').get(count.day);
    await write.objectStore('daily').put(importedDay(count, present));
  }
  for (const interval of coverage) {
    const { from, until } = interval;
    // An interval open elsewhere says nothing of this device: it would stay open for ever.
    if (until === null || from > now || until > now) continue;
    if (!(await write.objectStore('coverage').getKey(from))) {
      await write.objectStore('coverage').add(importedInterval(interval));
    }
  }
  for (const edge of edges) {
    const id = importedEdgeId(edge);
    const earlier = await write.objectStore('edges').get(id);
    const seen = earlier && isSeen(earlier) ? joinEdges(earlier, edge, 'most') : edge;
    await write.objectStore('edges').put(composed({ ...earlier, ...edge, id }, partsOf({ ...seen, id })));
  }
  await write.done;
}
