import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../cli/seeded-random.ts';
import { afterTry, backoff, dueAt, NEVER_TRIED, type Schedule } from '../../../utils/sync/schedule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const SIX_HOURS = 6 * HOUR;
const NOW = Date.UTC(2026, 10, 23);

test.each([
  [1, 0, 15 * MINUTE],
  [1, 0.5, 22.5 * MINUTE],
  [2, 0, 30 * MINUTE],
  [5, 0, 4 * HOUR],
  [7, 0.99, DAY],
  [8, 0, DAY],
  [1000, 0.3, DAY],
])('after %s failures, random %s: %s ms', (failures, random, wait) => {
  expect(backoff(failures, random, null)).toBe(wait);
});

test('Retry-After is honoured where it asks for more, never for less', () => {
  expect(backoff(1, 0, 3 * HOUR)).toBe(3 * HOUR);
  expect(backoff(1, 0, 1000)).toBe(15 * MINUTE);
  expect(backoff(9, 0, 3 * DAY)).toBe(3 * DAY);
});

test('success waits the interval, a tenth more or less, and forgets the failures', () => {
  const failed = afterTry(NEVER_TRIED, NOW, { ok: false, retryAfterMs: null }, SIX_HOURS, 0);
  expect(failed).toMatchObject({ failures: 1, lastSuccessAt: null, notBefore: NOW + 15 * MINUTE });
  const [least, most] = [0, 1].map((random) => afterTry(failed, NOW, { ok: true }, SIX_HOURS, random));
  expect(least).toMatchObject({ failures: 0, lastSuccessAt: NOW, notBefore: NOW + 0.9 * SIX_HOURS });
  expect(most).toMatchObject({ notBefore: NOW + 1.1 * SIX_HOURS });
});

describe('when a sync is due', () => {
  const ok = afterTry(NEVER_TRIED, NOW, { ok: true }, SIX_HOURS, 0.5);

  test('never tried: at once', () => expect(dueAt(NEVER_TRIED, NOW)).toBe(NOW));
  test('after success: in six hours', () => expect(dueAt(ok, NOW + HOUR)).toBe(NOW + SIX_HOURS));
  test('37 three days asleep, the alarm lost: overdue, one try, then six hours again', () => {
    const woken = NOW + 3 * DAY;
    expect(dueAt(ok, woken)).toBeLessThan(woken);
    const next = afterTry(ok, woken, { ok: true }, SIX_HOURS, 0.5);
    expect(dueAt(next, woken)).toBe(woken + SIX_HOURS);
  });
  test('21 the clock was a year ahead and is set right: due at once, then as ever', () => {
    const ahead = afterTry(NEVER_TRIED, NOW + 365 * DAY, { ok: true }, SIX_HOURS, 0.5);
    expect(dueAt(ahead, NOW)).toBe(NOW);
    expect(dueAt(afterTry(ahead, NOW, { ok: true }, SIX_HOURS, 0.5), NOW)).toBe(NOW + SIX_HOURS);
  });
  test('21 a clock set ahead makes it due once', () => {
    const later = NOW + 365 * DAY;
    expect(dueAt(ok, later)).toBeLessThan(later);
    expect(dueAt(afterTry(ok, later, { ok: true }, SIX_HOURS, 0), later)).toBeGreaterThan(later);
  });
});

test('a host gone for 30 days is asked some 35 times by a client, and clients come back apart', () => {
  const returned: number[] = [];
  for (let client = 0; client < 500; client++) {
    const random = seededRandom(client);
    let schedule: Schedule = NEVER_TRIED;
    let now = NOW + client * 1000;
    let tries = 0;
    while (now < NOW + 30 * DAY) {
      schedule = afterTry(schedule, now, { ok: false, retryAfterMs: null }, SIX_HOURS, random());
      tries++;
      now = dueAt(schedule, now);
    }
    expect(tries).toBeLessThan(40);
    returned.push(now);
  }
  const perMinute = new Map<number, number>();
  for (const at of returned)
    perMinute.set(Math.floor(at / MINUTE), (perMinute.get(Math.floor(at / MINUTE)) ?? 0) + 1);
  expect(Math.max(...perMinute.values())).toBeLessThan(25);
});

test('whatever happens, the next try is after now and within eight days', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(
          fc.boolean(),
          fc.integer({ min: -400, max: 400 }),
          fc.double({ min: 0, max: 0.999, noNaN: true }),
        ),
      ),
      (tries) => {
        let schedule: Schedule = NEVER_TRIED;
        let now = NOW;
        for (const [ok, days, random] of tries) {
          now += days * DAY;
          schedule = afterTry(schedule, now, ok ? { ok } : { ok, retryAfterMs: null }, SIX_HOURS, random);
          expect(dueAt(schedule, now)).toBeGreaterThan(now);
          expect(dueAt(schedule, now)).toBeLessThanOrEqual(now + 8 * DAY);
        }
      },
    ),
    { seed: 37, numRuns: 300 },
  );
});

test.each<[string, Partial<Schedule>, number]>([
  ['a wait set before any try holds', { lastTryAt: null, notBefore: NOW + DAY }, NOW + DAY],
  [
    'a try an hour ahead, as clocks are corrected',
    { lastTryAt: NOW + HOUR, notBefore: NOW + DAY },
    NOW + DAY,
  ],
  ['a try further ahead: the clock was set back', { lastTryAt: NOW + HOUR + 1, notBefore: NOW + DAY }, NOW],
  ['the longest wait', { lastTryAt: NOW, notBefore: NOW + 8 * DAY }, NOW + 8 * DAY],
  ['a longer wait than there is', { lastTryAt: NOW, notBefore: NOW + 8 * DAY + 1 }, NOW],
  ['the same before any try', { lastTryAt: null, notBefore: NOW + 8 * DAY + 1 }, NOW],
])('due: %s', (_, schedule, due) => {
  expect(dueAt({ ...NEVER_TRIED, ...schedule }, NOW)).toBe(due);
});
