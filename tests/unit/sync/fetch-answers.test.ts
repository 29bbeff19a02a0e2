import { expect, test } from 'vitest';
import { fetchBounded } from '../../../utils/sync/fetch-bounded.ts';
import { type FetchFault, parseRetryAfter } from '../../../utils/sync/fetch-fault.ts';
import { PACE } from '../../../utils/sync/limits.ts';

const LIMITS = { ...PACE, maxBytes: 10 };
const answered = (response: Response, onProgress?: (received: number) => void) =>
  fetchBounded({ fetch: async () => response, now: () => 0 }, 'https://lists.example/', LIMITS, onProgress);
const head = (headers: Record<string, string>) => new Response('{}', { headers });
const bytes = (text: string) => new TextEncoder().encode(text);

/** What a browser shows of a redirect that it was told not to follow. */
function opaqueRedirect(): Response {
  return Object.defineProperties(new Response(), { type: { value: 'opaqueredirect' }, status: { value: 0 } });
}

const streamed = (...pieces: string[]) =>
  new Response(
    new ReadableStream({
      start(stream) {
        for (const piece of pieces) stream.enqueue(bytes(piece));
        stream.close();
      },
    }),
  );

test.each<[string, Response, FetchFault]>([
  ['a redirect that is not shown', opaqueRedirect(), { fault: 'redirected' }],
  ['status 299', new Response('', { status: 299 }), { fault: 'status', status: 299, retryAfterMs: null }],
  ['status 300', new Response('', { status: 300 }), { fault: 'redirected' }],
  ['status 399', new Response('', { status: 399 }), { fault: 'redirected' }],
  ['status 400', new Response('', { status: 400 }), { fault: 'status', status: 400, retryAfterMs: null }],
  ['a page', head({ 'content-type': 'Text/HTML ;a=b' }), { fault: 'wrong type', type: 'text/html' }],
  ['too long by its head', head({ 'content-length': '11' }), { fault: 'too large', limit: 10 }],
  ['too long by its body', streamed('12345', '678901'), { fault: 'too large', limit: 10 }],
])('refused: %s', async (_, response, fault) => {
  expect(await answered(response)).toEqual(fault);
});

test.each<[string, Response, string]>([
  [
    'of a type in capitals, with more to it',
    head({ 'content-type': 'Application/JSON ; charset=utf-8' }),
    '{}',
  ],
  ['as long as may be by its head', head({ 'content-length': '10' }), '{}'],
  ['of an unreadable length', head({ 'content-length': 'long' }), '{}'],
  ['as long as may be', streamed('12345', '67890'), '1234567890'],
  ['in pieces of unlike length', streamed('1', '2345', '67'), '1234567'],
  ['without a body', new Response(null), ''],
])('taken: a file %s', async (_, response, text) => {
  expect(await answered(response)).toEqual(bytes(text));
});

test('progress tells all that came so far', async () => {
  const told: number[] = [];
  await answered(streamed('123', '4', '56'), (received) => told.push(received));
  expect(told).toEqual([3, 4, 6]);
});

test.each([
  [' 120\t', 120_000],
  ['1970-01-01T01:00:00Z', 3_600_000],
  // Eleven digits are neither seconds nor a date.
  ['12345678901', null],
])('Retry-After %j', (value, wait) => {
  expect(parseRetryAfter(value, 0)).toBe(wait);
});
