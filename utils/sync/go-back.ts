import { StoreError } from './list-database.ts';
import type { SyncPorts } from './ports.ts';

export type GoBackOutcome = 'done' | 'not kept' | 'busy' | 'storage failed';

/**
 * Puts an earlier list that is still on the device in use again, or the bundled one (null). What the user went
 * back from is left aside until something later comes; the floor stays where it is.
 */
export async function goBack(ports: SyncPorts, sha256: string | null): Promise<GoBackOutcome> {
  const outcome = await ports.alone(async (): Promise<GoBackOutcome> => {
    try {
      const { lists } = await ports.store.contents();
      const list = lists.find((candidate) => candidate.sha256 === sha256);
      if (sha256 !== null && !list) return 'not kept';
      await ports.store.setState((state) => {
        const { floor } = state;
        // Versions of different publishers do not compare: a list of another key is not the newest of these.
        const isNewest = floor && list && floor.keyIds.includes(list.keyId) && list.version >= floor.version;
        return { ...state, current: sha256, heldBack: isNewest ? null : (floor?.version ?? null) };
      });
      return 'done';
    } catch (error) {
      if (error instanceof StoreError) return 'storage failed';
      throw error;
    }
  });
  return outcome ?? 'busy';
}
