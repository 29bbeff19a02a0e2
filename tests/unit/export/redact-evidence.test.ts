import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS, type ExportOptions, LEVELS } from '../../../utils/export/options.ts';
import { redactEdgeEvidence, redactEvidence, redactWords } from '../../../utils/export/redact-evidence.ts';
import { EVIDENCE_CODES } from '../../../utils/trail/sighting.ts';

const options = (chosen: Partial<ExportOptions>): ExportOptions => ({ ...DEFAULT_OPTIONS, ...chosen });
const PATH = options({ level: 'path', query: true });
const NO_QUERY = options({ level: 'full', query: false });
const EVERYTHING = options({ level: 'full', query: true, title: true });

describe('the way of an edge', () => {
  it.each([
    [
      'addresses lose their queries',
      'https://okex.com/?token=a > https://okx.cab/b?token=c',
      'https://okex.com/ > https://okx.cab/b',
    ],
    ['one step alone', 'https://okx.cab/?a', 'https://okx.cab/'],
    ['a query in a query', 'https://a.example/?u=https://b.example/?c=1', 'https://a.example/'],
    ['an empty query', 'https://okex.com/?', 'https://okex.com/'],
    ['fragment and credentials', 'https://me:word@okex.com/a#b?c', 'https://okex.com/a'],
    ['a port and escapes stay', 'https://okex.com:8443/%3Fa', 'https://okex.com:8443/%3Fa'],
    ['hosts, where no more was stored, stay', 'www.okex.com > m.okx.cab', 'www.okex.com > m.okx.cab'],
    ['an address without a scheme is its host', 'okex.com/?token=a > okx.cab', 'okex.com > okx.cab'],
    [
      'an IP address stays',
      'https://192.0.2.7/?a > https://okx.cab/',
      'https://192.0.2.7/ > https://okx.cab/',
    ],
    [
      'steps that look alike are one',
      'https://okex.com/?1 > https://okex.com/?2 > https://okx.cab/',
      'https://okex.com/ > https://okx.cab/',
    ],
    [
      'a step that is there again stays',
      'https://a.example/ > https://b.example/ > https://a.example/?1',
      'https://a.example/ > https://b.example/ > https://a.example/',
    ],
    [
      'cut off within a query',
      'https://okex.com/ > https://okx.cab/?tok',
      'https://okex.com/ > https://okx.cab/',
    ],
    [
      'what is no address of the web goes',
      'file:///home/me > javascript:me > https://okx.cab/',
      'https://okx.cab/',
    ],
    ['what is no address at all goes', ' > my words > https://okx.cab/', 'https://okx.cab/'],
  ])('%s', (_, way, left) => {
    for (const one of [PATH, NO_QUERY]) {
      expect(redactEdgeEvidence([`way: ${way}`], one)).toEqual([`way: ${left}`]);
    }
  });

  it('keeps the queries that were chosen, and never a fragment', () => {
    const way = 'way: https://me@okex.com/?a=1#b > https://okx.cab/?c=2';
    expect(redactEdgeEvidence([way], EVERYTHING)).toEqual([
      'way: https://okex.com/?a=1 > https://okx.cab/?c=2',
    ]);
  });

  it('is left out where nothing of it may stay, and stands once where several become alike', () => {
    expect(redactEdgeEvidence(['way: ?secret', 'by: server'], PATH)).toEqual(['by: server']);
    const ways = [
      'way: https://okex.com/?1 > https://okx.cab/',
      'way: https://okex.com/?2 > https://okx.cab/',
    ];
    expect(redactEdgeEvidence(ways, PATH)).toEqual(['way: https://okex.com/ > https://okx.cab/']);
  });
});

