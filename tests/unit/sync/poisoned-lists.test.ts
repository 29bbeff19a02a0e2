import { beforeAll, expect, test } from 'vitest';
import type { DomainRecord, ExchangeRecord } from '../../../utils/exchange/record.ts';
import { encodeSnapshot } from '../../../utils/list/encode.ts';
import type { ListContents } from '../../../utils/list/list-contents.ts';
import { PROTECTED_NAMES } from '../../../utils/list/protected-names.ts';
import { exchange, reported } from '../list/sample-list.ts';
import { device } from './device.ts';
import { type Bytes, contents, KEY, publish, publishBytes, type Version } from './publisher.ts';

const ADDRESS = 'https://lists.example/';
const SUFFIXES = [
  'com',
  'net',
  'org',
  'cn',
  'hk',
  'co.uk',
  'co.jp',
  'com.cn',
  'com.hk',
  'com.tw',
  'io',
  'pages.dev',
  'github.io',
  'vercel.app',
  'netlify.app',
  'workers.dev',
  'web.app',
  'blogspot.com',
  'herokuapp.com',
  'cloudfront.net',
];
const OWN = ['okx.com', 'www.okx.com', 'a.b.okx.com'];

type Poison = [name: string, list: () => ListContents];

function withReported(name: string): Poison {
  const list = contents(3);
  return [`reports ${name}`, () => ({ ...list, reported: [...list.reported, reported(name, 'okx')] })];
}

function withListed(name: string): Poison {
  const list = contents(3);
  return [`lists ${name}`, () => ({ ...list, exchanges: [...list.exchanges, exchange('thief', [name])] })];
}

function withRecord(what: string, change: object): Poison {
  const list = contents(3);
  const broken = { ...exchange('broken', ['broken-example.com']), ...change } as ExchangeRecord;
  return [`a record with ${what}`, () => ({ ...list, exchanges: [...list.exchanges, broken] })];
}

function withRow(what: string, change: object): Poison {
  return withRecord(what, {
    domains: [{ domain: 'broken-example.com', role: 'primary', source: 'x', ...change } as DomainRecord],
  });
}

const popular = [...PROTECTED_NAMES];
const POISONED: Poison[] = [
  ...popular.slice(0, 110).map(withReported),
  ...popular.slice(110, 170).map(withListed),
  ...SUFFIXES.map(withReported),
  ...SUFFIXES.slice(0, 10).map(withListed),
  ...OWN.map(withReported),
  ...[0, 1, 5, 10, 20, 30, 40].map(
    (size): Poison => [
      `only ${size} reported names left`,
      () => ({ ...contents(3), reported: contents(3).reported.slice(0, size) }),
    ],
  ),
  ['no exchange at all', () => ({ ...contents(3), exchanges: [], reported: [] })],
  [
    'names only others imitate',
    () => ({ ...contents(3), exchanges: [exchange('okx', [{ domain: 'okx.com', imitated_only: true }])] }),
  ],
  withRecord('no name', { name: undefined }),
  withRecord('a number for a name', { name: 7 }),
  withRecord('a type of its own', { type: 'casino' }),
  withRecord('names_zh that are none', { names_zh: 'x' }),
  withRecord('domains that are none', { domains: null }),
  withRow('a role of its own', { role: 'boss' }),
  withRow('no source', { source: undefined }),
  withRow('a host for a domain', { domain: 'https://broken-example.com/' }),
  withRow('a name with a blank', { domain: 'broken example.com' }),
  withRow('a name in capitals', { domain: 'Broken-Example.com' }),
  withRow('a name with a bidi mark', { domain: 'broken\u202e-example.com' }),
  withRow('an empty name', { domain: '' }),
];

/** Lists that no encoder of ours makes: the bytes themselves are wrong, and the manifest vouches for them. */
const BROKEN: [string, (good: Bytes) => Bytes][] = [
  ['nothing', () => new Uint8Array(0)],
  ['noise', () => crypto.getRandomValues(new Uint8Array(1000))],
  ['its first half', (good) => good.slice(0, good.length / 2)],
  ['a byte too many', (good) => Uint8Array.of(...good, 0)],
  ['another magic', (good) => Uint8Array.of(88, ...good.subarray(1))],
];

let second: Version;
beforeAll(async () => {
  second = await publish(contents(2));
});

async function outcomeOf(version: Version): Promise<{ kind: string; current: string | null }> {
  let files = second.files;
  const phone = device(ADDRESS, [KEY], {
    fetch: async (url) => {
      const found = files.get(url.slice(ADDRESS.length));
      return found ? new Response(found) : new Response('', { status: 404 });
    },
  });
  await phone.sync();
  files = version.files;
  const { kind } = await phone.sync();
  const { state } = await phone.ports.store.contents();
  phone.close();
  return { kind, current: state.current };
}

test(`${POISONED.length} signed lists that say what no list may say: none is taken`, async () => {
  let published = 0;
  const taken: string[] = [];
  for (const [name, make] of POISONED) {
    let version: Version;
    try {
      version = await publish(make());
    } catch (error) {
      // Not even the encoder takes it, so it can only come as broken bytes.
      if (error instanceof Error) continue;
      throw error;
    }
    published++;
    const { kind, current } = await outcomeOf(version);
    if (current !== second.manifest.snapshot.sha256 || !kind.startsWith('refused'))
      taken.push(`${name}: ${kind}`);
  }
  expect(taken).toEqual([]);
  expect(published).toBeGreaterThanOrEqual(200);
}, 120_000);

test.each(BROKEN)('a signed snapshot of %s is not taken', async (_name, breakIt) => {
  const list = contents(3);
  const good = encodeSnapshot(list);
  const version = await publishBytes(list, good);
  const broken = breakIt(good);
  const bytes = await publishBytes(list, good, {
    manifest: (manifest) => ({
      ...manifest,
      snapshot: { ...manifest.snapshot, size: Math.max(1, broken.length) },
    }),
  });
  for (const [path, content] of version.files)
    if (path.endsWith('.bin')) bytes.files.set(path, broken.length ? broken : content);
  expect((await outcomeOf(bytes)).current).toBe(second.manifest.snapshot.sha256);
});
