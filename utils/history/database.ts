import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from 'idb';
import type { CoverageInterval, DailyCount, DeletedFlags, StoredFlag, SuccessionEdge } from './flag.ts';
import type { FlagChange } from './index/entry.ts';
import type { PackedIndex } from './index/flag-index.ts';
import { type OpenUpgrade, upgradeHistory } from './upgrade.ts';

export const HISTORY_DATABASE = 'ensign-history';
export const HISTORY_VERSION = 3;

export interface HistorySchema extends DBSchema {
  flags: {
    key: string;
    value: StoredFlag;
    indexes: { observed_at: string; document: string };
  };
  daily: { key: string; value: DailyCount };
  coverage: { key: string; value: CoverageInterval };
  /** Deleted flags, kept until undo is no longer offered. */
  deleted: { key: number; value: DeletedFlags; indexes: { receipt: string } };
  edges: { key: string; value: SuccessionEdge; indexes: { exchange: string } };
  /** What happened to the flags since the index was last written, in order. */
  changes: { key: number; value: FlagChange };
  /** The index of all flags up to a change, under one key. */
  index: { key: string; value: KeptIndex };
}

/** The index at rest. Its head is apart, to be looked at without reading it all. */
export type KeptIndex = { format: number; through: number } | PackedIndex;

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
 * Opens the history, creating or bringing up to date what is missing.
 * @throws {HistoryError} `newer` when a later version of Ensign wrote it, `refused` when the browser
 * grants no database (a Firefox private window), `blocked` when an older page holds it open.
 */
export async function openHistory(name = HISTORY_DATABASE): Promise<HistoryDatabase> {
  try {
    return await openDB<HistorySchema>(name, HISTORY_VERSION, {
      upgrade(database, from, _to, transaction) {
        upgradeHistory(
          database as unknown as OpenUpgrade['database'],
          from,
          transaction as unknown as OpenUpgrade['transaction'],
        );
      },
      blocking(_current, _next, event) {
        (event.target as IDBDatabase).close();
      },
    });
  } catch (error) {
    throw new HistoryError(reasonOf(error), { cause: error });
  }
}

/**
 * Deletes the history whatever version wrote it, once no page holds it open.
 * @throws {HistoryError} `refused` when the browser does not.
 */
export async function deleteDatabase(name = HISTORY_DATABASE): Promise<void> {
  try {
    await deleteDB(name);
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
