import { expect, test, vi } from 'vitest';
import { orBlocked, StoreError, storeFault } from '../../../utils/sync/list-database.ts';

test.each<[string, unknown, string, string]>([
  ['what the browser said', new DOMException('no', 'AbortError'), 'unreadable', 'AbortError: no'],
  ['an error of the store’s own', new StoreError('blocked'), 'blocked', ''],
  ['of a later version', new DOMException('7 > 1', 'VersionError'), 'newer', 'VersionError: 7 > 1'],
  ['no room', new DOMException('full', 'QuotaExceededError'), 'full', 'QuotaExceededError: full'],
  ['an ordinary error', new TypeError('odd'), 'unreadable', 'TypeError: odd'],
  [
    'an error within an error',
    new StoreError('full', { cause: new StoreError('full', { cause: new RangeError('deep') }) }),
    'full',
    'RangeError: deep',
  ],
  ['no error at all', 'odd', 'unreadable', ''],
])('%s is named and told of', async (_, cause, fault, innermost) => {
  expect(await storeFault(cause)).toBe(fault);
  expect(new StoreError('unreadable', { cause }).innermost).toBe(innermost);
});

test('what does not end in time is blocked, and what ends leaves nobody waiting', async () => {
  vi.useFakeTimers();
  try {
    const never = orBlocked(new Promise(() => undefined), 5_000).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await never).toMatchObject({
      name: 'StoreError',
      fault: 'blocked',
      message: 'list store: blocked',
    });
    expect(await orBlocked(Promise.resolve('opened'), 5_000)).toBe('opened');
    await expect(orBlocked(Promise.reject(new TypeError('odd')), 5_000)).rejects.toThrow('odd');
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