describe('the text of a link', () => {
  it.each([
    ['okx.cab/?token=a', 'okx.cab/'],
    ['官网:https://okx.cab/a?b=c 注册', '官网:https://okx.cab/a 注册'],
    ['okx.cab?a=1?b=2', 'okx.cab'],
    ['192.0.2.7/?a=1', '192.0.2.7/'],
    ['https://me:word@okx.cab/ 官网', 'https://okx.cab/ 官网'],
    ['https://me@okx.cab/?a https://okx.cab/@me', 'https://okx.cab/ https://okx.cab/@me'],
    ['me@okx.cab', 'me@okx.cab'],
    ['欧易.网址?a', '欧易.网址'],
    ['okx.cab/#/join?a=1', 'okx.cab/'],
    ['okx.cab 没有账号?注册', 'okx.cab 没有账号?注册'],
    ['没有账号?注册 okx.cab', '没有账号?注册 okx.cab'],
    ['#1 交易所', '#1 交易所'],
    ['注册...?', '注册...?'],
    ['最新网址？okx.cab', '最新网址？okx.cab'],
  ])('%s => %s', (text, left) => {
    expect(redactEdgeEvidence([`words: ${text}`], PATH)).toEqual([`words: ${left}`]);
  });

  it('keeps a chosen query, and no fragment', () => {
    expect(redactEdgeEvidence(['words: okx.cab/?a=1#b 注册'], EVERYTHING)).toEqual([
      'words: okx.cab/?a=1 注册',
    ]);
  });
});

describe('what a page says of itself', () => {
  const TITLE = '欧易OKX: 首页 > 登录';
  it.each([
    [`place: claims-title ${TITLE}`, 'place: claims-title'],
    ['place: claims-copyright © 欧易', 'place: claims-copyright'],
    ['place: claims-site-name\n欧易', 'place: claims-site-name'],
    ['place: claims-heading', 'place: claims-heading'],
  ])('in an edge: %s => %s', (line, left) => {
    expect(redactEdgeEvidence([line], NO_QUERY)).toEqual([left]);
    expect(redactEdgeEvidence([line], EVERYTHING)).toEqual([line]);
  });

  it.each([
    [`claims-title: ${TITLE}`, 'claims-title'],
    ['claims-site-name: a: b', 'claims-site-name'],
    ['claims-copyright: ©\n欧易', 'claims-copyright'],
    ['claims-logo', 'claims-logo'],
    // Words of fixed tables, found in titles as elsewhere.
    ['title-dealing: 交易', 'title-dealing: 交易'],
    ['icp-filing: 京ICP备1号', 'icp-filing: 京ICP备1号'],
    ['https://a.example/report?id=7', 'https://a.example/report?id=7'],
    ['claimed', 'claimed'],
  ])('in a finding: %s => %s', (line, left) => {
    expect(redactEvidence([line], NO_QUERY)).toEqual([left]);
    expect(redactEvidence([line], EVERYTHING)).toEqual([line]);
  });

  it.each([
    ['claims-title', ''],
    ['claims-heading', ''],
    ['title-invites', TITLE],
    ['disclaims-title', TITLE],
  ])('in a signal: %s => %j', (id, left) => {
    expect(redactWords({ id, value: TITLE }, NO_QUERY)).toBe(left);
    expect(redactWords({ id, value: TITLE }, EVERYTHING)).toBe(TITLE);
  });
});

const LINES: Record<(typeof EVIDENCE_CODES)[number], string> = {
  by: 'by: server',
  way: 'way: https://okex.com/ > https://okx.cab/',
  words: 'words: 最新网址',
  place: 'place: claims-title',
  file: 'file: static.okx.com',
  id: 'id: app 1327268470',
  page: 'page: aff.example #1f3a',
  against: 'against: another exchange',
};

it.each(EVIDENCE_CODES)('%s without address and title stays as it is', (code) => {
  for (const one of [PATH, NO_QUERY, EVERYTHING]) {
    expect(redactEdgeEvidence([LINES[code]], one)).toEqual([LINES[code]]);
  }
});

it('leaves out lines of codes unknown here', () => {
  const unknown = ['later: https://okx.cab/?a=1', 'a redirect', '', 'Way: https://okx.cab/?a=1'];
  expect(redactEdgeEvidence(unknown, EVERYTHING)).toEqual([]);
});

it('keeps nothing below the path', () => {
  for (const level of LEVELS.slice(0, 2)) {
    const chosen = options({ level, query: true, title: true });
    expect(redactEdgeEvidence(Object.values(LINES), chosen)).toEqual([]);
    expect(redactEvidence(['title-dealing: 交易'], chosen)).toEqual([]);
    expect(redactWords({ id: 'title-dealing', value: '交易' }, chosen)).toBe('');
  }
});
