import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fetchBounded } from '../../../utils/sync/fetch-bounded.ts';
import { parseRetryAfter } from '../../../utils/sync/fetch-fault.ts';
import type { FetchLimits } from '../../../utils/sync/limits.ts';
import * as host from './misbehaving-server.ts';

const LIMITS: FetchLimits = {
  maxBytes: 1000,
  totalMs: 3000,
  idleMs: 1000,
  minBytesPerSecond: 200,
  slowAfterMs: 1000,
};

let server: host.MisbehavingServer;
beforeAll(async () => {
  server = await host.startMisbehaving();
});
afterAll(() => server.close());

const ask = (behaviour: host.Behaviour, limits: Partial<FetchLimits> = {}) => {
  server.behave(behaviour);
  return fetchBounded({ fetch, now: () => 0 }, `${server.address}file`, { ...LIMITS, ...limits });
};

test.each<[string, host.Behaviour, object]>([
  ['3 not found', host.status(404), { fault: 'status', status: 404, retryAfterMs: null }],
  ['4 server error', host.status(500), { fault: 'status', status: 500, retryAfterMs: null }],
  [
    '5 too many requests',
    host.status(429, { 'retry-after': '3600' }),
    { fault: 'status', status: 429, retryAfterMs: 3_600_000 },
  ],
  ['6 stall before the head', host.silent, { fault: 'too slow', received: 0 }],
  ['6 stall in the body', host.stall('ab'), { fault: 'too slow', received: 2 }],
  ['7 reset in the body', host.resetAfter(), { fault: 'no answer' }],
  ['9 ten bytes a second', host.drip(10), { fault: 'too slow' }],
  [
    '10 captive portal',
    host.file('<html>log in</html>', { 'content-type': 'text/html; charset=utf-8' }),
    { fault: 'wrong type', type: 'text/html' },
  ],
  [
    '11 wrong type',
    host.file('x', { 'content-type': 'image/png' }),
    { fault: 'wrong type', type: 'image/png' },
  ],
  [
    '12 redirect to another host',
    host.status(302, { location: 'http://localhost:1/' }),
    { fault: 'redirected' },
  ],
  ['12 permanent redirect', host.status(308, { location: '/elsewhere' }), { fault: 'redirected' }],
  ['a 304 nobody asked for', host.status(304), { fault: 'redirected' }],
  ['25 too large by its own word', host.file(new Uint8Array(1001)), { fault: 'too large', limit: 1000 }],
])('%s', async (_name, behaviour, expected) => {
  expect(await ask(behaviour)).toMatchObject(expected);
});

test('25 a decompression bomb is cut, not unpacked', async () => {
  const bomb = gzipSync(new Uint8Array(200_000_000));
  expect(bomb.length).toBeLessThan(400_000);
  const answer = await ask(host.file(bomb, { 'content-encoding': 'gzip' }), { maxBytes: 400_000 });
  expect(answer).toEqual({ fault: 'too large', limit: 400_000 });
});

test('8 truncation under a stated length', async () => {
  const cut: host.Behaviour = (_request, response) => {
    response.writeHead(200, { ...host.JSON_TYPE, 'content-length': '100' });
    response.write('ab', () => response.socket?.end());
  };
  expect(await ask(cut)).toMatchObject({ fault: 'no answer' });
});

test('a page that is larger than its limit is cut while it streams', async () => {
  let written = 0;
  const endless: host.Behaviour = (_request, response) => {
    response.writeHead(200, host.JSON_TYPE);
    const more = () => {
      if (response.destroyed) return;
      written += 16_384;
      if (response.write(new Uint8Array(16_384))) setImmediate(more);
      else response.once('drain', more);
    };
    more();
  };
  expect(await ask(endless, { maxBytes: 100_000 })).toEqual({ fault: 'too large', limit: 100_000 });
  expect(written).toBeGreaterThan(100_000);
});

test('a machine that was held up meanwhile does not take the host for slow', async () => {
  const heldUp: host.Behaviour = (request, response) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2 * LIMITS.idleMs);
    host.file('{}')(request, response);
  };
  expect(await ask(heldUp)).toEqual(new TextEncoder().encode('{}'));
});

test('1 name lookup fails', async () => {
  const answer = await fetchBounded({ fetch, now: () => 0 }, 'https://no-such-host.invalid/', LIMITS);
  expect(answer).toMatchObject({ fault: 'no answer' });
});

test('2 TLS fails', async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'nobody' }], { keySize: 2048 });
  const secure = createServer({ key, cert }, (_request, response) => response.end('{}'));
  await new Promise<void>((done) => secure.listen(0, '127.0.0.1', done));
  const { port } = secure.address() as AddressInfo;
  const answer = await fetchBounded({ fetch, now: () => 0 }, `https://127.0.0.1:${port}/`, LIMITS);
  secure.closeAllConnections();
  secure.close();
  expect(answer).toMatchObject({ fault: 'no answer' });
});

test('a file within its limits comes whole, and the host learns nothing of the asker', async () => {
  const answer = await ask(host.file('{"version":1}', { etag: '"abc"', 'set-cookie': 'id=7' }));
  expect(answer).toEqual(new TextEncoder().encode('{"version":1}'));
  await ask(host.file('{"version":1}', { etag: '"abc"' }));
  const { headers } = server.asked.at(-1)!;
  for (const name of ['cookie', 'referer', 'if-none-match', 'if-modified-since', 'authorization']) {
    expect(headers).not.toHaveProperty(name);
  }
});

test.each([
  ['120', 120_000],
  ['Thu, 01 Jan 1970 01:00:00 GMT', 3_600_000],
  ['0', 0],
  ['9999999999', 7 * 24 * 3_600_000],
  ['soon', null],
  [null, null],
])('Retry-After %s', (value, wait) => {
  expect(parseRetryAfter(value, 0)).toBe(wait);
});

test('a date that has passed asks for no wait', () => {
  expect(parseRetryAfter('Thu, 01 Jan 1970 00:00:00 GMT', 5_000)).toBe(0);
});
