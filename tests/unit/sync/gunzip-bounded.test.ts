import { expect, test } from 'vitest';
import { GunzipError, gunzipBounded } from '../../../utils/sync/gunzip-bounded.ts';
import { gzip } from './publisher.ts';

/** Longer than one piece of a stream, with no two pieces alike. */
const LONG = Uint8Array.from({ length: 300_000 }, (_, n) => (n * n) >> 3);

test.each([
  ['nothing', new Uint8Array(0), 0],
  ['exactly as much as may be', LONG, LONG.length],
  ['less than may be', LONG, LONG.length * 2],
])('%s is unpacked as it was packed', async (_, bytes, limit) => {
  expect(await gunzipBounded(gzip(bytes), limit)).toEqual(bytes);
});

test('a byte more than may be is refused', async () => {
  const answer = gunzipBounded(gzip(LONG), LONG.length - 1);
  await expect(answer).rejects.toThrow(new GunzipError('more than 299999 bytes'));
});

test.each([
  ['no gzip', new Uint8Array([1, 2, 3])],
  ['empty', new Uint8Array(0)],
  ['cut short', gzip(LONG).slice(0, -9)],
  ['of another checksum', gzip(LONG).map((byte, at, all) => (at === all.length - 8 ? byte ^ 1 : byte))],
])('bytes that are %s are named as such', async (_, bytes) => {
  const answer = gunzipBounded(bytes, LONG.length);
  await expect(answer).rejects.toThrow(new GunzipError('not gzip, or cut short'));
});
