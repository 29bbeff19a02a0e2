import { describe, expect, test } from 'vitest';
import { isBadHost, parseHost } from '../../../utils/domain/host.ts';

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
