import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writeManifest, writePointer } from '../../../utils/list/manifest.ts';
import {
  deltaPath,
  manifestPath,
  POINTER_PATH,
  signaturePath,
  snapshotPath,
} from '../../../utils/list/publication-paths.ts';
import { freshness } from '../../../utils/sync/freshness.ts';
import { isAlarming } from '../../../utils/sync/outcome.ts';
import { exchange, reported } from '../list/sample-list.ts';
import { type Device, device } from './device.ts';
import * as host from './misbehaving-server.ts';
import {
  contents,
  DAY,
  gzip,
  KEY,
  NAMES,
  NEXT_KEY,
  NOW,
  publish,
  publishBytes,
  resign,
  STRANGER,
  signed,
  summary,
  type Version,
} from './publisher.ts';
import { serve } from './serve.ts';

let server: host.MisbehavingServer;
let first: Version;
let second: Version;
let third: Version;
let phone: Device;

beforeAll(async () => {
  first = await publish(contents(1));
  second = await publish(contents(2), { from: [first] });
  third = await publish(contents(3), { from: [first, second] });
});

beforeEach(async () => {
  server = await host.startMisbehaving();
  phone = device(server.address);
  server.behave(serve(second));
  expect(await phone.sync()).toMatchObject({ kind: 'updated whole', version: 2, from: null });
});

afterEach(async () => {
  phone.close();
  await server.close();
});

/** What holds after every fault: the earlier list answers, the outcome is kept, the next good sync succeeds. */
async function expectKept(expected: object, alarming = false): Promise<void> {
  const outcome = await phone.sync();
  expect(outcome).toMatchObject(expected);
  expect(await phone.serving()).toBe(2);
  const { lastTry, alert, schedule } = phone.record();
  expect(lastTry).toEqual({ at: new Date(phone.clock.now).toISOString(), outcome });
  expect(isAlarming(outcome)).toBe(alarming);
  expect(alert).toEqual(alarming ? lastTry : null);
  expect(schedule.failures).toBe(1);
  expect(schedule.notBefore).toBeGreaterThan(phone.clock.now);
  phone.clock.now = NOW;
  server.behave(serve(third));
  expect(await phone.sync()).toMatchObject({ kind: 'updated by difference', version: 3, from: 2 });
  expect(await phone.serving()).toBe(3);
  expect(phone.record()).toMatchObject({ alert: null, schedule: { failures: 0, lastSuccessAt: NOW } });
}

const MANIFEST = manifestPath(3);
const SIGNATURE = signaturePath(3, KEY.keyId);
const SNAPSHOT = snapshotPath(3);
const DELTA = deltaPath(3, 2);
const PAGE = host.file('<!doctype html><title>Log in to Wi-Fi</title>', { 'content-type': 'text/html' });
/** The whole list is asked for only where there is no difference to be had. */
const NO_DELTA = { [DELTA]: host.status(404) };

