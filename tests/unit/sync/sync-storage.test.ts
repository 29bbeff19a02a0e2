import { beforeEach, describe, expect, test } from 'vitest';
import { deltaPath, POINTER_PATH, snapshotPath } from '../../../utils/list/publication-paths.ts';
import { StoreError } from '../../../utils/sync/list-database.ts';
import { dueAt } from '../../../utils/sync/schedule.ts';
import { sync } from '../../../utils/sync/sync.ts';
import { NO_RECORD } from '../../../utils/sync/sync-record.ts';
import { device } from './device.ts';
import { deviceOnTwo } from './device-on-two.ts';
import * as host from './misbehaving-server.ts';
import { contents, KEY, NOW, publish, STRANGER } from './publisher.ts';
import { serve } from './serve.ts';

const on = deviceOnTwo();
beforeEach(() => on.server.behave(serve(on.third)));

describe('33–36 the store', () => {
  test('33 no room: the earlier lists make room', async () => {
    const { commit } = on.phone.ports.store;
    let refusals = 1;
    on.phone.ports.store.commit = (list, state) =>
      refusals-- > 0 ? Promise.reject(new StoreError('full')) : commit(list, state);
    expect(await on.phone.sync()).toMatchObject({ kind: 'updated by difference', version: 3 });
    expect(await on.phone.serving()).toBe(3);
  });

  test('33 no room at all: the list before serves, and the next sync succeeds', async () => {
    const { commit } = on.phone.ports.store;
    on.phone.ports.store.commit = () => Promise.reject(new StoreError('full'));
    expect(await on.phone.sync()).toMatchObject({ kind: 'storage failed', fault: 'full' });
    expect(await on.phone.serving()).toBe(2);
    expect(on.phone.record().schedule.failures).toBe(1);
    on.phone.ports.store.commit = commit;
    expect(await on.phone.sync()).toMatchObject({ version: 3 });
  });

  test('33 no room even to remember: nothing is fetched, the list before serves', async () => {
    const { write } = on.phone.ports.memory;
    on.phone.ports.memory.write = () =>
      Promise.reject(new Error('QuotaExceededError: storage.local API call'));
    on.server.asked.length = 0;
    expect(await on.phone.sync()).toMatchObject({ kind: 'storage failed', fault: 'full' });
    expect(on.server.asked).toEqual([]);
    expect(await on.phone.serving()).toBe(2);
    on.phone.ports.memory.write = write;
    expect(await on.phone.sync()).toMatchObject({ version: 3 });
  });

  test('34 blocked: nothing is fetched, the outcome is named', async () => {
    const { contents: read } = on.phone.ports.store;
    on.phone.ports.store.contents = () => Promise.reject(new StoreError('blocked'));
    on.server.asked.length = 0;
    expect(await on.phone.sync()).toMatchObject({ kind: 'storage failed', fault: 'blocked' });
    expect(on.server.asked).toEqual([]);
    on.phone.ports.store.contents = read;
    expect(await on.phone.sync()).toMatchObject({ version: 3 });
  });

  test('34 unreadable: rebuilt, and the list fetched whole', async () => {
    const { contents: read } = on.phone.ports.store;
    let broken = true;
    on.phone.ports.store.contents = () => (broken ? Promise.reject(new StoreError('unreadable')) : read());
    const { rebuild } = on.phone.ports.store;
    on.phone.ports.store.rebuild = async () => {
      await rebuild();
      broken = false;
    };
    expect(await on.phone.sync()).toMatchObject({ kind: 'updated whole', version: 3, from: null });
    expect(await on.phone.serving()).toBe(3);
  });

  test('34 the stored bytes are broken: the list is fetched whole', async () => {
    const { list } = on.phone.ports.store;
    on.phone.ports.store.list = async (sha256) => {
      const stored = await list(sha256);
      return stored && { ...stored, snapshot: new Blob(['broken']) };
    };
    const outcome = await on.phone.sync();
    on.phone.ports.store.list = list;
    expect(outcome).toMatchObject({ kind: 'updated whole', version: 3 });
    expect(await on.phone.serving()).toBe(3);
  });

  test('35 evicted: the list is fetched whole, and nothing older', async () => {
    await on.phone.ports.store.rebuild();
    expect(await on.phone.sync()).toMatchObject({ kind: 'updated whole', version: 3, from: null });
  });

  test('36 written by a later Ensign: nothing is fetched, nothing touched', async () => {
    on.phone.ports.store.contents = () => Promise.reject(new StoreError('newer'));
    on.phone.ports.store.rebuild = () => Promise.reject(new Error('must not be called'));
    on.server.asked.length = 0;
    expect(await on.phone.sync()).toMatchObject({ kind: 'storage failed', fault: 'newer' });
    expect(on.server.asked).toEqual([]);
  });

  test('36 opened by a later Ensign while it is read: it is not rebuilt', async () => {
    let readings = 0;
    on.phone.ports.store.contents = () => Promise.reject(new StoreError(readings++ ? 'newer' : 'unreadable'));
    on.phone.ports.store.rebuild = () => Promise.reject(new Error('must not be called'));
    expect(await on.phone.sync()).toMatchObject({ kind: 'storage failed', fault: 'newer' });
  });
});

