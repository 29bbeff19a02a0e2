import { describe, expect, test } from 'vitest';
import { writePointer } from '../../../utils/list/manifest.ts';
import {
  manifestPath,
  POINTER_PATH,
  signaturePath,
  snapshotPath,
} from '../../../utils/list/publication-paths.ts';
import { freshness } from '../../../utils/sync/freshness.ts';
import { device } from './device.ts';
import { deviceOnTwo, expectKept, NO_DELTA } from './device-on-two.ts';
import { contents, DAY, KEY, NEXT_KEY, NOW, publish, STRANGER, signed } from './publisher.ts';
import { serve } from './serve.ts';

const on = deviceOnTwo();
const MANIFEST = manifestPath(3);
const SIGNATURE = signaturePath(3, KEY.keyId);
const SNAPSHOT = snapshotPath(3);

describe('signatures', () => {
  test('13 one bit flipped in the manifest', async () => {
    const bytes = on.third.files.get(MANIFEST)!.slice();
    bytes[bytes.indexOf(0x33)]! ^= 1;
    on.server.behave(serve(on.third, { [MANIFEST]: bytes }));
    await expectKept(on, { kind: 'refused: signature', detail: 'bad signature' }, true);
  });

  test('13 one bit flipped in the snapshot', async () => {
    const packed = on.third.files.get(SNAPSHOT)!.slice();
    packed[packed.length >> 1]! ^= 4;
    on.server.behave(serve(on.third, { ...NO_DELTA, [SNAPSHOT]: packed }));
    await expectKept(on, { kind: 'refused: checksum', file: 'snapshot' }, true);
  });

  test('14 another version’s signature', async () => {
    on.server.behave(serve(on.third, { [SIGNATURE]: on.second.files.get(signaturePath(2, KEY.keyId))! }));
    await expectKept(on, { kind: 'refused: signature', detail: 'bad signature' }, true);
  });

  test('14 no signature at all', async () => {
    on.server.behave(serve(on.third, { [SIGNATURE]: new TextEncoder().encode('trust me') }));
    await expectKept(on, { kind: 'refused: signature', detail: 'not a signature' }, true);
  });

  test('15 a stranger’s key, named as such', async () => {
    on.server.behave(serve(await publish(contents(3), { keys: [STRANGER] })));
    await expectKept(on, { kind: 'refused: unknown key', keyId: STRANGER.keyId }, true);
  });

  test('15 a stranger’s key under our key’s name', async () => {
    const bytes = on.third.files.get(MANIFEST)!;
    on.server.behave(serve(on.third, { [SIGNATURE]: await signed(bytes, STRANGER) }));
    await expectKept(on, { kind: 'refused: unknown key', keyId: STRANGER.keyId }, true);
    const disguised = await signed(bytes, { ...STRANGER, keyId: KEY.keyId });
    on.phone.close();
    on.phone = device(on.server.address);
    on.server.behave(serve(on.second));
    await on.phone.sync();
    on.server.behave(serve(on.third, { [SIGNATURE]: disguised }));
    await expectKept(on, { kind: 'refused: signature', detail: 'bad signature' }, true);
  });

  test('rotation: a version signed by both keys reaches those who trust either, and the floor stays', async () => {
    on.server.behave(serve(await publish(contents(3), { keys: [KEY, NEXT_KEY] })));
    on.phone.source.keys = [NEXT_KEY];
    expect(await on.phone.sync()).toMatchObject({ kind: 'updated whole', version: 3 });
    on.server.behave(serve(await publish(contents(4), { keys: [NEXT_KEY] })));
    expect(await on.phone.sync()).toMatchObject({ version: 4 });
    on.phone.source.keys = [KEY];
    expect(await on.phone.sync()).toMatchObject({ kind: 'refused: unknown key' });
  });
});

