import { describe, expect, test } from 'vitest';
import {
  manifestPath,
  POINTER_PATH,
  signaturePath,
  snapshotPath,
} from '../../../utils/list/publication-paths.ts';
import { deviceOnTwo, expectKept, NO_DELTA } from './device-on-two.ts';
import * as host from './misbehaving-server.ts';
import { DAY, KEY, NOW } from './publisher.ts';
import { serve } from './serve.ts';

const on = deviceOnTwo();
const MANIFEST = manifestPath(3);
const SIGNATURE = signaturePath(3, KEY.keyId);
const SNAPSHOT = snapshotPath(3);
const PAGE = host.file('<!doctype html><title>Log in to Wi-Fi</title>', { 'content-type': 'text/html' });

describe('what hosts and networks do', () => {
  test('1 name lookup fails', async () => {
    on.phone.source.address = 'https://no-such-host.invalid/';
    const outcome = on.phone.sync();
    await outcome;
    on.phone.source.address = on.server.address;
    expect(await outcome).toMatchObject({ kind: 'no answer', file: 'pointer' });
    expect(await on.phone.serving()).toBe(2);
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
    on.server.behave(serve(on.third, faults));
    await expectKept(on, expected);
  });

  test('5 the delay asked for is honoured', async () => {
    on.server.behave(host.status(503, { 'retry-after': '86400' }));
    await on.phone.sync();
    expect(on.phone.record().schedule.notBefore).toBe(NOW + DAY);
  });

  test('8 truncation', async () => {
    const packed = on.third.files.get(SNAPSHOT)!;
    on.server.behave(serve(on.third, { ...NO_DELTA, [SNAPSHOT]: host.truncate(packed, packed.length >> 1) }));
    await expectKept(on, { kind: 'incomplete', file: 'snapshot', size: packed.length });
  });

  test('8 truncation of the small files', async () => {
    on.server.behave(serve(on.third, { [MANIFEST]: on.third.files.get(MANIFEST)!.slice(0, 90) }));
    await expectKept(on, { kind: 'refused: signature' }, true);
  });
});

test('29 two syncs at once: one wins, the other says so', async () => {
  on.server.behave(serve(on.third));
  const outcomes = await Promise.all([on.phone.sync(), on.phone.sync()]);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['busy', 'updated by difference']);
  expect(await on.phone.serving()).toBe(3);
});

test('nothing new costs one small request that carries nothing of the asker', async () => {
  on.server.asked.length = 0;
  expect(await on.phone.sync()).toEqual({ kind: 'already current', version: 2 });
  expect(on.server.asked).toHaveLength(1);
  expect(on.second.files.get(POINTER_PATH)!.length).toBeLessThan(200);
  for (const { headers } of on.server.asked) {
    for (const name of ['cookie', 'referer', 'if-none-match', 'if-modified-since', 'authorization']) {
      expect(headers).not.toHaveProperty(name);
    }
  }
});

test.each([
  ['no address set', { address: '' }],
  ['no key set', { keys: [] }],
])('%s: nothing is asked', async (kind, change) => {
  const before = on.phone.record();
  on.server.asked.length = 0;
  Object.assign(on.phone.source, change);
  expect(await on.phone.sync()).toEqual({ kind });
  expect(on.server.asked).toEqual([]);
  expect(on.phone.record()).toEqual(before);
});
