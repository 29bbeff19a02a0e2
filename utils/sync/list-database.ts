import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { isForWantOfRoom } from '../settings/no-room.ts';
import type { StoredList, StoreState } from './stored-list.ts';

export const LIST_DATABASE = 'ensign-list';
export const LIST_DATABASE_VERSION = 1;

export interface ListSchema extends DBSchema {
  /** By SHA-256: two hosts may count their versions alike. */
  lists: { key: string; value: StoredList };
  state: { key: 'state'; value: StoreState };
  /** A signed list's files as a surface handed them over, until they were judged. */
  inbox: { key: 'files'; value: Blob[] };
}

export type ListDatabase = IDBPDatabase<ListSchema>;

export type StoreFault =
  /** Written by a later version of Ensign: left as it is. */
  | 'newer'
  | 'full'
  /** Held open by another page of an older version. */
  | 'blocked'
  /** The browser grants no database, or what it holds cannot be read. */
  | 'unreadable';

/** The stored lists could not be read or written. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly fault: StoreFault;
  constructor(fault: StoreFault, options?: ErrorOptions) {
    super(`list store: ${fault}`, options);
    this.fault = fault;
  }

  /** What the browser said, '' where it was not the browser. */
  get innermost(): string {
    const { cause } = this;
    if (cause instanceof StoreError) return cause.innermost;
    return cause instanceof Error || cause instanceof DOMException ? `${cause.name}: ${cause.message}` : '';
  }
}

/** The named fault behind a failed opening, reading or writing. */
export async function storeFault(error: unknown): Promise<StoreFault> {
  if (error instanceof StoreError) return error.fault;
  const name = error instanceof DOMException || error instanceof Error ? error.name : '';
  if (name === 'VersionError') return 'newer';
  return (await isForWantOfRoom(error)) ? 'full' : 'unreadable';
}

/** @param patienceMs how long another page may hold up the opening
 * @throws {StoreError} */
export async function openListDatabase(name: string, patienceMs: number): Promise<ListDatabase> {
  let late = false;
  try {
    return await orBlocked(
      open(name).then((database) => {
        if (late) database.close();
        return database;
      }),
      patienceMs,
    );
  } catch (error) {
    late = true;
    throw new StoreError(await storeFault(error), { cause: error });
  }
}

async function open(name: string): Promise<ListDatabase> {
  return openDB<ListSchema>(name, LIST_DATABASE_VERSION, {
    upgrade(database, from) {
      if (from >= 1) return;
      database.createObjectStore('lists', { keyPath: 'sha256' });
      database.createObjectStore('state');
      database.createObjectStore('inbox');
    },
    blocking(_current, _next, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

/** @throws {StoreError} `blocked` once patience is at its end */
export async function orBlocked<Result>(work: Promise<Result>, patienceMs: number): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new StoreError('blocked')), patienceMs);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
