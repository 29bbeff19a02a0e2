import { expect, test } from 'vitest';
import { StoreError, storeFault } from '../../../utils/sync/list-database.ts';

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
