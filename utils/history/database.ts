import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { CoverageInterval, DailyCount, DeletedFlag, StoredFlag, SuccessionEdge } from './flag.ts';

export const HISTORY_DATABASE = 'ensign-history';
export const HISTORY_VERSION = 1;

export interface HistorySchema extends DBSchema {
  flags: {
    key: string;
    value: StoredFlag;
    indexes: {
      observed_at: string;
      document: string;
      host: string;
      registrable_domain: string;
      kinds: string;
      exchanges: string;
    };
  };
  daily: { key: string; value: DailyCount };
  coverage: { key: string; value: CoverageInterval };
  /** Deleted flags, kept until undo is no longer offered. */
  deleted: { key: string; value: DeletedFlag; indexes: { receipt: string } };
  edges: { key: string; value: SuccessionEdge; indexes: { exchange: string } };
}

export type HistoryDatabase = IDBPDatabase<HistorySchema>;

/** The history could not be opened or written; nothing stored is lost by it. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError';
  readonly reason: 'newer' | 'blocked' | 'refused' | 'full';
  constructor(reason: HistoryError['reason'], options?: ErrorOptions) {
    super(`history: ${reason}`, options);
    this.reason = reason;
  }
}

/**
 * Opens the history, creating what is missing.
 * @throws {HistoryError} `newer` when a later version of Ensign wrote it, `refused` when the browser
 * grants no database (a Firefox private window), `blocked` when an older page holds it open.
 */
export async function openHistory(name = HISTORY_DATABASE): Promise<HistoryDatabase> {
  try {
    return await openDB<HistorySchema>(name, HISTORY_VERSION, {
      upgrade(database, from) {
        if (from < 1) createVersion1(database);
      },
      blocking(_current, _next, event) {
        (event.target as IDBDatabase).close();
      },
    });
  } catch (error) {
    throw new HistoryError(reasonOf(error), { cause: error });
  }
}

/** The named reason behind a failed open or write. */
export function reasonOf(error: unknown): HistoryError['reason'] {
  const name = error instanceof DOMException || error instanceof Error ? error.name : '';
  if (name === 'VersionError') return 'newer';
  if (name === 'QuotaExceededError') return 'full';
  if (name === 'AbortError') return 'blocked';
  return 'refused';
}

function createVersion1(database: HistoryDatabase): void {
  const flags = database.createObjectStore('flags', { keyPath: 'flag_id' });
  flags.createIndex('observed_at', 'observed_at');
  flags.createIndex('document', 'local.document', { unique: true });
  flags.createIndex('host', 'host');
  flags.createIndex('registrable_domain', 'registrable_domain');
  flags.createIndex('kinds', 'local.kinds', { multiEntry: true });
  flags.createIndex('exchanges', 'local.exchanges', { multiEntry: true });
  database.createObjectStore('daily', { keyPath: 'day' });
  database.createObjectStore('deleted', { keyPath: 'flag.flag_id' }).createIndex('receipt', 'receipt');
  database.createObjectStore('coverage', { keyPath: 'from' });
  database.createObjectStore('edges', { keyPath: 'id' }).createIndex('exchange', 'exchange');
}