describe('what hosts and networks do', () => {
  test('1 name lookup fails', async () => {
    phone.source.address = 'https://no-such-host.invalid/';
    const outcome = phone.sync();
    await outcome;
    phone.source.address = server.address;
    expect(await outcome).toMatchObject({ kind: 'no answer', file: 'pointer' });
    expect(await phone.serving()).toBe(2);
  });

  test.each<[string, Record<string, host.Behaviour>, object]>([
    ['3 pointer not found', { [POINTER_PATH]: host.status(404) }, { kind: 'host error', status: 404 }],
    ['3 manifest not found', { [MANIFEST]: host.status(404) }, { kind: 'host error', file: 'manifest' }],
    ['3 signature not found', { [SIGNATURE]: host.status(404) }, { kind: 'host error', file: 'signature' }],
    [
      '3 snapshot not found',
      { ...NO_DELTA, [SNAPSHOT]: host.status(404) },
      { kind: 'host error', file: 'snapshot' },
    ],
    ['4 server error', { [POINTER_PATH]: host.status(500) }, { kind: 'host error', status: 500 }],
    [
      '5 too many requests',
      { [POINTER_PATH]: host.status(429, { 'retry-after': '7200' }) },
      { status: 429, retryAfterMs: 7_200_000 },
    ],
    ['6 stall', { [POINTER_PATH]: host.silent }, { kind: 'too slow', file: 'pointer' }],
    [
      '6 stall in the snapshot',
      { ...NO_DELTA, [SNAPSHOT]: host.stall() },
      { kind: 'too slow', file: 'snapshot' },
    ],
    ['7 reset', { ...NO_DELTA, [SNAPSHOT]: host.resetAfter() }, { kind: 'no answer', file: 'snapshot' }],
    [
      '9 ten bytes a second',
      { ...NO_DELTA, [SNAPSHOT]: host.drip(10) },
      { kind: 'too slow', file: 'snapshot' },
    ],
    ['10 captive portal', { [POINTER_PATH]: PAGE }, { kind: 'not a list', detail: 'text/html' }],
    [
      '10 captive portal that calls its page plain',
      { [POINTER_PATH]: host.file('<html>', { 'content-type': 'text/plain' }) },
      { kind: 'not a list', detail: 'unreadable' },
    ],
    [
      '10 captive portal in the middle',
      { ...NO_DELTA, [SNAPSHOT]: PAGE },
      { kind: 'not a list', file: 'snapshot' },
    ],
    [
      '11 wrong type',
      { [MANIFEST]: host.file('x', { 'content-type': 'image/gif' }) },
      { kind: 'not a list', file: 'manifest' },
    ],
    [
      '12 redirect to another host',
      { [MANIFEST]: host.status(302, { location: 'https://other.invalid/' }) },
      { kind: 'redirected' },
    ],
  ])('%s', async (_name, faults, expected) => {
    server.behave(serve(third, faults));
    await expectKept(expected);
  });

  test('5 the delay asked for is honoured', async () => {
    server.behave(host.status(503, { 'retry-after': '86400' }));
    await phone.sync();
    expect(phone.record().schedule.notBefore).toBe(NOW + DAY);
  });

  test('8 truncation', async () => {
    const packed = third.files.get(SNAPSHOT)!;
    server.behave(serve(third, { ...NO_DELTA, [SNAPSHOT]: host.truncate(packed, packed.length >> 1) }));
    await expectKept({ kind: 'incomplete', file: 'snapshot', size: packed.length });
  });

  test('8 truncation of the small files', async () => {
    server.behave(serve(third, { [MANIFEST]: third.files.get(MANIFEST)!.slice(0, 90) }));
    await expectKept({ kind: 'refused: signature' }, true);
  });
});

