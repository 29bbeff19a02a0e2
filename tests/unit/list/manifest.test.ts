import { describe, expect, test } from 'vitest';
import { MAX_SNAPSHOT_LENGTH } from '../../../utils/list/layout.ts';
import {
  MAX_MANIFEST,
  MAX_PACKED,
  MAX_POINTER,
  type Manifest,
  readManifest,
  readPointer,
  writeManifest,
  writePointer,
} from '../../../utils/list/manifest.ts';
import { belongsTo, judgeManifest } from '../../../utils/list/manifest-verdict.ts';

const DAY = 86_400_000;
const sha = (digit: string) => digit.repeat(64);
const manifest: Manifest = {
  format: 1,
  version: 12,
  issued: '2026-11-20T00:00:00Z',
  expires: '2027-02-20T00:00:00Z',
  snapshot: { size: 1_122_560, sha256: sha('a'), packed: { size: 129_438, sha256: sha('c') } },
  deltas: [{ from: 11, sha256: sha('b'), packed: { size: 900, sha256: sha('d') } }],
  protectedCount: 1_468,
  keyId: '6DDE66C0FE78A117',
};
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const now = Date.parse('2026-11-23T00:00:00Z');

describe('a manifest', () => {
  test('reads as it was written', () => expect(readManifest(writeManifest(manifest))).toEqual(manifest));

  test.each<[string, unknown]>([
    ['another format', { ...manifest, format: 2 }],
    ['a field nobody knows', { ...manifest, more: 1 }],
    ['a version of zero', { ...manifest, version: 0 }],
    ['a version past counting', { ...manifest, version: 2 ** 60 }],
    ['a version in words', { ...manifest, version: '12' }],
    ['a time without zone', { ...manifest, issued: '2026-11-20' }],
    ['an end before the beginning', { ...manifest, expires: '2026-01-01T00:00:00Z' }],
    ['a short checksum', { ...manifest, snapshot: { ...manifest.snapshot, sha256: 'aa' } }],
    ['a bomb', { ...manifest, snapshot: { ...manifest.snapshot, size: 2 ** 40 } }],
    ['a delta from itself', { ...manifest, deltas: [{ ...manifest.deltas[0], from: 12 }] }],
    ['too many deltas', { ...manifest, deltas: Array(31).fill(manifest.deltas[0]) }],
    ['no key', { ...manifest, keyId: '' }],
    ['null', null],
    ['a list', []],
  ])('is refused: %s', (_, value) => expect(readManifest(bytes(value))).toBeNull());

  test.each([
    ['HTML', new TextEncoder().encode('<html>')],
    ['no UTF-8', Uint8Array.of(0xff, 0xfe)],
    ['nothing', new Uint8Array()],
    ['far too much', bytes({ ...manifest, more: 'x'.repeat(20_000) })],
  ])('is refused: %s', (_, value) => expect(readManifest(value)).toBeNull());
});

describe('a manifest, at its bounds', () => {
  const { snapshot, deltas } = manifest;
  const reads = (value: unknown) => readManifest(bytes(value)) !== null;
  const spaced = (value: unknown, length: number) => {
    const text = JSON.stringify(value);
    return new TextEncoder().encode(text + ' '.repeat(length - text.length));
  };

  test('is as long as it may be, and no longer', () => {
    expect(readManifest(spaced(manifest, MAX_MANIFEST))).toEqual(manifest);
    expect(readManifest(spaced(manifest, MAX_MANIFEST + 1))).toBeNull();
  });

  test.each<[string, unknown]>([
    ['thirty deltas', { ...manifest, deltas: Array(30).fill(deltas[0]) }],
    ['no delta', { ...manifest, deltas: [] }],
    ['the first version', { ...manifest, version: 1, deltas: [] }],
    ['the last version', { ...manifest, version: Number.MAX_SAFE_INTEGER }],
    ['one byte', { ...manifest, snapshot: { ...snapshot, size: 1 } }],
    [
      'as many bytes as a list may have',
      { ...manifest, snapshot: { ...snapshot, size: MAX_SNAPSHOT_LENGTH } },
    ],
    [
      'as many as may travel',
      { ...manifest, snapshot: { ...snapshot, packed: { ...snapshot.packed, size: MAX_PACKED } } },
    ],
    ['one protected name', { ...manifest, protectedCount: 1 }],
    ['a second of validity', { ...manifest, expires: '2026-11-20T00:00:01Z' }],
    ['parts of a second', { ...manifest, issued: '2026-11-20T00:00:00.123Z' }],
  ])('is read with %s', (_, value) => expect(reads(value)).toBe(true));

  test.each<[string, unknown]>([
    ['no byte', { ...manifest, snapshot: { ...snapshot, size: 0 } }],
    ['half a byte', { ...manifest, snapshot: { ...snapshot, size: 1.5 } }],
    ['a byte too many', { ...manifest, snapshot: { ...snapshot, size: MAX_SNAPSHOT_LENGTH + 1 } }],
    [
      'a byte too many that travels',
      { ...manifest, snapshot: { ...snapshot, packed: { ...snapshot.packed, size: MAX_PACKED + 1 } } },
    ],
    ['no protected name', { ...manifest, protectedCount: 0 }],
    ['half a protected name', { ...manifest, protectedCount: 1.5 }],
    ['no validity', { ...manifest, expires: manifest.issued }],
    ['a time of another zone', { ...manifest, issued: '2026-11-20T00:00:00+00:00' }],
    ['a day of no calendar', { ...manifest, issued: '2026-13-20T00:00:00Z' }],
    ['a key in small letters', { ...manifest, keyId: manifest.keyId.toLowerCase() }],
    ['a key too long', { ...manifest, keyId: `${manifest.keyId}0` }],
    ['a key too short', { ...manifest, keyId: manifest.keyId.slice(1) }],
    ['a checksum too long', { ...manifest, snapshot: { ...snapshot, sha256: `${sha('a')}a` } }],
    ['a checksum in capitals', { ...manifest, snapshot: { ...snapshot, sha256: sha('A') } }],
    ['a snapshot with more to say', { ...manifest, snapshot: { ...snapshot, url: '/x' } }],
    [
      'a packed form with more to say',
      { ...manifest, snapshot: { ...snapshot, packed: { ...snapshot.packed, url: '/x' } } },
    ],
    ['a delta with more to say', { ...manifest, deltas: [{ ...deltas[0], url: '/x' }] }],
    [
      'a delta of a later version among others',
      { ...manifest, deltas: [deltas[0], { ...deltas[0], from: 13 }] },
    ],
    ['nothing packed', { ...manifest, snapshot: { size: 1, sha256: sha('a') } }],
  ])('is refused with %s', (_, value) => expect(reads(value)).toBe(false));

  test('is written for people to read, a line at its end, and not written where it would be refused', () => {
    const text = new TextDecoder().decode(writeManifest(manifest));
    expect(text).toBe(`${JSON.stringify(manifest, null, 1)}\n`);
    expect(() => writeManifest({ ...manifest, version: 0 })).toThrow();
  });

  test('a pointer is as long as it may be, and no longer', () => {
    const pointer = { format: 1, version: 12, keys: [manifest.keyId] };
    expect(readPointer(spaced(pointer, MAX_POINTER))).toEqual(pointer);
    expect(readPointer(spaced(pointer, MAX_POINTER + 1))).toBeNull();
    expect(readPointer(bytes({ ...pointer, keys: Array(3).fill(manifest.keyId) }))).toBeNull();
    expect(new TextDecoder().decode(writePointer({ ...pointer, format: 1 }))).toBe(
      `${JSON.stringify(pointer)}\n`,
    );
  });
});

