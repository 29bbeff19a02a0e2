import { describe, expect, test } from 'vitest';
import { hostLine, type Judge } from '../../../cli/scan/host-line.ts';
import type { Finding, LookalikeFinding, Tier } from '../../../utils/verdict/finding.ts';

const okx = { id: 'okx', name: 'OKX', nameZh: '欧易', type: 'exchange' } as const;
const lookalike: LookalikeFinding = {
  kind: 'lookalike',
  tier: 'danger',
  exchange: okx,
  match: {
    exchange: 'okx',
    target: 'okx.com',
    techniques: ['combosquat'],
    marks: [],
    score: 0.93,
    confidence: 'high',
  },
};
const reported: Finding = {
  kind: 'reported',
  tier: 'danger',
  exchange: okx,
  name: 'okx-login.example',
  source: 'a list',
  firstSeen: null,
  lastSeen: null,
};
const operations: Finding = { kind: 'operations', tier: 'none', operations: [], seatClaims: [] };

const finding =
  (tier: Tier, ...findings: Finding[]): Judge =>
  (host) => ({
    tier,
    host: { ascii: host.ascii, unicode: host.unicode, registrable: host.registrable },
    findings,
    ignored: [],
    list: { version: 1, issued: '2026-01-01T00:00:00Z' },
  });

describe('a line of scan hosts', () => {
  test('a lookalike names target, techniques and score', () => {
    expect(JSON.parse(hostLine('WWW.okx-login.example.', finding('danger', lookalike)))).toEqual({
      input: 'WWW.okx-login.example.',
      host: 'www.okx-login.example',
      registrable_domain: 'okx-login.example',
      verdict: 'lookalike',
      tier: 'danger',
      exchange: 'okx',
      target: 'okx.com',
      techniques: ['combosquat'],
      score: 0.93,
    });
  });

  test('the strongest finding speaks', () => {
    const line = JSON.parse(hostLine('okx-login.example', finding('danger', reported, lookalike)));
    expect(line).toMatchObject({ verdict: 'reported', target: null, techniques: [], score: 1 });
  });

  test('nothing found, or nothing about the host', () => {
    for (const judge of [finding('none'), finding('none', operations)]) {
      expect(hostLine('example.org', judge)).toBe(
        '{"input":"example.org","host":"example.org","registrable_domain":"example.org",' +
          '"verdict":"none","tier":"none","exchange":null,"target":null,"techniques":[],"score":0}',
      );
    }
  });

  test.each([
    ['', 'empty'],
    ['http://[::1]:80/', 'ip address'],
    ['a\0b.com', 'control character'],
    ['xn--a', 'bad punycode'],
    [`${'a.'.repeat(150)}com`, 'hostname too long'],
  ])('%j is an error', (input, error) => {
    expect(JSON.parse(hostLine(input, finding('none')))).toEqual({ input, error });
  });

  test('what the reader refused keeps its reason', () => {
    expect(hostLine({ shown: '\uFFFD', fault: 'not utf-8' }, finding('none'))).toBe(
      '{"input":"\uFFFD","error":"not utf-8"}',
    );
  });
});
