import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { prepareVersion } from '../../../cli/list/prepare-version.ts';
import {
  type Published,
  readLatest,
  readPublished,
  versionsIn,
  writePublication,
} from '../../../cli/list/publication.ts';
import { makeSecretKey } from '../../../cli/list/secret-key.ts';
import { applyDelta } from '../../../utils/list/delta.ts';
import { encodeSnapshot } from '../../../utils/list/encode.ts';
import type { ListContents } from '../../../utils/list/list-contents.ts';
import { deltaPath } from '../../../utils/list/publication-paths.ts';
import type { SigningKey } from '../../../utils/list/signature.ts';
import { runEnsign } from '../cli/run-ensign.ts';
import { exchange, listOf, reported } from './sample-list.ts';

const now = Date.parse('2026-11-23T00:00:00Z');
const many = Array.from({ length: 40 }, (_, i) => exchange(`x${i}`, [`market-${i}.com`]));
const lists = [1, 2, 3].map((version) => ({
  ...listOf(many, [reported(`bad-${version}.com`, 'x1')]),
  version,
}));
const { key } = makeSecretKey();

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ensign-publish-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function add(list: ListContents, earlier: Published[], keys: SigningKey[] = [key]): Promise<Published> {
  const snapshot = encodeSnapshot(list);
  const { manifest, files, pointer } = await prepareVersion({ snapshot, earlier, keys, now });
  await writePublication(folder, manifest.version, files, pointer);
  return { manifest, snapshot };
}

describe('a publication', () => {
  test('is read back as it went in, by pointer, manifest, signature and snapshot', async () => {
    const first = await add(lists[0]!, []);
    expect(await readLatest(folder)).toEqual({ format: 1, version: 1, keys: [key.keyId] });
    expect((await stat(join(folder, 'latest.json'))).size).toBeLessThan(200);
    expect(await readPublished(folder, 1, [key])).toEqual(first);
  });

  test('carries deltas from the versions before', async () => {
    const first = await add(lists[0]!, []);
    const second = await add(lists[1]!, [first]);
    const third = await add(lists[2]!, [first, second]);
    expect(third.manifest.deltas.map(({ from }) => from)).toEqual([1, 2]);
    for (const base of [first, second]) {
      const delta = gunzipSync(await readFile(join(folder, deltaPath(3, base.manifest.version))));
      expect(Buffer.compare(applyDelta(base.snapshot, delta), third.snapshot)).toBe(0);
    }
    expect(await versionsIn(folder)).toEqual([1, 2, 3]);
  });

  test('carries deltas from the last thirty, however many are kept', async () => {
    const first = await add(lists[0]!, []);
    const earlier = Array.from({ length: 31 }, (_, i) => ({
      ...first,
      manifest: { ...first.manifest, version: i + 1 },
    }));
    const { manifest } = await add({ ...lists[1]!, version: 32 }, earlier);
    expect(manifest.deltas.map(({ from }) => from)).toEqual(earlier.slice(1).map((_, i) => i + 2));
    expect((await readPublished(folder, 32, [key])).manifest).toEqual(manifest);
  });

  test('signed by two keys is good for those who trust either', async () => {
    const young = makeSecretKey().key;
    await add(lists[0]!, [], [young, key]);
    for (const trusted of [[key], [young], [key, young]]) {
      expect((await readPublished(folder, 1, trusted)).manifest.keyId).toBe(young.keyId);
    }
    await expect(readPublished(folder, 1, [makeSecretKey().key])).rejects.toThrow(/no v1\/manifest/);
  });

  test('that somebody changed is refused', async () => {
    await add(lists[0]!, []);
    const file = join(folder, 'v1/manifest.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"version": 1', '"version": 9'));
    await expect(readPublished(folder, 1, [key])).rejects.toThrow(/bad signature/);
  });

  test.each(['', '{"format":1,"ver', '<html>'])('whose pointer is damaged says so: %j', async (text) => {
    await writeFile(join(folder, 'latest.json'), text);
    await expect(readLatest(folder)).rejects.toThrow(/latest\.json is damaged: copy it again$/);
  });

  test('that broke off leaves the pointer on the old version, and the next attempt ends it', async () => {
    const first = await add(lists[0]!, []);
    const prepared = await prepareVersion({
      snapshot: encodeSnapshot(lists[1]!),
      earlier: [first],
      keys: [key],
      now,
    });
    const pointer = prepared.pointer;
    const broken = new Map([...prepared.files].slice(0, 1));
    await writePublication(folder, 2, broken, pointer);
    await writeFile(
      join(folder, 'latest.json'),
      JSON.stringify({ format: 1, version: 1, keys: [key.keyId] }),
    );
    await add(lists[1]!, [first]);
    expect((await readPublished(folder, 2, [key])).manifest.version).toBe(2);
    expect((await readdir(folder)).sort()).toEqual(['latest.json', 'v1', 'v2']);
  });
});

describe('what readers would refuse is not published', () => {
  test.each<[string, ListContents, RegExp]>([
    [
      'a protected name',
      { ...lists[1]!, reported: [reported('google.com', 'x1')] },
      /protected name: google\.com/,
    ],
    ['an own name', { ...lists[1]!, reported: [reported('market-1.com', 'x1')] }, /own name reported/],
    ['half the list', { ...lists[1]!, exchanges: many.slice(0, 20) }, /shrunk: 40 → 20/],
    ['an empty list', { ...lists[1]!, exchanges: [], reported: [] }, /empty list/],
    ['an older version', { ...lists[1]!, version: 0 }, /older version|format/],
    [
      'the same version with other bytes',
      { ...lists[1]!, version: 1 },
      /same version, other bytes; add --next$/,
    ],
    ['a jump', { ...lists[1]!, version: 2_000_000 }, /version jump$/],
    [
      'an expired list',
      { ...lists[1]!, issued: '2020-01-01T00:00:00Z', expires: '2020-02-01T00:00:00Z' },
      /expired/,
    ],
    [
      'a list dated in another zone',
      { ...lists[1]!, issued: '2026-11-01T08:00:00+08:00' },
      /issued is 2026-11-01T08:00:00\+08:00, not in UTC/,
    ],
    ['a list for ever', { ...lists[1]!, expires: '2099-01-01T00:00:00Z' }, /valid too long/],
  ])('%s', async (_, list, message) => {
    const first = await add(lists[0]!, []);
    await expect(add(list, [first])).rejects.toThrow(message);
    expect((await readLatest(folder))?.version).toBe(1);
  });
});

test('the command line: key, publish, verify, with its exit codes', async () => {
  const ensign = (...args: string[]) => runEnsign('list', ...args);
  const at = (name: string) => join(folder, name);
  expect((await ensign('key', at('a'))).code).toBe(0);
  expect((await ensign('key', at('a'))).code).toBe(2);
  expect((await ensign('publish', at('site'), '--key', at('a.key'), '--next')).code).toBe(0);
  const second = await ensign('publish', at('site'), '--key', at('a.key'), '--next');
  expect(second.out).toMatch(/from-\d+\.bin/);
  expect((await ensign('verify', at('site'), '--pub', at('a.pub'))).out).toMatch(/^good\tversion/);
  expect((await ensign('key', at('b'))).code).toBe(0);
  expect((await ensign('verify', at('site'), '--pub', at('b.pub'))).code).toBe(1);
  expect((await ensign('verify', at('nowhere'), '--pub', at('b.pub'))).code).toBe(2);
  expect((await ensign('publish', at('site'))).code).toBe(2);
});
