import { beforeEach, describe, expect, test } from 'vitest';
import { POINTER_PATH } from '../../../utils/list/publication-paths.ts';
import { goBack } from '../../../utils/sync/go-back.ts';
import { takeFiles } from '../../../utils/sync/take-files.ts';
import { deviceOnTwo } from './device-on-two.ts';
import { contents, KEY, publish, STRANGER, signed, type Version } from './publisher.ts';
import { serve } from './serve.ts';

const on = deviceOnTwo();
beforeEach(() => on.server.behave(serve(on.third)));

describe('going back', () => {
  test('holds until something later comes, and the floor stays', async () => {
    await on.phone.sync();
    expect(await goBack(on.phone.ports, on.second.manifest.snapshot.sha256)).toBe('done');
    expect(await on.phone.serving()).toBe(2);
    expect(await on.phone.sync()).toEqual({ kind: 'held back', version: 3 });
    expect(await on.phone.serving()).toBe(2);
    on.server.behave(serve(on.second));
    expect(await on.phone.sync()).toEqual({ kind: 'already current', version: 2 });
    on.server.behave(serve(await publish(contents(4))));
    expect(await on.phone.sync()).toMatchObject({ version: 4 });
    expect(await on.phone.serving()).toBe(4);
  });

  test('and forward again', async () => {
    await on.phone.sync();
    await goBack(on.phone.ports, on.second.manifest.snapshot.sha256);
    expect(await goBack(on.phone.ports, on.third.manifest.snapshot.sha256)).toBe('done');
    expect((await on.phone.ports.store.contents()).state.heldBack).toBeNull();
    expect(await on.phone.sync()).toEqual({ kind: 'already current', version: 3 });
  });

  test('to the bundled list', async () => {
    expect(await goBack(on.phone.ports, null)).toBe('done');
    expect(await on.phone.serving()).toBeNull();
  });

  test('to a list that is not kept', async () => {
    expect(await goBack(on.phone.ports, 'ff'.repeat(32))).toBe('not kept');
    expect(await on.phone.serving()).toBe(2);
  });
});

describe('a signed list from files', () => {
  const blobs = (version: Version, leaveOut?: string) =>
    [...version.files]
      .filter(([path]) => path !== POINTER_PATH && (leaveOut === undefined || !path.includes(leaveOut)))
      .filter(([path]) => !path.includes('/from-'))
      .map(([, bytes]) => new Blob([bytes]));

  test('is taken without any address, in whatever order', async () => {
    on.phone.source.address = '';
    await on.phone.ports.store.leaveFiles(blobs(on.third).reverse());
    expect(await takeFiles(on.phone.ports, on.phone.source)).toMatchObject({
      kind: 'updated whole',
      version: 3,
    });
    expect(await on.phone.serving()).toBe(3);
    expect(await on.phone.ports.store.files()).toEqual([]);
    expect((await on.phone.ports.store.contents()).lists[0]).toMatchObject({ version: 3, via: 'file' });
  });

  test.each([
    ['snapshot', 'snapshot.bin'],
    ['manifest', 'manifest.json'],
    ['signature', 'minisig'],
  ])('without its %s is refused by name', async (file, path) => {
    const some = [...on.third.files].filter(([name]) => !name.endsWith(path) && !name.includes('/from-'));
    await on.phone.ports.store.leaveFiles(
      some.filter(([name]) => name !== POINTER_PATH).map(([, b]) => new Blob([b])),
    );
    expect(await takeFiles(on.phone.ports, on.phone.source)).toMatchObject({ kind: 'not a list', file });
    expect(await on.phone.serving()).toBe(2);
  });

  test('is found in the whole folder of a version, differences and pointer beside it', async () => {
    on.phone.source.address = '';
    for (const order of [[...on.third.files.values()], [...on.third.files.values()].reverse()]) {
      await on.phone.ports.store.leaveFiles(order.map((bytes) => new Blob([bytes])));
      expect(await takeFiles(on.phone.ports, on.phone.source)).toMatchObject({ version: 3 });
    }
    expect(await on.phone.serving()).toBe(3);
  });

  test('by a stranger is refused', async () => {
    await on.phone.ports.store.leaveFiles(blobs(await publish(contents(3), { keys: [STRANGER] })));
    expect(await takeFiles(on.phone.ports, on.phone.source)).toMatchObject({ kind: 'refused: unknown key' });
    expect(await on.phone.serving()).toBe(2);
  });

  test('older than what was accepted is refused', async () => {
    await on.phone.sync();
    await on.phone.ports.store.leaveFiles(blobs(on.second));
    expect(await takeFiles(on.phone.ports, on.phone.source)).toMatchObject({
      kind: 'refused: older version',
    });
  });

  test('under two signatures, the first by a stranger, is taken', async () => {
    const manifest = [...on.third.files].find(([path]) => path.endsWith('manifest.json'))![1];
    await on.phone.ports.store.leaveFiles([
      new Blob([await signed(manifest, STRANGER)]),
      new Blob([await signed(manifest, KEY)]),
      ...blobs(on.third, 'minisig'),
    ]);
    expect(await takeFiles(on.phone.ports, on.phone.source)).toMatchObject({ version: 3 });
  });
});
