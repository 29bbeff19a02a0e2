import type { SyncPorts } from './ports.ts';

/**
 * Puts back in use what a study's pin took the place of, as it was chosen then; where that list is no longer kept,
 * nothing is left aside any more, so that the next sync brings the newest.
 * @returns whether a pin held; false too while other work holds the lock
 * @throws {StoreError}
 */
export async function endPin({ alone, store }: Pick<SyncPorts, 'alone' | 'store'>): Promise<boolean> {
  const held = await alone(async () => {
    const { state, lists } = await store.contents();
    const before = state.pinnedOver;
    if (before === null) return false;
    const isKept = before.current === null || lists.some(({ sha256 }) => sha256 === before.current);
    const choice = isKept ? before : { current: state.current, heldBack: null };
    await store.setState((now) => ({ ...now, ...choice, pinnedOver: null }));
    return true;
  });
  return held ?? false;
}
