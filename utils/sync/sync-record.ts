import type { SyncOutcome } from './outcome.ts';
import { NEVER_TRIED, type Schedule } from './schedule.ts';
import type { Floors } from './stored-list.ts';

export interface Try {
  /** ISO instant. */
  at: string;
  outcome: SyncOutcome;
}

/**
 * What is remembered of syncing, apart from the lists, so that a lost database does not take it along. The floors are
 * a second copy: whoever loses the database may not be served an older list for it.
 */
export interface SyncRecord extends Floors {
  /** Address and keys that the rest speaks of; null before the first try. */
  source: string | null;
  schedule: Schedule;
  lastTry: Try | null;
  /** The last alarming outcome, until a sync succeeds. */
  alert: Try | null;
}

export const NO_RECORD: SyncRecord = {
  source: null,
  schedule: NEVER_TRIED,
  lastTry: null,
  alert: null,
  floor: null,
  otherFloors: [],
};

export interface SyncMemory {
  read(): Promise<SyncRecord>;
  write(record: SyncRecord): Promise<void>;
}