describe('signatures', () => {
  test('13 one bit flipped in the manifest', async () => {
    const bytes = third.files.get(MANIFEST)!.slice();
    bytes[bytes.indexOf(0x33)]! ^= 1;
    server.behave(serve(third, { [MANIFEST]: bytes }));
    await expectKept({ kind: 'refused: signature', detail: 'bad signature' }, true);
  });

  test('13 one bit flipped in the snapshot', async () => {
    const packed = third.files.get(SNAPSHOT)!.slice();
    packed[packed.length >> 1]! ^= 4;
    server.behave(serve(third, { ...NO_DELTA, [SNAPSHOT]: packed }));
    await expectKept({ kind: 'refused: checksum', file: 'snapshot' }, true);
  });

  test('14 another version’s signature', async () => {
    server.behave(serve(third, { [SIGNATURE]: second.files.get(signaturePath(2, KEY.keyId))! }));
    await expectKept({ kind: 'refused: signature', detail: 'bad signature' }, true);
  });

  test('14 no signature at all', async () => {
    server.behave(serve(third, { [SIGNATURE]: new TextEncoder().encode('trust me') }));
    await expectKept({ kind: 'refused: signature', detail: 'not a signature' }, true);
  });

  test('15 a stranger’s key, named as such', async () => {
    server.behave(serve(await publish(contents(3), { keys: [STRANGER] })));
    await expectKept({ kind: 'refused: unknown key', keyId: STRANGER.keyId }, true);
  });

  test('15 a stranger’s key under our key’s name', async () => {
    const bytes = third.files.get(MANIFEST)!;
    server.behave(serve(third, { [SIGNATURE]: await signed(bytes, STRANGER) }));
    await expectKept({ kind: 'refused: unknown key', keyId: STRANGER.keyId }, true);
    const disguised = await signed(bytes, { ...STRANGER, keyId: KEY.keyId });
    phone.close();
    phone = device(server.address);
    server.behave(serve(second));
    await phone.sync();
    server.behave(serve(third, { [SIGNATURE]: disguised }));
    await expectKept({ kind: 'refused: signature', detail: 'bad signature' }, true);
  });

  test('rotation: a version signed by both keys reaches those who trust either, and the floor stays', async () => {
    server.behave(serve(await publish(contents(3), { keys: [KEY, NEXT_KEY] })));
    phone.source.keys = [NEXT_KEY];
    expect(await phone.sync()).toMatchObject({ kind: 'updated whole', version: 3 });
    server.behave(serve(await publish(contents(4), { keys: [NEXT_KEY] })));
    expect(await phone.sync()).toMatchObject({ version: 4 });
    phone.source.keys = [KEY];
    expect(await phone.sync()).toMatchObject({ kind: 'refused: unknown key' });
  });
});

describe('versions and time', () => {
  test('16 an older version', async () => {
    server.behave(serve(first));
    await expectKept({ kind: 'refused: older version', version: 1, floor: 2 });
  });

  test('16 an older version behind a newer pointer', async () => {
    const pointer = writePointer({ format: 1, version: 3, keys: [KEY.keyId] });
    server.behave(
      serve(third, {
        [POINTER_PATH]: pointer,
        [MANIFEST]: first.files.get(manifestPath(1))!,
        [SIGNATURE]: first.files.get(signaturePath(1, KEY.keyId))!,
      }),
    );
    await expectKept({ kind: 'refused: contents', detail: 'manifest of 1 for 3' }, true);
  });

  test('16 an older version after the store was lost', async () => {
    await phone.ports.store.rebuild();
    server.behave(serve(first));
    expect(await phone.sync()).toMatchObject({ kind: 'refused: older version', version: 1, floor: 2 });
    server.behave(serve(second));
    expect(await phone.sync()).toMatchObject({ kind: 'updated whole', version: 2 });
  });

  test('17 the same version with other bytes', async () => {
    await phone.ports.store.rebuild();
    server.behave(serve(await publish(contents(2, { reported: contents(9).reported }))));
    expect(await phone.sync()).toMatchObject({ kind: 'refused: same version', version: 2 });
    expect(await phone.serving()).toBeNull();
    expect(phone.record().alert).not.toBeNull();
    server.behave(serve(third));
    expect(await phone.sync()).toMatchObject({ kind: 'updated whole', version: 3 });
  });

  test('17 the same version with other bytes costs one small request and changes nothing', async () => {
    server.behave(serve(await publish(contents(2, { reported: contents(9).reported }))));
    server.asked.length = 0;
    expect(await phone.sync()).toEqual({ kind: 'already current', version: 2 });
    expect(server.asked.map(({ path }) => path)).toEqual([`/${POINTER_PATH}`]);
  });

  test.each([Number.MAX_SAFE_INTEGER, 10_003])('18 a jump to version %s', async (version) => {
    server.behave(serve(await publish(contents(version, { reported: contents(3).reported }))));
    await expectKept({ kind: 'refused: version jump', version, floor: 2 }, true);
  });

  test('19 expired beyond grace', async () => {
    const issued = new Date(NOW - 60 * DAY).toISOString();
    const expires = new Date(NOW - 15 * DAY).toISOString();
    server.behave(serve(await publish(contents(3, { issued, expires }))));
    await expectKept({ kind: 'refused: expired', expires });
  });

  test('19 expired within grace is still taken, and called expired', async () => {
    const expires = new Date(NOW - 13 * DAY).toISOString();
    const list = contents(3, { issued: new Date(NOW - 60 * DAY).toISOString(), expires });
    server.behave(serve(await publish(list)));
    expect(await phone.sync()).toMatchObject({ version: 3 });
    expect(freshness(list, NOW)).toEqual({ kind: 'expired', ageDays: 60 });
  });

  test('20 issued in the future', async () => {
    const issued = new Date(NOW + 2 * DAY).toISOString();
    server.behave(serve(await publish(contents(3, { issued }))));
    await expectKept({ kind: 'refused: issued in the future', issued });
  });

  test('21 the clock a year ahead', async () => {
    server.behave(serve(third));
    phone.clock.now = NOW + 365 * DAY;
    expect(freshness(second.manifest, phone.clock.now)).toEqual({ kind: 'expired', ageDays: 365 });
    await expectKept({ kind: 'refused: expired' });
  });

  test('21 the clock a year behind', async () => {
    server.behave(serve(third));
    phone.clock.now = NOW - 365 * DAY;
    expect(freshness(second.manifest, phone.clock.now)).toEqual({ kind: 'from the future', ageDays: -365 });
    await expectKept({ kind: 'refused: issued in the future' });
  });

  test('a list that claims to hold for ever is refused', async () => {
    const expires = new Date(NOW + 4000 * DAY).toISOString();
    server.behave(serve(await publish(contents(3, { expires }))));
    await expectKept({ kind: 'refused: contents' }, true);
  });
});

