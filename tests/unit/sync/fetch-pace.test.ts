import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Fetch, fetchBounded } from '../../../utils/sync/fetch-bounded.ts';
import { type FetchLimits, PACE } from '../../../utils/sync/limits.ts';

// Steps of time are made by hand: no test waits for any.
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const LIMITS: FetchLimits = {
  maxBytes: 1_000_000,
  totalMs: 600_000,
  idleMs: 8_000,
  minBytesPerSecond: 0,
  slowAfterMs: 10_000,
};

/** So many bytes at once and again every second, without end; 0: not even a head. */
function dripping(size: number): Fetch {
  return (_url, { signal }) => {
    const aborted = new Promise<never>((_done, fail) => {
      signal!.addEventListener('abort', () => fail(signal!.reason));
    });
    if (size === 0) return aborted;
    const body = new ReadableStream({
      start(stream) {
        const piece = () => stream.enqueue(new Uint8Array(size));
        piece();
        const timer = setInterval(piece, 1000);
        aborted.catch((reason: unknown) => {
          clearInterval(timer);
          stream.error(reason);
        });
      },
    });
    return Promise.resolve(new Response(body));
  };
}

function begin(fetch: Fetch, limits: Partial<FetchLimits>) {
  const asked = { answer: null as unknown };
  void fetchBounded({ fetch, now: () => 0 }, 'https://lists.example/', { ...LIMITS, ...limits }).then(
    (answer) => {
      asked.answer = answer;
    },
  );
  return asked;
}

test.each<[string, number, Partial<FetchLimits>, lastMs: number, endMs: number, received: number]>([
  ['silence', 0, {}, 8_999, 9_000, 0],
  ['a short patience is looked at more often', 0, { idleMs: 400 }, 499, 500, 0],
  ['past the whole time', 10, { totalMs: 30_000 }, 30_999, 31_000, 310],
  ['below the least pace', 99, { minBytesPerSecond: 100 }, 10_999, 11_000, 11 * 99],
  ['nothing at all, with a pace to keep', 0, { minBytesPerSecond: 1, idleMs: 60_000 }, 10_999, 11_000, 0],
  ['silence, as it is shipped', 0, { ...PACE, minBytesPerSecond: 0 }, 20_999, 21_000, 0],
])('given up: %s', async (_, size, limits, lastMs, endMs, received) => {
  const asked = begin(dripping(size), limits);
  await vi.advanceTimersByTimeAsync(lastMs);
  expect(asked.answer).toBeNull();
  await vi.advanceTimersByTimeAsync(endMs - lastMs);
  expect(asked.answer).toEqual({ fault: 'too slow', received });
  expect(vi.getTimerCount()).toBe(0);
});

test.each<[string, number, Partial<FetchLimits>, number]>([
  ['the least pace, just kept', 100, { minBytesPerSecond: 100 }, 60_000],
  ['slower, as long as that may be', 1, { minBytesPerSecond: 100 }, 10_000],
  ['the least pace, as it is shipped', 1_024, PACE, 240_000],
])('waited for: %s', async (_, size, limits, ms) => {
  const asked = begin(dripping(size), limits);
  await vi.advanceTimersByTimeAsync(ms);
  expect(asked.answer).toBeNull();
});

test('what is shipped ends before a worker’s event does', async () => {
  const asked = begin(dripping(1_024), PACE);
  await vi.advanceTimersByTimeAsync(5 * 60_000 - 1);
  expect(asked.answer).toMatchObject({ fault: 'too slow' });
});

test.each([200, 404])('once a host has answered %i nothing watches or asks any more', async (status) => {
  let signal: AbortSignal | null | undefined;
  const asked = begin(async (_url, init) => {
    signal = init.signal;
    return new Response('{}', { status });
  }, {});
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.answer).not.toBeNull();
  expect(vi.getTimerCount()).toBe(0);
  expect(signal?.aborted).toBe(true);
});
