import { expect, test } from 'vitest';
import { ALL_SITES, hostPatterns, originPattern } from '../../../utils/domain/origin-patterns.ts';

test.each([
  ['https://okx.com/a?b#c', 'https://okx.com/*'],
  ['http://okx.com/', 'http://okx.com/*'],
  // Firefox matches no port: a pattern that bears one would match nothing.
  ['https://okx.com:8443/', 'https://okx.com/*'],
  ['https://user:word@okx.com/', 'https://okx.com/*'],
  ['https://欧易.com/', 'https://xn--7hvx6i.com/*'],
  ['http://[::1]:80/', 'http://[::1]/*'],
  ['http://127.0.0.1:3000/', 'http://127.0.0.1/*'],
  ['about:blank', null],
  ['file:///a', null],
  ['chrome-extension://abc/popup.html', null],
  ['blob:https://okx.com/1', null],
  ['', null],
])('the origin of %s => %s', (url, pattern) => {
  expect(originPattern(url)).toBe(pattern);
});

test('each pattern of a host is within one of those of all sites: browsers add none of them up', () => {
  const hosts = hostPatterns('okx.com');
  expect(hosts).toEqual(['http://okx.com/*', 'https://okx.com/*']);
  expect(hosts.map((pattern) => pattern.replace('okx.com', '*'))).toEqual(ALL_SITES);
});
