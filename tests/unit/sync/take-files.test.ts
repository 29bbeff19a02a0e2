import { beforeEach, describe, expect, test } from 'vitest';
import { MAX_MANIFEST, MAX_PACKED, MAX_POINTER, MAX_SIGNATURE } from '../../../utils/list/manifest.ts';
import {
  deltaPath,
  manifestPath,
  signaturePath,
  snapshotPath,
} from '../../../utils/list/publication-paths.ts';
import { takeFiles } from '../../../utils/sync/take-files.ts';
import { reported } from '../list/sample-list.ts';
import { device } from './device.ts';
import { deviceOnTwo } from './device-on-two.ts';
import { type Bytes, contents, KEY, NAMES, publish, STRANGER, signed, type Version } from './publisher.ts';

const on = deviceOnTwo();
const MANIFEST = manifestPath(3);
const SIGNATURE = signaturePath(3, KEY.keyId);
const SNAPSHOT = snapshotPath(3);

const file = (path: string) => on.third.files.get(path)!;
/** Text of a length that begins as given. */
const text = (begin: string, length: number): Bytes =>
  new TextEncoder().encode(begin.padEnd(length, ' ')) as Bytes;
const take = async (...files: Bytes[]) => {
  await on.phone.ports.store.leaveFiles(files.map((bytes) => new Blob([bytes])));
  return takeFiles(on.phone.ports, on.phone.source);
};
const takeVersion = ({ files }: Version) => take(...files.values());

test('a later list from files is told with what it replaced and what was carried', async () => {
  expect(await takeVersion(on.third)).toEqual({
    kind: 'updated whole',
    version: 3,
    from: 2,
    bytes: file(SNAPSHOT).length,
  });
});

test('a first list replaces none', async () => {
  on.phone.close();
  on.phone = device('');
  expect(await takeVersion(on.third)).toMatchObject({ kind: 'updated whole', version: 3, from: null });
});

describe('what is in use', () => {
  test('is already current, and stays as it came', async () => {
    const before = await on.phone.ports.store.contents();
    on.phone.clock.now += 60_000;
    const outcome = { kind: 'already current', version: 2 };
    expect(await takeVersion(on.second)).toEqual(outcome);
    expect(await on.phone.ports.store.contents()).toEqual(before);
    expect(on.phone.record().lastTry).toEqual({
      at: new Date(on.phone.clock.now).toISOString(),
      outcome,
    });
  });

  test('is taken again where its bytes are broken', async () => {
    const { list } = on.phone.ports.store;
    on.phone.ports.store.list = async (sha256) => {
      const stored = await list(sha256);
      return stored && { ...stored, snapshot: new Blob(['broken']) };
    };
    expect(await takeVersion(on.second)).toMatchObject({ kind: 'updated whole', version: 2, from: null });
  });

  test('is not current with other bytes under its number', async () => {
    const other = await publish(contents(2, { reported: contents(9).reported }));
    expect(await takeVersion(other)).toEqual({ kind: 'refused: same version', version: 2 });
  });

  test('measures the size of what takes its place', async () => {
    const half = await publish(contents(3, { reported: contents(3).reported.slice(0, NAMES / 2) }));
    expect(await takeVersion(half)).toMatchObject({ kind: 'refused: size', file: 'snapshot' });
  });
});

