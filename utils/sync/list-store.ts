import { deleteDB } from 'idb';
import * as v from 'valibot';
import {
  LIST_DATABASE,
  type ListDatabase,
  openListDatabase,
  orBlocked,
  StoreError,
  storeFault,
} from './list-database.ts';
import { EMPTY_STATE, type StoredFacts, type StoredList, type StoreState } from './stored-list.ts';

/** Lists kept beside the one in use, for going back. */
export const EARLIER_KEPT = 3;

export interface StoreContents {
  state: StoreState;
  /** Latest stored first. */
  lists: StoredFacts[];
}

/** Where verified lists are kept. Every method throws StoreError. */
export interface ListStore {
  contents(): Promise<StoreContents>;
  list(sha256: string): Promise<StoredList | null>;
  /** The state and the list that it says is in use, in one reading. */
  inUse(): Promise<{ state: StoreState; list: StoredList | null }>;
  /** Writes a list with the state in which it serves, whole or not at all, and drops the oldest. */
  commit(list: StoredList, state: StoreState): Promise<void>;
  /** Drops all but the list in use. */
  dropEarlier(): Promise<void>;
  setState(change: (state: StoreState) => StoreState): Promise<void>;
  /** Leaves a signed list's files for the worker; null takes them away. */
  leaveFiles(files: Blob[] | null): Promise<void>;
  files(): Promise<Blob[]>;
  /** Throws away a database that cannot be read, so that the next commit finds a sound one. */
  rebuild(): Promise<void>;
}

/** How long another page may hold up opening or rebuilding, in milliseconds. */
const PATIENCE = 5_000;

export function listStore(name = LIST_DATABASE, patienceMs = PATIENCE): ListStore & { close(): void } {
  let opening: Promise<ListDatabase> | null = null;
  const database = () => {
    opening ??= openListDatabase(name, patienceMs).then(
      (opened) => {
        opened.addEventListener('close', () => {
          opening = null;
        });
        opened.addEventListener('versionchange', () => {
          opening = null;
        });
        return opened;
      },
      (error: unknown) => {
        opening = null;
        throw error;
      },
    );
    return opening;
  };
  const close = () => {
    void opening?.then((opened) => opened.close()).catch(() => null);
    opening = null;
  };
  return {
    contents: () => named(async () => readContents(await database())),
    list: (sha256) => named(async () => (await (await database()).get('lists', sha256)) ?? null),
    inUse: () => named(async () => readInUse(await database())),
    commit: (list, state) => named(async () => write(await database(), list, state)),
    dropEarlier: () => named(async () => dropEarlier(await database())),
    setState: (change) => named(async () => changeState(await database(), change)),
    leaveFiles: (files) => named(async () => leaveFiles(await database(), files)),
    files: () => named(async () => (await (await database()).get('inbox', 'files')) ?? []),
    rebuild: () =>
      named(async () => {
        close();
        await orBlocked(deleteDB(name), patienceMs);
      }),
    close,
  };
}

async function named<Result>(run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    throw new StoreError(await storeFault(error), { cause: error });
  }
}

async function readContents(database: ListDatabase): Promise<StoreContents> {
  const transaction = database.transaction(['lists', 'state']);
  const [state, lists] = await Promise.all([
    transaction.objectStore('state').get('state'),
    transaction.objectStore('lists').getAll(),
  ]);
  const facts = lists.map(({ snapshot: _, manifest: _m, signature: _s, ...list }) => list);
  return { state: readState(state), lists: facts.sort(latestFirst) };
}

async function readInUse(database: ListDatabase): Promise<{ state: StoreState; list: StoredList | null }> {
  const transaction = database.transaction(['lists', 'state']);
  const state = readState(await transaction.objectStore('state').get('state'));
  const list = state.current === null ? null : await transaction.objectStore('lists').get(state.current);
  return { state, list: list ?? null };
}

/** Everything is at hand before the transaction opens: IndexedDB commits by itself on a foreign await. */
async function write(database: ListDatabase, list: StoredList, state: StoreState): Promise<void> {
  const transaction = database.transaction(['lists', 'state'], 'readwrite', { durability: 'strict' });
  const lists = transaction.objectStore('lists');
  const earlier = (await lists.getAll()).filter(({ sha256 }) => sha256 !== list.sha256).sort(latestFirst);
  await Promise.all([
    ...earlier.slice(EARLIER_KEPT).map(({ sha256 }) => lists.delete(sha256)),
    lists.put(list),
    transaction.objectStore('state').put(state, 'state'),
    transaction.done,
  ]);
}

async function dropEarlier(database: ListDatabase): Promise<void> {
  const transaction = database.transaction(['lists', 'state'], 'readwrite', { durability: 'strict' });
  const lists = transaction.objectStore('lists');
  const [keys, state] = await Promise.all([
    lists.getAllKeys(),
    transaction.objectStore('state').get('state'),
  ]);
  const { current } = readState(state);
  await Promise.all([
    ...keys.filter((key) => key !== current).map((key) => lists.delete(key)),
    transaction.done,
  ]);
}

async function leaveFiles(database: ListDatabase, files: Blob[] | null): Promise<void> {
  if (files) await database.put('inbox', files, 'files');
  else await database.delete('inbox', 'files');
}

async function changeState(database: ListDatabase, change: (state: StoreState) => StoreState): Promise<void> {
  const transaction = database.transaction('state', 'readwrite', { durability: 'strict' });
  const state = readState(await transaction.store.get('state'));
  await Promise.all([transaction.store.put(change(state), 'state'), transaction.done]);
}

const FloorSchema = v.object({ version: v.number(), sha256: v.string(), keyIds: v.array(v.string()) });
const choice = { current: v.nullable(v.string()), heldBack: v.nullable(v.number()) };

/** The last two are missing from states of earlier versions. */
const StateSchema = v.object({
  ...choice,
  floor: v.nullable(FloorSchema),
  otherFloors: v.optional(v.array(FloorSchema), []),
  pinnedOver: v.optional(v.nullable(v.object(choice)), null),
});

/** A state that does not parse counts as a database that cannot be read, never as an empty one. */
function readState(stored: unknown): StoreState {
  return stored === undefined ? EMPTY_STATE : v.parse(StateSchema, stored);
}

function latestFirst(a: StoredFacts, b: StoredFacts): number {
  if (a.storedAt === b.storedAt) return b.version - a.version;
  return a.storedAt < b.storedAt ? 1 : -1;
}
