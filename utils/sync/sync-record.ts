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
  /** Name of the source that the rest speaks of, the floors aside; null before the first. */
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

/** The record of a source's tries. Another address or other keys begin anew; the floors outlive both. */
export function recordFor(record: SyncRecord, source: string): SyncRecord {
  if (record.source === source) return record;
  const { floor, otherFloors } = record;
  return { ...NO_RECORD, floor, otherFloors, source };
}

export interface SyncMemory {
  read(): Promise<SyncRecord>;
  write(record: SyncRecord): Promise<void>;
  /** Runs the work of all who change the record one after the other, so that none writes over what it did not read. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>;
}
