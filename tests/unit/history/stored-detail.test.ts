import { describe, expect, test } from 'vitest';
import { buildFlag } from '../../../utils/history/build-flag.ts';
import type { STORED_DETAILS } from '../../../utils/settings/settings.ts';

const SECRET = 'user-123';

const flagAt = (stored_detail: (typeof STORED_DETAILS)[number]) =>
  buildFlag(
    {
      tier: 'notice',
      host: { ascii: `${SECRET}.okx.com`, unicode: `${SECRET}.okx.com`, registrable: 'okx.com' },
      findings: [],
      ignored: ['listed'],
      list: { version: 1, issued: '2026-11-20' },
    },
    {
      flagId: 'id',
      document: 'd',
      now: Date.UTC(2026, 10, 20),
      timezoneOffsetMinutes: 0,
      url: `https://${SECRET}.okx.com/${SECRET}?${SECRET}#${SECRET}`,
      title: SECRET,
      htmlLang: null,
      detectedLang: null,
      redirectChain: [`${SECRET}.go.example`, '192.0.2.7', 'localhost'],
      referrerDomain: null,
      sessionPseudonym: 'p',
      settings: { stored_detail, store_title: false, ignored_kinds: [] },
      listSha256: '',
      detectorVersion: '1',
      extensionVersion: '1',
      browser: 'chrome 1',
      os: 'linux',
    },
  );

describe('of a visit a flag holds no more than the detail asked for', () => {
  test('domain: nothing below a registrable domain, in no field', () => {
    const flag = flagAt('domain');
    expect(JSON.stringify(flag)).not.toContain(SECRET);
    expect(flag.redirect_chain).toEqual(['go.example', '192.0.2.7', 'localhost']);
  });

  test.each([
    ['host', null],
    ['path', `https://${SECRET}.okx.com/${SECRET}`],
    ['full', `https://${SECRET}.okx.com/${SECRET}?${SECRET}`],
  ] as const)('%s', (detail, url) => {
    const flag = flagAt(detail);
    expect(flag.url).toBe(url);
    expect(flag.redirect_chain[0]).toBe(`${SECRET}.go.example`);
  });
});
