import { expect, test } from 'vitest';
import { domainOf } from '../../../utils/domain/domain-of.ts';

test.each([
  ['a.b.okx.com', 'okx.com'],
  ['okx.com', 'okx.com'],
  ['https://u:p@www.okx.com:8443/a?b#c', 'okx.com'],
  ['user.pages.dev', 'user.pages.dev'],
  ['co.uk', 'co.uk'],
  ['localhost', 'localhost'],
  ['192.0.2.7', '192.0.2.7'],
  ['https://192.0.2.7/a', ''],
  ['[2001:db8::1]', ''],
  ['not a host', ''],
  ['', ''],
])('%s is kept as %s', (host, domain) => {
  expect(domainOf(host)).toBe(domain);
});
