import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deltaPath, POINTER_PATH, snapshotPath } from '../../../utils/list/publication-paths.ts';
import { StoreError } from '../../../utils/sync/list-database.ts';
import { dueAt } from '../../../utils/sync/schedule.ts';
import { sync } from '../../../utils/sync/sync.ts';
import { type Device, device } from './device.ts';
import * as host from './misbehaving-server.ts';
import { contents, KEY, NOW, publish, STRANGER, type Version } from './publisher.ts';
import { serve } from './serve.ts';

let server: host.MisbehavingServer;
let second: Version;
let third: Version;
let phone: Device;

beforeAll(async () => {
  second = await publish(contents(2));
  third = await publish(contents(3), { from: [second] });
});

beforeEach(async () => {
  server = await host.startMisbehaving();
  phone = device(server.address);
  server.behave(serve(second));
  await phone.sync();
  server.behave(serve(third));
});

afterEach(async () => {
  phone.close();
  await server.close();
});

describe('33–36 the store', () => {
  test('33 no room: the earlier lists make room', async () => {
    const { commit } = phone.ports.store;
    let refusals = 1;
    phone.ports.store.commit = (list, state) =>
      refusals-- > 0 ? Promise.reject(new StoreError('full')) : commit(list, state);
    expect(await phone.sync()).toMatchObject({ kind: 'updated by difference', version: 3 });
    expect(await phone.serving()).toBe(3);
  });

  test('33 no room at all: the list before serves, and the next sync succeeds', async () => {
    const { commit } = phone.ports.store;
    phone.ports.store.commit = () => Promise.reject(new StoreError('full'));
    expect(await phone.sync()).toMatchObject({ kind: 'storage failed', fault: 'full' });
    expect(await phone.serving()).toBe(2);
    expect(phone.record().schedule.failures).toBe(1);
    phone.ports.store.commit = commit;
    expect(await phone.sync()).toMatchObject({ version: 3 });
  });

  test('33 no room even to remember: nothing is fetched, the list before serves', async () => {
    const { write } = phone.ports.memory;
    phone.ports.memory.write = () => Promise.reject(new Error('QuotaExceededError: storage.local API call'));
    server.asked.length = 0;
    expect(await phone.sync()).toMatchObject({ kind: 'storage failed', fault: 'full' });
    expect(server.asked).toEqual([]);
    expect(await phone.serving()).toBe(2);
    phone.ports.memory.write = write;
    expect(await phone.sync()).toMatchObject({ version: 3 });
  });

  test('34 blocked: nothing is fetched, the outcome is named', async () => {
    const { contents: read } = phone.ports.store;
    phone.ports.store.contents = () => Promise.reject(new StoreError('blocked'));
    server.asked.length = 0;
    expect(await phone.sync()).toMatchObject({ kind: 'storage failed', fault: 'blocked' });
    expect(server.asked).toEqual([]);
    phone.ports.store.contents = read;
    expect(await phone.sync()).toMatchObject({ version: 3 });
  });

  test('34 unreadable: rebuilt, and the list fetched whole', async () => {
    const { contents: read } = phone.ports.store;
    let broken = true;
    phone.ports.store.contents = () => (broken ? Promise.reject(new StoreError('unreadable')) : read());
    const { rebuild } = phone.ports.store;
    phone.ports.store.rebuild = async () => {
      await rebuild();
      broken = false;
    };
    expect(await phone.sync()).toMatchObject({ kind: 'updated whole', version: 3, from: null });
    expect(await phone.serving()).toBe(3);
  });

  test('34 the stored bytes are broken: the list is fetched whole', async () => {
    const { list } = phone.ports.store;
    phone.ports.store.list = async (sha256) => {
      const stored = await list(sha256);
      return stored && { ...stored, snapshot: new Blob(['broken']) };
    };
    const outcome = await phone.sync();
    phone.ports.store.list = list;
    expect(outcome).toMatchObject({ kind: 'updated whole', version: 3 });
    expect(await phone.serving()).toBe(3);
  });

  test('35 evicted: the list is fetched whole, and nothing older', async () => {
    await phone.ports.store.rebuild();
    expect(await phone.sync()).toMatchObject({ kind: 'updated whole', version: 3, from: null });
  });

  test('36 written by a later Ensign: nothing is fetched, nothing touched', async () => {
    phone.ports.store.contents = () => Promise.reject(new StoreError('newer'));
    phone.ports.store.rebuild = () => Promise.reject(new Error('must not be called'));
    server.asked.length = 0;
    expect(await phone.sync()).toMatchObject({ kind: 'storage failed', fault: 'newer' });
    expect(server.asked).toEqual([]);
  });

  test('36 opened by a later Ensign while it is read: it is not rebuilt', async () => {
    let readings = 0;
    phone.ports.store.contents = () => Promise.reject(new StoreError(readings++ ? 'newer' : 'unreadable'));
    phone.ports.store.rebuild = () => Promise.reject(new Error('must not be called'));
    expect(await phone.sync()).toMatchObject({ kind: 'storage failed', fault: 'newer' });
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
    server.behave(serve(third, faults));
    const reached = new Promise<void>((done) => {
      void sync(
        {
          ...phone.ports,
          async fetch(url, init) {
            if (!url.endsWith(path)) return fetch(url, init);
            done();
            return killed();
          },
          alone: (work) => work(),
        },
        phone.source,
      );
    });
    await reached;
    expect(await phone.serving()).toBe(2);
    const due = dueAt(phone.record().schedule, NOW);
    expect(due).toBeGreaterThan(NOW);
    expect(due).toBeLessThanOrEqual(NOW + 10 * 60_000);
    server.behave(serve(third));
    expect(await phone.sync()).toMatchObject({ version: 3 });
  });

  test('31 before the commit: the list before serves', async () => {
    await new Promise<void>((reached) => {
      const store = {
        ...phone.ports.store,
        commit() {
          reached();
          return killed();
        },
      };
      void sync({ ...phone.ports, store, alone: (work) => work() }, phone.source);
    });
    expect(await phone.serving()).toBe(2);
    expect(await phone.sync()).toMatchObject({ version: 3 });
  });

  test('32 after the commit, before anything was remembered: the new list serves, its floor holds', async () => {
    await new Promise<void>((reached) => {
      const store = {
        ...phone.ports.store,
        async commit(...given: Parameters<typeof phone.ports.store.commit>) {
          await phone.ports.store.commit(...given);
          reached();
          return killed();
        },
      };
      void sync({ ...phone.ports, store, alone: (work) => work() }, phone.source);
    });
    expect(await phone.serving()).toBe(3);
    server.behave(serve(second));
    expect(await phone.sync()).toMatchObject({ kind: 'refused: older version', floor: 3 });
    server.behave(serve(third));
    expect(await phone.sync()).toEqual({ kind: 'already current', version: 3 });
  });
});

test('a bundled list of the same publisher is a base and a floor', async () => {
  const tablet = device(server.address, [KEY], {}, true);
  const first = await publish(contents(1));
  server.behave(serve(await publish(contents(2), { from: [first] })));
  expect(await tablet.sync()).toMatchObject({ kind: 'updated by difference', version: 2, from: 1 });
  tablet.close();
  const other = device(server.address, [KEY], { bundled: { ...tablet.ports.bundled, version: 5 } }, true);
  expect(await other.sync()).toMatchObject({ kind: 'refused: older version', floor: 5 });
  other.close();
});

test('keys with none in common begin a list of their own, at any version', async () => {
  await phone.sync();
  phone.source.keys = [STRANGER];
  server.behave(serve(await publish(contents(1), { keys: [STRANGER] })));
  expect(await phone.sync()).toMatchObject({ kind: 'updated whole', version: 1, from: null });
  expect(await phone.serving()).toBe(1);
});

test('a list that the extension cannot work with is refused', async () => {
  phone.ports.whyUnfit = async () => 'no index of lookalikes';
  expect(await phone.sync()).toEqual({ kind: 'refused: contents', detail: 'no index of lookalikes' });
  expect(await phone.serving()).toBe(2);
});