describe('differences', () => {
  test('22 manifest of 3 with the list of 2', async () => {
    server.behave(serve(third, { ...NO_DELTA, [SNAPSHOT]: second.files.get(snapshotPath(2))! }));
    const outcome = await phone.sync();
    expect(['refused: checksum', 'incomplete', 'refused: size']).toContain(outcome.kind);
    expect(await phone.serving()).toBe(2);
  });

  test('23 a difference on another base: the whole list is taken', async () => {
    server.behave(serve(third, { [DELTA]: third.files.get(deltaPath(3, 1))! }));
    expect(await phone.sync()).toMatchObject({ kind: 'updated whole', version: 3 });
    expect(await phone.serving()).toBe(3);
  });

  test('24 a difference that leads elsewhere: the whole list is taken', async () => {
    const elsewhere = await publish(contents(3, { reported: contents(8).reported }), { from: [second] });
    server.behave(serve(third, { [DELTA]: elsewhere.files.get(DELTA)! }));
    expect(await phone.sync()).toMatchObject({ kind: 'updated whole', version: 3 });
  });

  test('24 a difference that leads elsewhere and no whole list', async () => {
    server.behave(serve(third, { [DELTA]: gzip(new Uint8Array(50)), [SNAPSHOT]: host.status(404) }));
    await expectKept({ kind: 'host error', file: 'snapshot' });
  });

  test('a difference that does not come: the whole list is taken', async () => {
    server.behave(serve(third, NO_DELTA));
    expect(await phone.sync()).toMatchObject({ kind: 'updated whole', version: 3 });
  });

  test('a version without a difference from ours', async () => {
    server.behave(serve(await publish(contents(4))));
    expect(await phone.sync()).toMatchObject({ kind: 'updated whole', version: 4 });
  });
});

