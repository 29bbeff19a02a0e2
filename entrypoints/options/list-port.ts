import type { ListPort } from '../../components/models/list.ts';
import { MAX_PACKED } from '../../utils/list/manifest.ts';
import { StoreError } from '../../utils/sync/list-database.ts';
import { listStore } from '../../utils/sync/list-store.ts';
import { send } from '../surface/send.ts';

/** What the list's part of the options page asks of the extension. */
export const listPort: ListPort = {
  update: () => send('updateList', {}),
  use: (sha256) => send('goBackTo', { sha256 }),
  setSource: (change) => send('setListSource', change),
  takeFiles: async (files) => {
    // Files are handed over in the store, which copies them: what no list can hold is not.
    if (files.some(({ size }) => size > MAX_PACKED)) {
      return { kind: 'refused: size', detail: `more than ${MAX_PACKED} bytes` };
    }
    const store = listStore();
    try {
      await store.leaveFiles([...files]);
    } catch (error) {
      if (error instanceof StoreError) return { kind: 'storage failed', fault: error.fault };
      throw error;
    } finally {
      store.close();
    }
    return send('takeListFiles', {});
  },
};
