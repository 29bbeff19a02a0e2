import { countIn } from './count.ts';
import type { HistoryDatabase } from './database.ts';
import type { StoredFlag } from './flag.ts';
import type { FlagQuery } from './flag-query.ts';
import { entryOf, type FlagChange } from './index/entry.ts';
import { findFlags, type Matches } from './index/find.ts';
import { FlagIndex, INDEX_FORMAT, type PackedIndex } from './index/flag-index.ts';

/** More changes than this are worth writing the index anew. */
const WORTH_WRITING = 250;
/** Flags read at once while the index is made. */
const BATCH = 500;

/** The index of one database, kept in step with what any page or worker writes. */
export class FlagReader {
  readonly database: HistoryDatabase;
  #index: FlagIndex | null = null;
  /** Key of the last change that the index follows. */
  #through = 0;
  /** Entries not yet in the index at rest. */
  #loose = 0;
  #last: { query: string; index: FlagIndex; revision: number; matches: Matches } | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(database: HistoryDatabase) {
    this.database = database;
  }

  /** The index as of now. */
  index(): Promise<FlagIndex> {
    return this.#inTurn(() => this.#current());
  }

  /** All flags that match; the last answer is kept for the windows that are asked for next. */
  async find(query: FlagQuery): Promise<{ index: FlagIndex; matches: Matches }> {
    const index = await this.index();
    const key = JSON.stringify(query);
    const last = this.#last;
    // Another index in its place counts its revisions from the beginning.
    if (last?.query === key && last.index === index && last.revision === index.revision) return last;
    this.#last = { query: key, index, revision: index.revision, matches: findFlags(index, query) };
    return this.#last;
  }

  /** Writes the index where enough has changed since it was written, or at all where `any`; without room, another time. */
  tidy(any = false): Promise<void> {
    return this.#inTurn(async () => {
      const index = await this.#current();
      if (this.#loose > (any ? 0 : WORTH_WRITING)) await this.#write(index).catch(unkept);
    });
  }

  /** One at a time: two that read the same changes would follow them in two orders. */
  #inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const mine = this.#turn.then(work, work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async #current(): Promise<FlagIndex> {
    if (this.#index) {
      const read = this.database.transaction(['index', 'changes']);
      const head = await read.objectStore('index').get('head');
      const changes = await after(read.objectStore('changes'), this.#through);
      // Written elsewhere beyond what this one follows: the changes between are gone.
      if (!head || !('through' in head) || head.through <= this.#through) {
        this.#follow(this.#index, changes);
        return this.#index;
      }
    }
    // Where reading fails none is left that would be taken to follow the changes passed over here.
    this.#index = null;
    this.#index = (await this.#kept()) ?? (await this.#made());
    return this.#index;
  }

  /** The index at rest with the changes since; null where it is missing, of another format, or not of these flags. */
  async #kept(): Promise<FlagIndex | null> {
    const read = this.database.transaction(['index', 'changes', 'flags']);
    const [head, body, flags] = await Promise.all([
      read.objectStore('index').get('head'),
      read.objectStore('index').get('body'),
      countIn(read.objectStore('flags')),
    ]);
    if (!head || !('through' in head) || head.format !== INDEX_FORMAT || !body || !('ids' in body))
      return null;
    const changes = await after(read.objectStore('changes'), head.through);
    const index = new FlagIndex(body);
    this.#through = head.through;
    this.#loose = 0;
    this.#follow(index, changes);
    return index.size === flags ? index : null;
  }

  /**
   * The index made from the flags. What changes meanwhile is followed afterwards, harmlessly twice. On a full disk it
   * is not kept, and serves this reader all the same.
   */
  async #made(): Promise<FlagIndex> {
    const { database } = this;
    // A change of its own, so that whoever follows an index that was not of these flags reads this one.
    const own = await database.add('changes', { remove: [], put: [] }).catch(unkept);
    this.#through = own ?? (await this.#latest());
    const index = new FlagIndex();
    let range: IDBKeyRange | null = null;
    for (;;) {
      const flags: StoredFlag[] = await database.getAll('flags', range, BATCH);
      index.apply([{ remove: [], put: flags.map(entryOf) }]);
      const end = flags.at(-1);
      if (!end || flags.length < BATCH) break;
      range = IDBKeyRange.lowerBound(end.flag_id, true);
    }
    this.#follow(index, await after(database.transaction('changes').store, this.#through));
    this.#loose = index.size;
    if (own !== null) await this.#write(index).catch(unkept);
    return index;
  }

  /** Key of the latest change there was. */
  async #latest(): Promise<number> {
    const read = this.database.transaction(['index', 'changes']);
    const [head, last] = await Promise.all([
      read.objectStore('index').get('head'),
      read.objectStore('changes').openKeyCursor(null, 'prev'),
    ]);
    return Math.max(head && 'through' in head ? head.through : 0, last?.key ?? 0);
  }

  #follow(index: FlagIndex, { keys, changes }: Followed): void {
    index.apply(changes);
    this.#through = keys.at(-1) ?? this.#through;
    for (const { put, remove } of changes) this.#loose += put.length + (remove === 'all' ? 1 : remove.length);
  }

  async #write(index: FlagIndex): Promise<void> {
    const through = this.#through;
    const body: PackedIndex = index.packed();
    const write = this.database.transaction(['index', 'changes'], 'readwrite');
    const kept = write.objectStore('index');
    const head = await kept.get('head');
    if (head && 'through' in head && head.through > through) return write.done;
    await Promise.all([
      kept.put({ format: INDEX_FORMAT, through }, 'head'),
      kept.put(body, 'body'),
      write.objectStore('changes').delete(IDBKeyRange.upperBound(through)),
      write.done,
    ]);
    this.#loose = 0;
  }
}

function unkept(error: unknown): null {
  console.error('history: the index could not be kept', error);
  return null;
}

interface Followed {
  keys: number[];
  changes: FlagChange[];
}

async function after(
  store: {
    getAllKeys(range: IDBKeyRange): Promise<number[]>;
    getAll(range: IDBKeyRange): Promise<FlagChange[]>;
  },
  key: number,
): Promise<Followed> {
  const range = IDBKeyRange.lowerBound(key, true);
  const [keys, changes] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
  return { keys, changes };
}

/** One reader a database, made anew when that was opened again. */
export function readerOf(open: () => Promise<HistoryDatabase>): () => Promise<FlagReader> {
  let reader: FlagReader | null = null;
  return async () => {
    const database = await open();
    if (reader?.database !== database) reader = new FlagReader(database);
    return reader;
  };
}
