import { describe, expect, test } from 'vitest';
import { type Host, isBadHost, parseHost } from '../../../utils/domain/host.ts';
import { toUnicodeHost } from '../../../utils/domain/idn.ts';
import { siteOf } from '../../../utils/domain/site-of.ts';

describe('parseHost reads', () => {
  test.each([
    ['okx.com', 'okx.com', 'okx.com', 'okx'],
    ['WWW.OKX.com.', 'www.okx.com', 'okx.com', 'okx'],
    ['https://user:pass@okx.com:8443/a?b#c', 'okx.com', 'okx.com', 'okx'],
    ['okx.com:443', 'okx.com', 'okx.com', 'okx'],
    ['欧易.com', 'xn--7hvx6i.com', 'xn--7hvx6i.com', 'xn--7hvx6i'],
    ['binance-login.pages.dev', 'binance-login.pages.dev', 'binance-login.pages.dev', 'binance-login'],
    ['pages.dev', 'pages.dev', null, ''],
    ['a.b.okex.co.kr', 'a.b.okex.co.kr', 'okex.co.kr', 'okex'],
    ['my_site.okx.com', 'my_site.okx.com', 'okx.com', 'okx'],
    ['localhost', 'localhost', null, ''],
  ])('%s', (input, ascii, registrable, label) => {
    const host = parseHost(input);
    if (isBadHost(host)) throw new Error(host.fault);
    expect([host.ascii, host.registrable, host.label ?? '']).toEqual([ascii, registrable, label]);
  });
});

describe('a host is shown decoded', () => {
  test.each([
    ['欧易.com', '欧易.com'],
    ['xn--7hvx6i.com', '欧易.com'],
    ['www.XN--7HVX6I.com', 'www.欧易.com'],
    ['a-xn--7hvx6i.com', 'a-xn--7hvx6i.com'],
    ['okx.com', 'okx.com'],
  ])('%s as %s', (input, unicode) => expect(parseHost(input)).toMatchObject({ unicode }));
});

test('what no browser would decode is left as it is', () => {
  expect(toUnicodeHost('xn--7hvx6i.xn--99999999.com')).toBe('欧易.xn--99999999.com');
});

describe('a site is the registrable domain, or the host where it has none', () => {
  test.each([
    ['www.okx.com', 'okx.com'],
    ['localhost', 'localhost'],
    ['pages.dev', 'pages.dev'],
  ])('%s: %s', (input, site) => expect(siteOf(parseHost(input) as Host)).toBe(site));
});

describe('the longest that a host can be', () => {
  const LABEL = 'a'.repeat(63);
  const LONGEST = `${`${LABEL}.`.repeat(3)}${'b'.repeat(61)}`;

  test.each([
    [LONGEST, LONGEST],
    [LONGEST.toUpperCase(), LONGEST],
    [`${LABEL}.com`, `${LABEL}.com`],
    [`HTTPS://${LABEL}.com/`, `${LABEL}.com`],
    [`${' '.repeat(65_536 - 7)}okx.com`, 'okx.com'],
  ])('%#', (input, ascii) => expect(parseHost(input)).toMatchObject({ ascii }));

  test.each([
    [`${LONGEST}b`, 'hostname too long'],
    [`https://${LONGEST}b/`, 'hostname too long'],
    [`${' '.repeat(65_536 - 6)}okx.com`, 'hostname too long'],
  ])('and one more: %#', (input, fault) => expect(parseHost(input)).toEqual({ fault }));
});

describe('a last label that is a number makes an IPv4 address or nothing', () => {
  test.each([
    ['okx.1', { fault: 'not a hostname' }],
    ['1.2.3.0x', { fault: 'ip address' }],
    ['10', { fault: 'ip address' }],
    ['0xff', { fault: 'ip address' }],
    ['okx.0xff', { fault: 'not a hostname' }],
    ['okx.0xfg', { ascii: 'okx.0xfg' }],
    ['okx.1f', { ascii: 'okx.1f' }],
    ['okx.10a', { ascii: 'okx.10a' }],
    ['okx.a1', { ascii: 'okx.a1' }],
    ['1.2.3.4.5', { fault: 'not a hostname' }],
    ['11.22.33.144', { fault: 'ip address' }],
    ['11.22.33.144.okx.com', { ascii: '11.22.33.144.okx.com' }],
  ])('%s', (input, outcome) => expect(parseHost(input)).toEqual(expect.objectContaining(outcome)));
});

describe('a platform gives out names under its suffix', () => {
  test.each([
    ['x.pages.dev', true],
    ['x.github.io', true],
    ['okx.us.com', true],
    ['okx.com.ru', true],
    ['a.b.blogspot.com', true],
    ['okx.com', false],
    ['okx.co.uk', false],
    ['okx.com.cn', false],
    ['okex.co.kr', false],
    ['okx.kawasaki.jp', false],
    ['okx.gov.cn', false],
    ['co.uk', false],
    ['localhost', false],
  ])('%s: %s', (input, platform) => expect(parseHost(input)).toMatchObject({ platform }));
});

describe('parseHost refuses', () => {
  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['127.0.0.1', 'ip address'],
    ['0x7f.1', 'ip address'],
    ['http://[::1]/', 'ip address'],
    ['okx\u0000.com', 'control character'],
    ['ok\ud800x.com', 'control character'],
    ['okx\u001f.com', 'control character'],
    ['okx.com\u007f', 'control character'],
    ['ok\tx.com', 'control character'],
    ['xn--a', 'bad punycode'],
    ['ftp://okx.com', 'not http or https'],
    ['a..b', 'not a hostname'],
    [`${'a'.repeat(64)}.com`, 'label too long'],
    [`${'a.'.repeat(150)}com`, 'hostname too long'],
    ['-', 'not a hostname'],
    ['hello world', 'not a hostname'],
  ])('%j', (input, fault) => {
    expect(parseHost(input)).toEqual({ fault });
  });
});
