import { beforeEach, describe, expect, test } from 'vitest';
import { floorsOf } from '../../../utils/sync/floor.ts';
import { remember } from '../../../utils/sync/remember.ts';
import { recordFor, type SyncRecord } from '../../../utils/sync/sync-record.ts';
import { takeFiles } from '../../../utils/sync/take-files.ts';
import { deviceOnTwo } from './device-on-two.ts';
import * as host from './misbehaving-server.ts';
import { contents, KEY, publish, STRANGER } from './publisher.ts';
import { serve } from './serve.ts';

const on = deviceOnTwo();
beforeEach(() => on.server.behave(serve(on.third)));

/** Another source is set: its record begins, as the worker does it, beside whatever the lock is held for. */
const set = (name: string) => remember(on.phone.ports, (record) => recordFor(record, name));

/** Has another source set once the host is asked. @returns its record as it began */
function setWhenAsked(name: string): Promise<SyncRecord> {
  const { promise, resolve } = Promise.withResolvers<SyncRecord>();
  const { fetch } = on.phone.ports;
  on.phone.ports.fetch = async (url, init) => {
    on.phone.ports.fetch = fetch;
    resolve(await set(name));
    return fetch(url, init);
  };
  return promise;
}

const versionsOf = (record: SyncRecord) => floorsOf(record).map(({ version }) => version);

test('another source begins with none of the tries of the one before, and with all floors', async () => {
  const before = on.phone.record();
  expect(before.lastTry).not.toBeNull();
  const begun = await set('another');
  expect(begun).toMatchObject({ source: 'another', lastTry: null, schedule: { notBefore: null } });
  expect(floorsOf(begun)).toEqual(floorsOf(before));
  expect(await set('another')).toBe(on.phone.record());
});

describe('a source is set while another is asked', () => {
  test('a failure of the other is no failure of its own', async () => {
    on.server.behave(host.status(503, { 'retry-after': '86400' }));
    const begun = setWhenAsked('another');
    expect(await on.phone.sync()).toMatchObject({ kind: 'host error', status: 503 });
    expect(on.phone.record()).toEqual(await begun);
  });

  test('an alarming outcome of the other does not alarm of it', async () => {
    on.server.behave(serve(await publish(contents(3), { keys: [STRANGER] })));
    const begun = setWhenAsked('another');
    expect(await on.phone.sync()).toMatchObject({ kind: 'refused: unknown key' });
    expect(on.phone.record()).toEqual(await begun);
  });

  test('a success of the other raises the floor and is none of its own', async () => {
    const begun = setWhenAsked('another');
    expect(await on.phone.sync()).toMatchObject({ version: 3 });
    expect(await on.phone.serving()).toBe(3);
    const { floor, ...rest } = on.phone.record();
    const { floor: _, ...begunRest } = await begun;
    expect(rest).toEqual(begunRest);
    expect(floor).toEqual({
      version: 3,
      sha256: on.third.manifest.snapshot.sha256,
      keyIds: [KEY.keyId],
    });
  });

  test('no floor is lost or lowered, by the record of either', async () => {
    on.phone.source.keys = [STRANGER];
    on.server.behave(serve(await publish(contents(1), { keys: [STRANGER] })));
    const begun = setWhenAsked('another');
    await on.phone.sync();
    expect(versionsOf(await begun)).toEqual([2]);
    expect(versionsOf(on.phone.record())).toEqual([1, 2]);
    Object.assign(on.phone.source, { name: 'another', keys: [KEY] });
    on.server.behave(serve(on.first));
    const asked = await on.phone.sync();
    expect(asked).toEqual({ kind: 'refused: older version', version: 1, floor: 2 });
  });

  test('and left again for the first, the try is told of after all', async () => {
    const { fetch } = on.phone.ports;
    on.phone.ports.fetch = async (url, init) => {
      on.phone.ports.fetch = fetch;
      await set('another');
      await set(on.phone.source.name);
      return fetch(url, init);
    };
    const outcome = await on.phone.sync();
    expect(outcome).toMatchObject({ version: 3 });
    expect(on.phone.record()).toMatchObject({ lastTry: { outcome }, schedule: { failures: 0 } });
  });
});

test('a source that is left before its try began is not asked, and nothing is noted of it', async () => {
  const begun = await set('another');
  on.server.asked.length = 0;
  expect(await on.phone.sync()).toEqual({ kind: 'busy' });
  expect(on.server.asked).toEqual([]);
  expect(on.phone.record()).toEqual(begun);
});

test.each(['before', 'after'])(
  'a source set at the very time, %s a try of another begins, stays set',
  async (when) => {
    const { read } = on.phone.ports.memory;
    on.phone.ports.memory.read = async () => {
      const record = await read();
      // Whoever else reads does so before this one writes.
      await new Promise((done) => setTimeout(done, 20));
      return record;
    };
    on.server.behave(host.status(503));
    if (when === 'before') await Promise.all([set('another'), on.phone.sync()]);
    else await Promise.all([on.phone.sync(), set('another')]);
    expect(on.phone.record()).toMatchObject({
      source: 'another',
      lastTry: null,
      schedule: { lastTryAt: null, failures: 0, notBefore: null },
    });
  },
);

test('a list from files, judged while another source is set, is noted of it by its floor alone', async () => {
  await on.phone.ports.store.leaveFiles([...on.third.files.values()].map((bytes) => new Blob([bytes])));
  on.phone.ports.whyUnfit = async () => {
    await set('another');
    return null;
  };
  expect(await takeFiles(on.phone.ports, on.phone.source)).toMatchObject({ version: 3 });
  expect(on.phone.record()).toMatchObject({
    source: 'another',
    lastTry: null,
    schedule: { notBefore: null },
    floor: { version: 3 },
  });
});