describe('versions and time', () => {
  test('16 an older version', async () => {
    on.server.behave(serve(on.first));
    await expectKept(on, { kind: 'refused: older version', version: 1, floor: 2 });
  });

  test('16 an older version behind a newer pointer', async () => {
    const pointer = writePointer({ format: 1, version: 3, keys: [KEY.keyId] });
    on.server.behave(
      serve(on.third, {
        [POINTER_PATH]: pointer,
        [MANIFEST]: on.first.files.get(manifestPath(1))!,
        [SIGNATURE]: on.first.files.get(signaturePath(1, KEY.keyId))!,
      }),
    );
    await expectKept(on, { kind: 'refused: contents', detail: 'manifest of 1 for 3' }, true);
  });

  test('16 an older version after the store was lost', async () => {
    await on.phone.ports.store.rebuild();
    on.server.behave(serve(on.first));
    expect(await on.phone.sync()).toMatchObject({ kind: 'refused: older version', version: 1, floor: 2 });
    on.server.behave(serve(on.second));
    expect(await on.phone.sync()).toMatchObject({ kind: 'updated whole', version: 2 });
  });

  test('16 an older version that is the very one in use, since the store was lost', async () => {
    on.phone.source.continuesBundled = true;
    await on.phone.ports.store.rebuild();
    on.server.behave(serve(on.first));
    expect(on.phone.ports.bundled.version).toBe(1);
    expect(await on.phone.sync()).toEqual({ kind: 'refused: older version', version: 1, floor: 2 });
    on.server.behave(serve(on.third));
    expect(await on.phone.sync()).toMatchObject({ version: 3 });
  });

  test('17 the same version with other bytes', async () => {
    await on.phone.ports.store.rebuild();
    on.server.behave(serve(await publish(contents(2, { reported: contents(9).reported }))));
    expect(await on.phone.sync()).toMatchObject({ kind: 'refused: same version', version: 2 });
    expect(await on.phone.serving()).toBeNull();
    expect(on.phone.record().alert).not.toBeNull();
    on.server.behave(serve(on.third));
    expect(await on.phone.sync()).toMatchObject({ kind: 'updated whole', version: 3 });
  });

  test('17 the same version with other bytes costs one small request and changes nothing', async () => {
    on.server.behave(serve(await publish(contents(2, { reported: contents(9).reported }))));
    on.server.asked.length = 0;
    expect(await on.phone.sync()).toEqual({ kind: 'already current', version: 2 });
    expect(on.server.asked.map(({ path }) => path)).toEqual([`/${POINTER_PATH}`]);
  });

  test.each([Number.MAX_SAFE_INTEGER, 10_003])('18 a jump to version %s', async (version) => {
    on.server.behave(serve(await publish(contents(version, { reported: contents(3).reported }))));
    await expectKept(on, { kind: 'refused: version jump', version, floor: 2 }, true);
  });

  test('19 expired beyond grace', async () => {
    const issued = new Date(NOW - 60 * DAY).toISOString();
    const expires = new Date(NOW - 15 * DAY).toISOString();
    on.server.behave(serve(await publish(contents(3, { issued, expires }))));
    await expectKept(on, { kind: 'refused: expired', expires });
  });

  test('19 expired within grace is still taken, and called expired', async () => {
    const expires = new Date(NOW - 13 * DAY).toISOString();
    const list = contents(3, { issued: new Date(NOW - 60 * DAY).toISOString(), expires });
    on.server.behave(serve(await publish(list)));
    expect(await on.phone.sync()).toMatchObject({ version: 3 });
    expect(freshness(list, NOW)).toEqual({ kind: 'expired', ageDays: 60 });
  });

  test('20 issued in the future', async () => {
    const issued = new Date(NOW + 2 * DAY).toISOString();
    on.server.behave(serve(await publish(contents(3, { issued }))));
    await expectKept(on, { kind: 'refused: issued in the future', issued });
  });

  test('21 the clock a year ahead', async () => {
    on.server.behave(serve(on.third));
    on.phone.clock.now = NOW + 365 * DAY;
    expect(freshness(on.second.manifest, on.phone.clock.now)).toEqual({ kind: 'expired', ageDays: 365 });
    await expectKept(on, { kind: 'refused: expired' });
  });

  test('21 the clock a year behind', async () => {
    on.server.behave(serve(on.third));
    on.phone.clock.now = NOW - 365 * DAY;
    expect(freshness(on.second.manifest, on.phone.clock.now)).toEqual({
      kind: 'from the future',
      ageDays: -365,
    });
    await expectKept(on, { kind: 'refused: issued in the future' });
  });

  test('a list that claims to hold for ever is refused', async () => {
    const expires = new Date(NOW + 4000 * DAY).toISOString();
    on.server.behave(serve(await publish(contents(3, { expires }))));
    await expectKept(on, { kind: 'refused: contents' }, true);
  });
});
