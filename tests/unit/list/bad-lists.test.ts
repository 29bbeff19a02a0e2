import { expect, test } from 'vitest';
import type { ExchangeRecord } from '../../../utils/exchange/record.ts';
import { acceptList } from '../../../utils/list/accept-list.ts';
import { encodeSnapshot } from '../../../utils/list/encode.ts';
import type { SnapshotMeta } from '../../../utils/list/layout.ts';
import type { ListContents } from '../../../utils/list/list-contents.ts';
import { type Manifest, readManifest, writeManifest } from '../../../utils/list/manifest.ts';
import { PROTECTED_NAMES } from '../../../utils/list/protected-names.ts';
import { sha256 } from '../../../utils/list/signature.ts';
import { Snapshot } from '../../../utils/list/snapshot.ts';
import { exchange, listOf, reported } from './sample-list.ts';

/** Lists that their publisher signed all the same: every checksum is right, what they say is not. */
const own = Array.from({ length: 40 }, (_, i) => exchange(`x${i}`, [`market-${i}.com`]));
const SUFFIXES = [
  'com',
  'net',
  'org',
  'cn',
  'com.cn',
  'co.uk',
  'co.kr',
  'co.jp',
  'io',
  'xyz',
  'top',
  'vip',
  'hk',
  'tw',
];
const PLATFORMS = [
  'pages.dev',
  'github.io',
  'workers.dev',
  'vercel.app',
  'netlify.app',
  'blogspot.com',
  'herokuapp.com',
];
const POPULAR = [...PROTECTED_NAMES].filter((name) => name.split('.').length === 2).slice(0, 60);

interface Bad {
  what: string;
  bytes: Uint8Array<ArrayBuffer>;
}
const report = (name: string): Bad => ({
  what: `reports ${name}`,
  bytes: encode(listOf(own, [reported(name, 'x1')])),
});
const claim = (name: string): Bad => ({
  what: `lists ${name}`,
  bytes: encode(listOf([...own, exchange('bad', [name])])),
});
const shape = (what: string, change: object): Bad => ({
  what,
  bytes: encode(listOf([{ ...own[0], ...change } as ExchangeRecord, ...own.slice(1)])),
});
const sized = (count: number): Bad => ({
  what: `${count} of 40 exchanges`,
  bytes: encode(listOf(own.slice(0, count))),
});

const bad: Bad[] = [
  ...POPULAR.flatMap((name) => [report(name), report(`www.${name}`), claim(name)]),
  ...[...SUFFIXES, ...PLATFORMS].flatMap((name) => [report(name), claim(name)]),
  ...[1, 7, 20].flatMap((i) => [report(`market-${i}.com`), report(`login.market-${i}.com`)]),
  ...[0, 1, 5, 20, 27].map(sized),
  shape('markup is no harm, a control is', { name: 'X\u0000' }),
  shape('a bidi override in a name', { name: 'moc.\u202eX' }),
  shape('no name', { name: '' }),
  shape('no type', { type: 'bank' }),
  shape('no source', { source: [] }),
  shape('a role nobody knows', { domains: [{ domain: 'market-0.com', role: 'king', source: 'a test' }] }),
  shape('a row without source', { domains: [{ domain: 'market-0.com', role: 'primary' }] }),
  shape('a host elsewhere', {
    domains: [{ domain: 'market-0.com', host: 'evil.com', role: 'primary', source: 'a test' }],
  }),
  shape('lineage of another kind', { lineage: [{ from: 'a', to: 'b', kind: 'theft', source: 'a test' }] }),
  shape('lineage that is no list', { lineage: {} }),
  shape('a web address that runs', { block123: 'not an address' }),
  ...['HSHI', 'HSLO', 'VALU', 'NMRC', 'EXRC'].map(broken),
];

function encode(list: ListContents): Uint8Array<ArrayBuffer> {
  return encodeSnapshot(list);
}

/** A section overwritten in its middle before the checksum was made. */
function broken(section: string): Bad {
  const bytes = encode(listOf(own));
  const { from, to } = new Snapshot(bytes.buffer).contents.sections.get(section)!;
  bytes.fill(0xa5, from + Math.floor((to - from) / 2), to);
  return { what: `${section} is broken`, bytes };
}

async function manifestOf(bytes: Uint8Array<ArrayBuffer>): Promise<Manifest> {
  const meta = readMetaOf(bytes);
  const manifest: Manifest = {
    format: 1,
    version: meta.version,
    issued: meta.issued,
    expires: meta.expires,
    snapshot: {
      size: bytes.length,
      sha256: await sha256(bytes),
      packed: { size: 1, sha256: '0'.repeat(64) },
    },
    deltas: [],
    protectedCount: Math.max(1, meta.names - meta.reported),
    keyId: '0123456789ABCDEF',
  };
  return readManifest(writeManifest(manifest))!;
}

function readMetaOf(bytes: Uint8Array<ArrayBuffer>): SnapshotMeta {
  const text = new TextDecoder().decode(bytes);
  return JSON.parse(/\{"version".*?\}/.exec(text)![0]);
}

const previous = new Snapshot(encode(listOf(own)).buffer).meta;

test('a good list is accepted', async () => {
  const bytes = encode(listOf(own, [reported('0kx.com', 'x1')]));
  expect((await acceptList(bytes, await manifestOf(bytes), previous)).outcome).toBe('accepted');
});

test('bytes that the manifest does not name are not accepted', async () => {
  const bytes = encode(listOf(own));
  const manifest = await manifestOf(bytes);
  const other = bytes.slice();
  other[other.length - 1]! ^= 1;
  for (const given of [other, bytes.slice(0, -1), new Uint8Array()]) {
    expect(await acceptList(given, manifest, previous)).toEqual({ outcome: 'wrong checksum' });
  }
});

test('what is no list is told as broken, with what broke it', async () => {
  const bytes = broken('EXRC').bytes;
  expect(await acceptList(bytes, await manifestOf(bytes), previous)).toMatchObject({
    outcome: 'broken',
    error: { fault: 'bad exchange record' },
  });
});

test('what goes wrong beside the list is not told as the list’s', async () => {
  const bytes = encode(listOf(own));
  const stopped = () => Promise.reject(new RangeError('stopped'));
  await expect(acceptList(bytes, await manifestOf(bytes), previous, stopped)).rejects.toThrow('stopped');
});

test(`${bad.length} signed but bad lists: none is accepted`, async () => {
  expect(bad.length).toBeGreaterThanOrEqual(200);
  const accepted: string[] = [];
  for (const { what, bytes } of bad) {
    const { outcome } = await acceptList(bytes, await manifestOf(bytes), previous);
    if (outcome === 'accepted') accepted.push(what);
  }
  expect(accepted).toEqual([]);
});

test('a snapshot of another manifest is not accepted', async () => {
  const bytes = encode(listOf(own));
  const manifest = await manifestOf(bytes);
  const changes: Partial<Manifest>[] = [
    { version: manifest.version + 1 },
    { issued: '2026-11-02T00:00:00Z' },
    { expires: '2027-02-02T00:00:00Z' },
    { protectedCount: manifest.protectedCount + 1 },
  ];
  for (const change of changes) {
    expect((await acceptList(bytes, { ...manifest, ...change }, previous)).outcome).toBe(
      'not its manifest’s',
    );
  }
});
