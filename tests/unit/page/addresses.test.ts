import { expect, test } from 'vitest';
import { hostIn } from '../../../utils/page/addresses.ts';

test.each([
  ['https://www.OKX.com/join/ABC1', 'www.okx.com'],
  ['//okx.com', 'okx.com'],
  [' https://okx.com/join/ABC1', 'okx.com'],
  ['\n\thttps://okx.com:8443/', 'okx.com'],
  [`${' '.repeat(900)}https://okx.com`, 'okx.com'],
  ['https:\\\\okx.com/join', 'okx.com'],
  ['\\\\okx.com', 'okx.com'],
  ['https:///okx.com', 'okx.com'],
  ['https://a:b@okx.com/', 'okx.com'],
  ['https://a@b@okx.com/', 'okx.com'],
  ['https://okx.com\\@evil.example/', 'okx.com'],
  ['https://okx.com?@evil.example/', 'okx.com'],
])('the host of %j as the browser reads it', (address, host) => {
  expect(hostIn(address)).toBe(host);
  expect(new URL(address, 'https://page.example/').hostname).toBe(host);
});

test.each([
  '',
  '/join',
  'join//okx.com',
  '?//okx.com',
  'mailto:a@okx.com',
  'https:',
  'https://',
  'https://[',
])('%j names no host', (address) => expect(hostIn(address)).toBeNull());