describe('a pointer', () => {
  const pointer = { format: 1 as const, version: 12, keys: ['6DDE66C0FE78A117', '432894832C18F4FA'] };
  test('is small and reads as it was written', () => {
    const written = writePointer({ ...pointer, version: Number.MAX_SAFE_INTEGER });
    expect(written.length).toBeLessThan(200);
    expect(readPointer(writePointer(pointer))).toEqual(pointer);
  });
  test.each<unknown>([
    { ...pointer, keys: [] },
    { ...pointer, keys: ['../../x'] },
    { ...pointer, version: -1 },
    { ...pointer, url: 'https://evil.example' },
    '<html>',
  ])('is refused: %j', (value) => expect(readPointer(bytes(value))).toBeNull());
});

describe('a manifest is judged', () => {
  const held = { floor: 11, sha256: sha('b') };
  test.each<[string, Partial<Manifest>, { floor: number; sha256: string | null }, number]>([
    ['newer', {}, held, now],
    ['newer', {}, { floor: 12, sha256: null }, now],
    ['same', {}, { floor: 12, sha256: sha('a') }, now],
    ['same version, other bytes', {}, { floor: 12, sha256: sha('b') }, now],
    ['older version', {}, { floor: 13, sha256: sha('b') }, now],
    ['version jump', { version: Number.MAX_SAFE_INTEGER }, held, now],
    ['issued in the future', {}, held, now - 365 * DAY],
    ['newer', {}, held, Date.parse('2026-11-19T01:00:00Z')],
    ['expired', {}, held, now + 365 * DAY],
    ['newer', {}, held, Date.parse('2027-03-01T00:00:00Z')],
    ['valid too long', { expires: '2036-11-20T00:00:00Z' }, held, now],
    ['newer', { version: 10_011 }, held, now],
    ['version jump', { version: 10_012 }, held, now],
    ['newer', {}, held, Date.parse('2026-11-19T00:00:00Z')],
    ['issued in the future', {}, held, Date.parse('2026-11-19T00:00:00Z') - 1],
    ['newer', {}, held, Date.parse('2027-03-06T00:00:00Z')],
    ['expired', {}, held, Date.parse('2027-03-06T00:00:00Z') + 1],
    ['newer', { expires: '2027-12-25T00:00:00Z' }, held, now],
    ['valid too long', { expires: '2027-12-25T00:00:01Z' }, held, now],
  ])('%s', (verdict, change, own, time) => {
    expect(judgeManifest({ ...manifest, ...change }, own, time)).toBe(verdict);
  });
});

test('a snapshot belongs to its manifest by version, dates and count', () => {
  const meta = {
    version: 12,
    issued: manifest.issued,
    expires: manifest.expires,
    names: 1_470,
    reported: 2,
    exchanges: 9,
  };
  expect(belongsTo(meta, manifest)).toBe(true);
  expect(belongsTo({ ...meta, version: 11 }, manifest)).toBe(false);
  expect(belongsTo({ ...meta, names: 1_471 }, manifest)).toBe(false);
  expect(belongsTo({ ...meta, reported: 3 }, manifest)).toBe(false);
  expect(belongsTo({ ...meta, issued: manifest.expires }, manifest)).toBe(false);
  expect(belongsTo({ ...meta, expires: manifest.issued }, manifest)).toBe(false);
});
