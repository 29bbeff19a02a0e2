import type { SyncProgress } from '../../components/models/list.ts';

let current: SyncProgress | null = null;

export function noteProgress(progress: SyncProgress | null): void {
  current = progress;
}

/** null while nothing is under way in this worker. */
export function syncProgress(): SyncProgress | null {
  return current;
}