describe('what a signed list may not say', () => {
  test('25 a bomb in place of the snapshot', async () => {
    const bomb = gzip(new Uint8Array(64_000_000));
    const packed = await summary(bomb);
    const bombed = await publish(contents(3), {
      manifest: (manifest) => ({ ...manifest, snapshot: { ...manifest.snapshot, packed } }),
    });
    bombed.files.set(SNAPSHOT, bomb);
    server.behave(serve(bombed));
    await expectKept({ kind: 'refused: contents', detail: expect.stringContaining('more than') }, true);
  });

  test('25 more bytes than signed', async () => {
    server.behave(serve(third, { ...NO_DELTA, [SNAPSHOT]: new Uint8Array(500_000) }));
    await expectKept({ kind: 'refused: size', file: 'snapshot' }, true);
  });

  test('25 a bomb in place of the difference', async () => {
    const bomb = gzip(new Uint8Array(64_000_000));
    const packed = await summary(bomb);
    const bombed = await publish(contents(3), {
      from: [second],
      manifest: (manifest) => ({
        ...manifest,
        deltas: manifest.deltas.map((delta) => ({ ...delta, packed })),
      }),
    });
    bombed.files.set(DELTA, bomb);
    server.behave(serve(bombed));
    expect(await phone.sync()).toMatchObject({ kind: 'updated whole', version: 3 });
  });

  test('26 an empty list', async () => {
    server.behave(serve(await publish(contents(3, { exchanges: [], reported: [] }))));
    const outcome = await phone.sync();
    expect(outcome.kind).toMatch(/^refused: (?:size|contents)$/);
    expect(await phone.serving()).toBe(2);
  });

  test('27 half the size', async () => {
    server.behave(serve(await publish(contents(3, { reported: contents(3).reported.slice(0, NAMES / 2) }))));
    await expectKept({ kind: 'refused: size' }, true);
  });

  test.each([
    ['google.com', 'protected name'],
    ['www.google.com', 'protected name'],
    ['co.uk', 'public suffix'],
    ['pages.dev', 'public suffix'],
    ['okx.com', 'own name reported'],
  ])('28 a list that reports %s', async (name, rule) => {
    const list = contents(3);
    server.behave(serve(await publish({ ...list, reported: [...list.reported, reported(name, 'okx')] })));
    await expectKept({ kind: 'refused: contents', detail: expect.stringContaining(rule) }, true);
  });

  test('28 a list that gives google.com to an exchange', async () => {
    const list = contents(3);
    const thief = exchange('thief', ['google.com']);
    server.behave(serve(await publish({ ...list, exchanges: [...list.exchanges, thief] })));
    await expectKept({ kind: 'refused: contents', detail: expect.stringContaining('protected name') }, true);
  });

  test('a manifest and a list that disagree on the version', async () => {
    server.behave(serve(await publishBytes(contents(3), second.snapshot)));
    await expectKept({ kind: 'refused: contents', detail: 'list and manifest disagree' }, true);
  });

  test('a signed manifest of a form unknown here', async () => {
    const later = await publish(contents(3));
    const text = new TextDecoder()
      .decode(writeManifest(later.manifest))
      .replace('"format": 1', '"format": 2');
    await resign(later, new TextEncoder().encode(text));
    server.behave(serve(later));
    await expectKept({ kind: 'refused: contents', detail: 'manifest of an unknown form' }, true);
  });
});

test('29 two syncs at once: one wins, the other says so', async () => {
  server.behave(serve(third));
  const outcomes = await Promise.all([phone.sync(), phone.sync()]);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['busy', 'updated by difference']);
  expect(await phone.serving()).toBe(3);
});

test('nothing new costs one small request that carries nothing of the asker', async () => {
  server.asked.length = 0;
  expect(await phone.sync()).toEqual({ kind: 'already current', version: 2 });
  expect(server.asked).toHaveLength(1);
  expect(second.files.get(POINTER_PATH)!.length).toBeLessThan(200);
  for (const { headers } of server.asked) {
    for (const name of ['cookie', 'referer', 'if-none-match', 'if-modified-since', 'authorization']) {
      expect(headers).not.toHaveProperty(name);
    }
  }
});

test.each([
  ['no address set', { address: '' }],
  ['no key set', { keys: [] }],
])('%s: nothing is asked', async (kind, change) => {
  const before = phone.record();
  server.asked.length = 0;
  Object.assign(phone.source, change);
  expect(await phone.sync()).toEqual({ kind });
  expect(server.asked).toEqual([]);
  expect(phone.record()).toEqual(before);
});
