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
    ['https://x.example/?ref=abcd', 'abcd'],
    [`https://x.example/?ref=${'a'.repeat(24)}`, 'a'.repeat(24)],
    ['https://x.example/?ref=a-b_1', 'a-b_1'],
    ['http://x.example/signup/CODE1', 'CODE1'],
    ['https://x.example/sign-up/CODE1', 'CODE1'],
    ['https://x.example/i/CODE1', 'CODE1'],
    ['https://x.example/R/CODE1', 'CODE1'],
    ['https://x.example/zh/partner/CODE1/', 'CODE1'],
    ['https://x.example/a/b?page=1&invited_by=CODE1', 'CODE1'],
    ['https://x.example/?inviteby=CODE1', 'CODE1'],
    ['https://x.example/?invite_by=CODE1&ref=CODE2', 'CODE1'],
    ['https://x.example/join/CODE2?ref=CODE1', 'CODE1'],
  ])('%s → %s', (url, code) => expect(invitationCode(url)).toBe(code));
  it.each([
    'https://www.binance.com/zh-CN/register',
    'https://x.example/?ref=a',
    'https://x.example/?page=12345',
    'https://x.example/blog/join-us-today-for-a-long-title-of-a-post',
    'not an address',
    '',
    'https://x.example/?ref=abc',
    `https://x.example/?ref=${'a'.repeat(25)}`,
    'https://x.example/?ref=a%20bcd',
    'https://x.example/?xref=CODE1',
    'https://x.example/?refs=CODE1',
    'https://x.example/join/abc',
    'https://x.example/join/CODE1/x',
    'https://x.example/rejoin/CODE1',
    'https://x.example/#/join/CODE1',
    'ftp://x.example/?ref=CODE1',
    'xhttp://x.example/?ref=CODE1',
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
  it.each(['注册', '註冊', '邀请', '邀請', '开户', '開戶', '加入', '返佣', '立即', '官网', '官網', '入口'])(
    'a link by the word %s is about signing up',
    (text) => expect(read([['https://a.example/x?ref=CODE1', text]]).invitations).toHaveLength(1),
  );
  it.each(['SignUp', 'sign-up', 'account/create', 'user/reg'])('and so is one to %s', (path) =>
    expect(read([[`https://a.example/${path}?ref=CODE1`, '']]).invitations).toHaveLength(1),
  );
  it('a code leads to a listed exchange without a word, and no link without a code invites', () => {
    expect(
      read([
        ['https://www.okx.com/x?ref=CODE1', '阅读全文'],
        ['https://www.okx.com/', '立即注册'],
        ['https://a.example/', '立即注册'],
      ]),
    ).toEqual({
      invitations: [{ host: 'www.okx.com', code: 'CODE1', exchange: 'okx' }],
      downloads: [],
      ties: [
        { exchange: 'okx', host: 'www.okx.com', tie: 'invitation' },
        { exchange: 'okx', host: 'www.okx.com', tie: 'link' },
      ],
    });
  });
  it('a link that is no address of the web ties to nothing, and may be a download', () => {
    expect(read([['itms-services://www.okx.com/?ref=CODE1', '立即注册']])).toEqual({
      invitations: [],
      downloads: ['ipa'],
      ties: [],
    });
  });
  it('tells each kind of download once, those of its own host too', () => {
    const links: [string, string][] = [
      ['https://a.example/a.apk', ''],
      ['https://a.example/b.apk', ''],
    ];
    expect(read(links, [], 'a.example').downloads).toEqual(['apk']);
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
    ['http://play.google.com/store/apps/details?id=com.okinc', 'Google Play'],
    ['http://testflight.apple.com/join/AbCd', 'TestFlight'],
    ['http://itunes.apple.com/cn/app/id132726', 'App Store'],
    ['https://a.example/A.APK#x', 'apk'],
    ['https://a.example/a.ipa', 'ipa'],
    ['https://a.example/a.mobileconfig?x', 'ipa'],
    ['itms-services://?action=download', 'ipa'],
    ['https://a.example/a.exe', 'exe'],
    ['https://a.example/a.dmg', 'exe'],
    ['https://a.example/a.msi#x', 'exe'],
  ])('%s is a download: %s', (url, kind) => expect(read([[url, '']]).downloads).toEqual([kind]));
  it.each([
    'https://a.example/apk',
    'https://a.example/about.html',
    'https://apps.apple.com/',
    'https://apps.apple.com/app/id13272',
    'https://apps.apple.com/app/paid1327268470',
    'https://a.example/?to=https://apps.apple.com/app/id1327268470',
    'https://a.example/?to=https://testflight.apple.com/join/A',
    'https://a.example/?to=https://play.google.com/store/apps/details?id=a',
    'https://a.example/a.apks',
    'https://a.example/a.ipas',
    'https://a.example/a.exes',
    'https://a.example/itms-services:',
  ])('%s is none', (url) => expect(read([[url, '']]).downloads).toEqual([]));
});
