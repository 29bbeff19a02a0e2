import { StoreError } from './list-database.ts';
import type { SyncPorts } from './ports.ts';
import type { Choice, StoreState } from './stored-list.ts';

export type GoBackOutcome = 'done' | 'not kept' | 'busy' | 'storage failed';

/**
 * Puts an earlier list that is still on the device in use again, or the bundled one (null). What the user went
 * back from is left aside until something later comes; the floor stays where it is.
 * @param by for a study what served before is remembered, for `endPin`
 */
export async function goBack(
  ports: Pick<SyncPorts, 'alone' | 'store'>,
  sha256: string | null,
  by: 'user' | 'study' = 'user',
): Promise<GoBackOutcome> {
  const outcome = await ports.alone(async (): Promise<GoBackOutcome> => {
    try {
      const { lists } = await ports.store.contents();
      const list = lists.find((candidate) => candidate.sha256 === sha256);
      if (sha256 !== null && !list) return 'not kept';
      await ports.store.setState((state) => {
        const { floor } = state;
        // Versions of different publishers do not compare: a list of another key is not the newest of these.
        const isNewest = floor && list && floor.keyIds.includes(list.keyId) && list.version >= floor.version;
        const heldBack = isNewest ? null : (floor?.version ?? null);
        return { ...state, current: sha256, heldBack, pinnedOver: by === 'study' ? pinnedOver(state) : null };
      });
      return 'done';
    } catch (error) {
      if (error instanceof StoreError) return 'storage failed';
      throw error;
    }
  });
  return outcome ?? 'busy';
}

/** What served before any pin. */
function pinnedOver({ pinnedOver, current, heldBack }: StoreState): Choice {
  return pinnedOver ?? { current, heldBack };
}
