import type { Fetch } from './fetch-bounded.ts';
import type { Pace } from './limits.ts';
import type { ListStore } from './list-store.ts';
import type { ListFile } from './outcome.ts';
import type { SyncMemory } from './sync-record.ts';

/** The list that ships with the extension. */
export interface BundledList {
  version: number;
  bytes(): Promise<ArrayBuffer>;
}

/** Everything that syncing needs of the outside. */
export interface SyncPorts {
  fetch: Fetch;
  /** Milliseconds since 1970, by this device's clock. */
  now(): number;
  /** 0 ≤ n < 1 */
  random(): number;
  store: ListStore;
  memory: SyncMemory;
  bundled: BundledList;
  /** Runs the work unless other work holds the lock: then answers null at once. */
  alone<Result>(work: () => Promise<Result>): Promise<Result | null>;
  /** Why the rest of the extension cannot work with a list whose form is right; null where it can. */
  whyUnfit(snapshot: Uint8Array<ArrayBuffer>): Promise<string | null>;
  /** How long the host may take. */
  pace: Pace;
  /** `size`: bytes the file has at most; exactly so many for a snapshot and a delta. */
  onProgress?(progress: { file: ListFile; received: number; size: number }): void;
  /** Lets others go first; called every few milliseconds of long work. */
  pause(): Promise<void>;
}
