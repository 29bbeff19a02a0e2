import { SnapshotError } from '../../../utils/list/snapshot-error.ts';

/** What a reading is refused with; null where it is not. Any other error goes on. */
export function refusalOf(act: () => unknown): SnapshotError | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof SnapshotError) return error;
    throw error;
  }
}
