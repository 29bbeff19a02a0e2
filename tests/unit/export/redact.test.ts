import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS, type ExportOptions } from '../../../utils/export/options.ts';
import { pseudonymsOf, SaltError } from '../../../utils/export/pseudonym.ts';
import { redact } from '../../../utils/export/redact.ts';
import type { StoredFlag } from '../../../utils/history/flag.ts';
import { storedFlag } from '../../fixtures/flag.ts';

const pseudonyms = pseudonymsOf(new Uint8Array(32).fill(1));
const ID = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const flag: StoredFlag = {
  ...storedFlag({ flag_id: ID, document: 'd', host: 'vip.xn--7hvx6i.com' }),
  host_unicode: 'vip.欧易.com',
  registrable_domain: 'xn--7hvx6i.com',
  url: 'https://me:secret@vip.xn--7hvx6i.com/invite/9?code=7#top',
  title: '欧易',
  html_lang: 'zh-Hans-CN',
  referrer_domain: 'forum.example.org',
  redirect_chain: ['go.short.example', 'pages.dev'],
};
const at = (options: Partial<ExportOptions>) => redact(flag, { ...DEFAULT_OPTIONS, ...options }, pseudonyms);

describe('the address', () => {
  it.each([
    ['domain', false, 'xn--7hvx6i.com', null],
    ['host', false, 'vip.xn--7hvx6i.com', null],
    ['path', true, 'vip.xn--7hvx6i.com', 'https://vip.xn--7hvx6i.com/invite/9'],
    ['full', false, 'vip.xn--7hvx6i.com', 'https://vip.xn--7hvx6i.com/invite/9'],
    ['full', true, 'vip.xn--7hvx6i.com', 'https://vip.xn--7hvx6i.com/invite/9?code=7'],
  ] as const)('at %s, query %s', (level, query, host, url) => {
    const redacted = at({ level, query });
    expect([redacted.host, redacted.url]).toEqual([host, url]);
    expect(redacted.registrable_domain).toBe('xn--7hvx6i.com');
  });

  it('is decoded anew at the domain', () => {
    expect(at({ level: 'domain' }).host_unicode).toBe('欧易.com');
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'nonsense'])(
    'that is none on the web goes: %s',
    (url) => {
      expect(
        redact({ ...flag, url }, { ...DEFAULT_OPTIONS, level: 'full', query: true }, pseudonyms).url,
      ).toBeNull();
    },
  );
});

describe('the trail', () => {
  it.each([
    ['domain', null, []],
    ['host', 'example.org', ['short.example', 'pages.dev']],
    ['path', 'forum.example.org', ['go.short.example', 'pages.dev']],
  ] as const)('at %s', (level, referrer, redirects) => {
    const redacted = at({ level });
    expect([redacted.referrer_domain, redacted.redirect_chain]).toEqual([referrer, redirects]);
  });
});

describe('the title', () => {
  it.each([
    [true, '欧易'],
    [false, null],
  ])('by choice %s', (title, kept) => {
    expect(at({ title }).title).toBe(kept);
  });
});

describe('the declared language', () => {
  it.each([
    ['zh-Hans-CN', 'zh-Hans-CN'],
    ['EN', 'EN'],
    ['es-419', 'es-419'],
    ['zh-x-private', null],
    ['my secret', null],
    [null, null],
  ])('%s at host => %s', (html_lang, kept) => {
    expect(redact({ ...flag, html_lang }, { ...DEFAULT_OPTIONS, level: 'host' }, pseudonyms).html_lang).toBe(
      kept,
    );
  });
});

describe('ids', () => {
  it('of flags are kept, or replaced by another UUIDv4', () => {
    expect(at({}).flag_id).toBe(ID);
    const renamed = at({ flag_ids: 'new' }).flag_id;
    expect(renamed).not.toBe(ID);
    expect(renamed).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('of sessions are the same under one salt and others under another', () => {
    const other = redact(flag, DEFAULT_OPTIONS, pseudonymsOf(new Uint8Array(32).fill(2)));
    expect(at({}).session_pseudonym).toBe(at({ level: 'full' }).session_pseudonym);
    expect(at({}).session_pseudonym).not.toBe(other.session_pseudonym);
  });

  it('are those of the study, or none', () => {
    const enrolled = { ...flag, study_id: 'old', participant_id: 'old' };
    const study = { study_id: 's', participant_id: 'p' };
    expect(redact(enrolled, { ...DEFAULT_OPTIONS, study }, pseudonyms)).toMatchObject(study);
    expect(redact(enrolled, DEFAULT_OPTIONS, pseudonyms).study_id).toBeNull();
  });

  it('need a salt worth the name', () => {
    expect(() => pseudonymsOf(new Uint8Array(15))).toThrow(SaltError);
  });
});

it('never carries what stands beside the record', () => {
  const stored = { ...flag, surprise: 'x' };
  const redacted = redact(stored, { ...DEFAULT_OPTIONS, level: 'full' }, pseudonyms);
  expect(Object.keys(redacted)).not.toContain('local');
  expect(Object.keys(redacted)).not.toContain('surprise');
});

it('remembers what an earlier export left out', () => {
  const earlier = { ...flag, redactions: ['title: left out'] };
  const redacted = redact(earlier, { ...DEFAULT_OPTIONS, level: 'full', title: true }, pseudonyms);
  expect(redacted.redactions).toContain('title: left out');
});

it('is its own repetition', () => {
  const once = at({ level: 'host', time: 'hour' });
  const twice = redact(once, { ...DEFAULT_OPTIONS, level: 'host', time: 'hour' }, pseudonyms);
  expect({ ...twice, session_pseudonym: '' }).toEqual({ ...once, session_pseudonym: '' });
});
