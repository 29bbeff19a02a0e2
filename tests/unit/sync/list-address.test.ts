import { expect, test } from 'vitest';
import { parseListAddress } from '../../../utils/sync/list-address.ts';

test.each([
  ['https://lists.example/ensign', 'https://lists.example/ensign/'],
  ['https://lists.example/ensign/', 'https://lists.example/ensign/'],
  ['https://lists.example', 'https://lists.example/'],
  ['https://lists.example:8443/a/b', 'https://lists.example:8443/a/b/'],
  ['  https://lists.example/ensign\n', 'https://lists.example/ensign/'],
  ['\u3000https://lists.example/ensign\u00a0', 'https://lists.example/ensign/'],
  ['HTTPS://Lists.Example/Ensign', 'https://lists.example/Ensign/'],
  // An empty query or fragment would swallow what is appended.
  ['https://lists.example/?', 'https://lists.example/'],
  ['https://lists.example/ensign#', 'https://lists.example/ensign/'],
  // For trying on one's own machine.
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/'],
  ['http://localhost/list', 'http://localhost/list/'],
  ['http://[::1]:9000/', 'http://[::1]:9000/'],
  ['https://127.0.0.1/', 'https://127.0.0.1/'],
])('%j is the address %s', (text, address) => {
  expect(parseListAddress(text)).toEqual({ address });
});

test.each([
  ['', 'not an address'],
  ['lists.example/ensign', 'not an address'],
  ['https://', 'not an address'],
  ['ftp://lists.example/', 'not an address'],
  ['file:///lists/ensign', 'not an address'],
  // No scheme of ours, whatever it begins or ends with.
  ['httpsx://lists.example/', 'not an address'],
  ['xhttps://lists.example/', 'not an address'],
  ['http://lists.example/', 'not https'],
  ['http://localhost.example/', 'not https'],
  ['http://127.0.0.2/', 'not https'],
  ['https://me@lists.example/', 'has a name or password'],
  ['https://:secret@lists.example/', 'has a name or password'],
  ['http://me:secret@localhost/', 'has a name or password'],
  ['https://lists.example/?for=me', 'has a query or fragment'],
  ['https://lists.example/#me', 'has a query or fragment'],
])('%j is none: %s', (text, fault) => {
  expect(parseListAddress(text)).toEqual({ fault });
});
