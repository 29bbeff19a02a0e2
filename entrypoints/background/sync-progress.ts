/** How far the file under way has come, in bytes. */
export interface SyncProgress {
  file: string;
  received: number;
}

let current: SyncProgress | null = null;

export function noteProgress(progress: SyncProgress | null): void {
  current = progress;
}

/** null while nothing is under way in this worker. */
export function syncProgress(): SyncProgress | null {
  return current;
}