describe('a file is told by how it begins', () => {
  const absent = (name: string) => ({ kind: 'not a list', file: name, detail: 'not among the files' });
  const noSignature = { kind: 'refused: signature', detail: 'not a signature' };

  test.each<[string, Bytes, object]>([
    ['1f 8b: packed', new Uint8Array([0x1f, 0x8b]), absent('signature')],
    ['1f alone: a signature', new Uint8Array([0x1f]), noSignature],
    ['1f and another: a signature', new Uint8Array([0x1f, 0x8a]), noSignature],
    ['8b behind another: a signature', new Uint8Array([0x1e, 0x8b]), noSignature],
    ['nothing at all: a signature', new Uint8Array(0), noSignature],
    ['{: no signature', text('{', 900), absent('signature')],
  ])('%s', async (_, bytes, outcome) => {
    expect(await take(bytes, file(MANIFEST), file(SNAPSHOT))).toEqual(outcome);
  });

  test.each<[string, number, object]>([
    ['of a pointer’s size is none', MAX_POINTER, absent('manifest')],
    [
      'larger than any pointer is one',
      MAX_POINTER + 1,
      { kind: 'refused: signature', detail: 'bad signature' },
    ],
    ['as large as one may be is one', MAX_MANIFEST, { kind: 'refused: signature', detail: 'bad signature' }],
    [
      'larger than one may be is refused',
      MAX_MANIFEST + 1,
      { kind: 'refused: size', file: 'manifest', detail: `more than ${MAX_MANIFEST} bytes` },
    ],
  ])('a manifest %s', async (_, length, outcome) => {
    expect(await take(text('{', length), file(SIGNATURE), file(SNAPSHOT))).toEqual(outcome);
  });

  test.each<[string, number, object]>([
    ['as large as one may be is read', MAX_SIGNATURE, noSignature],
    [
      'larger than one may be is refused',
      MAX_SIGNATURE + 1,
      { kind: 'refused: size', file: 'signature', detail: `more than ${MAX_SIGNATURE} bytes` },
    ],
  ])('a signature %s', async (_, length, outcome) => {
    expect(await take(text('untrusted comment: ', length), file(MANIFEST), file(SNAPSHOT))).toEqual(outcome);
  });

  test('a third signature is not looked at, whatever its size', async () => {
    const others = [await signed(file(MANIFEST), STRANGER), file(SIGNATURE), text('read me', 100_000)];
    expect(await take(...others, file(MANIFEST), file(SNAPSHOT))).toMatchObject({ version: 3 });
  });
});

describe('of what is packed', () => {
  test('the list is told by the size that the manifest names', async () => {
    const beside = [file(deltaPath(3, 1)), file(deltaPath(3, 2))];
    expect(await take(...beside, file(SNAPSHOT), file(MANIFEST), file(SIGNATURE))).toMatchObject({
      kind: 'updated whole',
      version: 3,
    });
  });

  test('another alone is refused as another', async () => {
    expect(await take(file(deltaPath(3, 2)), file(MANIFEST), file(SIGNATURE))).toEqual({
      kind: 'refused: checksum',
      file: 'snapshot',
    });
  });

  test('what is larger than a list may be is not read', async () => {
    const huge = new Blob([new Uint8Array([0x1f, 0x8b])]);
    Object.defineProperty(huge, 'size', { value: MAX_PACKED + 1 });
    const files = [new Blob([file(MANIFEST)]), new Blob([file(SIGNATURE)]), huge];
    on.phone.ports.store.files = async () => files;
    expect(await takeFiles(on.phone.ports, on.phone.source)).toEqual({
      kind: 'refused: size',
      file: 'snapshot',
      detail: `more than ${MAX_PACKED} bytes`,
    });
  });
});

describe('a list from files that may not be taken', () => {
  beforeEach(() => on.phone.sync());

  test.each<[string, () => Promise<Version>, object]>([
    ['an earlier version', async () => on.first, { kind: 'refused: older version', version: 1, floor: 2 }],
    [
      'one by strangers',
      () => publish(contents(3), { keys: [STRANGER] }),
      { kind: 'refused: unknown key', keyId: STRANGER.keyId },
    ],
    [
      'one that reports an exchange’s own name',
      () => publish(contents(3, { reported: [...contents(3).reported, reported('okx.com', 'okx')] })),
      { kind: 'refused: contents', detail: expect.stringContaining('own name reported') },
    ],
  ])('%s: the one in use stays', async (_, made, outcome) => {
    expect(await takeVersion(await made())).toEqual(outcome);
    expect(await on.phone.serving()).toBe(2);
    expect(on.phone.record().lastTry?.outcome).toEqual(outcome);
    expect(await on.phone.ports.store.files()).toEqual([]);
  });
});
