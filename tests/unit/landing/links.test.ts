import { describe, expect, it } from 'vitest';
import { invitationCode, readLinks } from '../../../utils/landing/links.ts';
import { emptySignals } from '../../../utils/landing/page-signals.ts';
import { context } from './records.ts';

describe('invitationCode', () => {
  it.each([
    ['https://www.binance.com/join?ref=SRXT5KUM', 'SRXT5KUM'],
    ['https://www.okx.com/join/A999998', 'A999998'],
    ['https://www.okx.com/zh-hans/join/A999998/', 'A999998'],
    ['https://x.example/#/register?inviteCode=KK8899', 'KK8899'],
    ['https://x.example/register?utm_source=a&vipCode=abc123', 'abc123'],
  ])('%s → %s', (url, code) => expect(invitationCode(url)).toBe(code));
  it.each([
    'https://www.binance.com/zh-CN/register',
    'https://x.example/?ref=a',
    'https://x.example/?page=12345',
    'https://x.example/blog/join-us-today-for-a-long-title-of-a-post',
    'not an address',
    '',
  ])('none in %s', (url) => expect(invitationCode(url)).toBeNull());
});

describe('readLinks', () => {
  const read = (links: [string, string][], assetHosts: string[] = [], host: string | null = null) =>
    readLinks(
      { ...emptySignals(), links: links.map(([url, text]) => ({ url, text })), assetHosts },
      context(host),
    );
  it('ties to listed hosts by link, invitation and asset', () => {
    expect(
      read(
        [
          ['https://www.binance.com/zh-CN', '币安'],
          ['https://www.okx.com/join/A999998', '注册'],
        ],
        ['static.okx.com', 'cdn.example'],
      ).ties,
    ).toEqual([
      { exchange: 'binance', host: 'www.binance.com', tie: 'link' },
      { exchange: 'okx', host: 'www.okx.com', tie: 'invitation' },
      { exchange: 'okx', host: 'static.okx.com', tie: 'asset' },
    ]);
  });
  it('takes a code to an unlisted host for an invitation only where the link is about signing up', () => {
    expect(
      read([
        ['https://a.example/x?ref=CODE1', '立即注册'],
        ['https://b.example/register?ref=CODE2', ''],
        ['https://c.example/post?ref=CODE3', '阅读全文'],
      ]).invitations,
    ).toEqual([
      { host: 'a.example', code: 'CODE1', exchange: null },
      { host: 'b.example', code: 'CODE2', exchange: null },
    ]);
  });
  it("leaves out the page's own host", () => {
    expect(read([['https://www.okx.com/join/A999998', '注册']], ['www.okx.com'], 'www.okx.com').ties).toEqual(
      [],
    );
  });
  it.each([
    ['https://a.example/app/latest.apk', 'apk'],
    ['https://a.example/app.apk?v=2', 'apk'],
    ['https://testflight.apple.com/join/AbCd', 'TestFlight'],
    ['https://apps.apple.com/app/okx/id1327268470', 'App Store'],
    ['https://play.google.com/store/apps/details?id=com.okinc', 'Google Play'],
  ])('%s is a download: %s', (url, kind) => expect(read([[url, '']]).downloads).toEqual([kind]));
  it.each(['https://a.example/apk', 'https://a.example/about.html', 'https://apps.apple.com/'])(
    '%s is none',
    (url) => expect(read([[url, '']]).downloads).toEqual([]),
  );
});
