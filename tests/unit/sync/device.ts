import 'fake-indexeddb/auto';
import { encodeSnapshot } from '../../../utils/list/encode.ts';
import type { PublicKey } from '../../../utils/list/minisign.ts';
import { listStore } from '../../../utils/sync/list-store.ts';
import { openStored } from '../../../utils/sync/open-stored.ts';
import type { SyncOutcome } from '../../../utils/sync/outcome.ts';
import type { SyncPorts } from '../../../utils/sync/ports.ts';
import { sync } from '../../../utils/sync/sync.ts';
import { NO_RECORD, type SyncRecord } from '../../../utils/sync/sync-record.ts';
import type { SyncSource } from '../../../utils/sync/sync-source.ts';
import { hostOf } from '../list/sample-list.ts';
import { contents, KEY, NOW } from './publisher.ts';

/** Short patience, so that what never comes is given up soon. */
const PACE = { totalMs: 3000, idleMs: 700, minBytesPerSecond: 200, slowAfterMs: 700 };

/** One installed extension: its store, its clock, its memory. */
export interface Device {
  ports: SyncPorts;
  source: SyncSource;
  /** Milliseconds; moves only when told. */
  clock: { now: number };
  record(): SyncRecord;
  sync(): Promise<SyncOutcome>;
  /** The version that answers for okx.com, by the stored list; null where the bundled one serves. */
  serving(): Promise<number | null>;
  close(): void;
}

export function device(
  address: string,
  keys: PublicKey[] = [KEY],
  change: Partial<SyncPorts> = {},
  continuesBundled = false,
): Device {
  // Files of tests share their worker's databases: no two devices bear one name.
  const store = listStore(`device-${crypto.randomUUID()}`);
  const clock = { now: NOW };
  const name = 'address and keys';
  let record: SyncRecord = { ...NO_RECORD, source: name };
  let changed: Promise<unknown> = Promise.resolve();
  let held = false;
  const bundled = encodeSnapshot(contents(1));
  const ports: SyncPorts = {
    fetch: (url, init) => fetch(url, init),
    now: () => clock.now,
    random: () => 0.5,
    store,
    memory: {
      read: async () => record,
      write: async (next) => {
        record = structuredClone(next);
      },
      inTurn(work) {
        const done = changed.then(work);
        changed = done.catch(() => null);
        return done;
      },
    },
    bundled: { version: 1, bytes: async () => bundled.slice().buffer },
    async alone(work) {
      if (held) return null;
      held = true;
      try {
        return await work();
      } finally {
        held = false;
      }
    },
    whyUnfit: async () => null,
    pace: PACE,
    pause: () => new Promise((done) => setImmediate(done)),
    ...change,
  };
  const source: SyncSource = { name, address, keys, continuesBundled, intervalMs: 6 * 60 * 60_000 };
  return {
    ports,
    source,
    clock,
    record: () => record,
    sync: () => sync(ports, source),
    async serving() {
      const { state } = await ports.store.contents();
      const list = state.current === null ? null : await ports.store.list(state.current);
      if (!list) return null;
      const index = await openStored(list.snapshot);
      const [hit] = await index.find(hostOf('www.okx.com'));
      if (hit?.exchange.id !== 'okx') throw new Error('the list no longer answers');
      return index.meta.version;
    },
    close: () => store.close(),
  };
}
