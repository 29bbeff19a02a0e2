import { beforeEach, describe, expect, test } from 'vitest';
import { POINTER_PATH } from '../../../utils/list/publication-paths.ts';
import { goBack } from '../../../utils/sync/go-back.ts';
import { StoreError } from '../../../utils/sync/list-database.ts';
import { takeFiles } from '../../../utils/sync/take-files.ts';
import { deviceOnTwo } from './device-on-two.ts';
import { contents, KEY, NEXT_KEY, publish, STRANGER, signed, type Version } from './publisher.ts';
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

  test('refuses what is older than the version gone back to', async () => {
    await on.phone.sync();
    await goBack(on.phone.ports, on.second.manifest.snapshot.sha256);
    on.server.behave(serve(on.first));
    expect(await on.phone.sync()).toEqual({ kind: 'refused: older version', version: 1, floor: 3 });
    expect(await on.phone.serving()).toBe(2);
  });

  test('holds back no equal version of another publisher', async () => {
    await on.phone.sync();
    await goBack(on.phone.ports, on.second.manifest.snapshot.sha256);
    on.phone.source.keys = [STRANGER];
    const other = contents(3, { reported: contents(9).reported });
    on.server.behave(serve(await publish(other, { keys: [STRANGER] })));
    expect(await on.phone.sync()).toMatchObject({ kind: 'updated whole', version: 3, from: null });
    expect(await on.phone.serving()).toBe(3);
  });

  test('to another publisher’s list holds, however high its version', async () => {
    await on.phone.sync();
    on.phone.source.keys = [STRANGER];
    on.server.behave(serve(await publish(contents(2), { keys: [STRANGER] })));
    expect(await on.phone.sync()).toMatchObject({ version: 2 });
    expect(await goBack(on.phone.ports, on.third.manifest.snapshot.sha256)).toBe('done');
    expect(await on.phone.sync()).toEqual({ kind: 'held back', version: 2 });
    expect(await on.phone.serving()).toBe(3);
  });

  test('still holds while a key is followed by the next', async () => {
    await on.phone.sync();
    await goBack(on.phone.ports, on.second.manifest.snapshot.sha256);
    on.phone.source.keys = [NEXT_KEY, KEY];
    expect(await on.phone.sync()).toEqual({ kind: 'held back', version: 3 });
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

  test('is not left in the store where no key is trusted', async () => {
    await on.phone.ports.store.leaveFiles(blobs(on.third));
    expect(await takeFiles(on.phone.ports, { ...on.phone.source, keys: [] })).toEqual({ kind: 'no key set' });
    expect(await on.phone.ports.store.files()).toEqual([]);
  });

  test('is not left in the store while another try is under way', async () => {
    await on.phone.ports.store.leaveFiles(blobs(on.third));
    const outcome = await on.phone.ports.alone(() => takeFiles(on.phone.ports, on.phone.source));
    expect(outcome).toEqual({ kind: 'busy' });
    expect(await on.phone.ports.store.files()).toEqual([]);
  });

  describe('where no more can be written', () => {
    const refuseToRemember = () => {
      on.phone.ports.memory.write = () =>
        Promise.reject(new Error('QuotaExceededError: storage.local API call'));
    };

    test('serves once it is stored, and its floor holds', async () => {
      const { write } = on.phone.ports.memory;
      refuseToRemember();
      await on.phone.ports.store.leaveFiles(blobs(on.third));
      expect(await takeFiles(on.phone.ports, on.phone.source)).toMatchObject({
        kind: 'updated whole',
        version: 3,
      });
      expect(await on.phone.serving()).toBe(3);
      on.phone.ports.memory.write = write;
      on.server.behave(serve(on.second));
      expect(await on.phone.sync()).toMatchObject({ kind: 'refused: older version', floor: 3 });
    });

    test('is named where nothing was taken', async () => {
      refuseToRemember();
      await on.phone.ports.store.leaveFiles(blobs(on.third, 'minisig'));
      expect(await takeFiles(on.phone.ports, on.phone.source)).toMatchObject({
        kind: 'storage failed',
        fault: 'full',
      });
      expect(await on.phone.serving()).toBe(2);
    });

    test('serves although its files cannot be taken away', async () => {
      const { leaveFiles } = on.phone.ports.store;
      await leaveFiles(blobs(on.third));
      on.phone.ports.store.leaveFiles = () => Promise.reject(new StoreError('full'));
      expect(await takeFiles(on.phone.ports, on.phone.source)).toMatchObject({ version: 3 });
      expect(on.phone.record().lastTry?.outcome).toMatchObject({ kind: 'updated whole', version: 3 });
      expect(await takeFiles(on.phone.ports, { ...on.phone.source, keys: [] })).toMatchObject({
        kind: 'storage failed',
        fault: 'full',
      });
    });
  });
});