/** A worker that is killed does nothing more: its promises never settle. */
const killed = () => new Promise<never>(() => undefined);

describe('30–32 the worker is killed', () => {
  test.each([
    ['while asking for the pointer', POINTER_PATH],
    ['while fetching the difference', deltaPath(3, 2)],
    ['while fetching the snapshot', snapshotPath(3)],
  ])('30 %s: the list before serves, the next worker syncs, and not at every start', async (_when, path) => {
    const faults = { [deltaPath(3, 2)]: host.status(404), [path]: host.silent };
    on.server.behave(serve(on.third, faults));
    const reached = new Promise<void>((done) => {
      void sync(
        {
          ...on.phone.ports,
          async fetch(url, init) {
            if (!url.endsWith(path)) return fetch(url, init);
            done();
            return killed();
          },
          alone: (work) => work(),
        },
        on.phone.source,
      );
    });
    await reached;
    expect(await on.phone.serving()).toBe(2);
    const due = dueAt(on.phone.record().schedule, NOW);
    expect(due).toBeGreaterThan(NOW);
    expect(due).toBeLessThanOrEqual(NOW + 10 * 60_000);
    on.server.behave(serve(on.third));
    expect(await on.phone.sync()).toMatchObject({ version: 3 });
  });

  test('31 before the commit: the list before serves', async () => {
    await new Promise<void>((reached) => {
      const store = {
        ...on.phone.ports.store,
        commit() {
          reached();
          return killed();
        },
      };
      void sync({ ...on.phone.ports, store, alone: (work) => work() }, on.phone.source);
    });
    expect(await on.phone.serving()).toBe(2);
    expect(await on.phone.sync()).toMatchObject({ version: 3 });
  });

  test('32 after the commit, before anything was remembered: the new list serves, its floor holds', async () => {
    await new Promise<void>((reached) => {
      const store = {
        ...on.phone.ports.store,
        async commit(...given: Parameters<typeof on.phone.ports.store.commit>) {
          await on.phone.ports.store.commit(...given);
          reached();
          return killed();
        },
      };
      void sync({ ...on.phone.ports, store, alone: (work) => work() }, on.phone.source);
    });
    expect(await on.phone.serving()).toBe(3);
    on.server.behave(serve(on.second));
    expect(await on.phone.sync()).toMatchObject({ kind: 'refused: older version', floor: 3 });
    on.server.behave(serve(on.third));
    expect(await on.phone.sync()).toEqual({ kind: 'already current', version: 3 });
  });
});

test('a bundled list of the same publisher is a base and a floor', async () => {
  const tablet = device(on.server.address, [KEY], {}, true);
  const first = await publish(contents(1));
  on.server.behave(serve(await publish(contents(2), { from: [first] })));
  expect(await tablet.sync()).toMatchObject({ kind: 'updated by difference', version: 2, from: 1 });
  tablet.close();
  const other = device(on.server.address, [KEY], { bundled: { ...tablet.ports.bundled, version: 5 } }, true);
  expect(await other.sync()).toMatchObject({ kind: 'refused: older version', floor: 5 });
  other.close();
});

test('keys with none in common begin a list of their own, at any version', async () => {
  await on.phone.sync();
  on.phone.source.keys = [STRANGER];
  on.server.behave(serve(await publish(contents(1), { keys: [STRANGER] })));
  expect(await on.phone.sync()).toMatchObject({ kind: 'updated whole', version: 1, from: null });
  expect(await on.phone.serving()).toBe(1);
});

describe('the floor of a list whose keys were left and are trusted again', () => {
  const trust = async (key: typeof KEY, version: number) => {
    on.phone.source.keys = [key];
    on.server.behave(serve(await publish(contents(version), { keys: [key] })));
    return on.phone.sync();
  };

  test.each([
    ['holds', async () => undefined],
    [
      'holds by the store’s memory',
      () => on.phone.ports.memory.write({ ...NO_RECORD, source: on.phone.source.name }),
    ],
    ['holds by the memory beside it', () => on.phone.ports.store.rebuild()],
  ])('%s', async (_, forget) => {
    await on.phone.sync();
    expect(await trust(STRANGER, 1)).toMatchObject({ kind: 'updated whole', version: 1 });
    await forget();
    expect(await trust(KEY, 2)).toEqual({ kind: 'refused: older version', version: 2, floor: 3 });
    expect(await trust(KEY, 4)).toMatchObject({ version: 4 });
    expect(await trust(STRANGER, 1)).toMatchObject({ version: 1 });
  });
});

test('a list that the extension cannot work with is refused', async () => {
  on.phone.ports.whyUnfit = async () => 'no index of lookalikes';
  expect(await on.phone.sync()).toEqual({ kind: 'refused: contents', detail: 'no index of lookalikes' });
  expect(await on.phone.serving()).toBe(2);
});
