import { beforeEach, expect, test } from 'vitest';
import { endPin } from '../../../utils/sync/end-pin.ts';
import { goBack } from '../../../utils/sync/go-back.ts';
import { takeFiles } from '../../../utils/sync/take-files.ts';
import { deviceOnTwo } from './device-on-two.ts';
import { contents, publish } from './publisher.ts';
import { serve } from './serve.ts';

const on = deviceOnTwo();
const pin = () => goBack(on.phone.ports, on.second.manifest.snapshot.sha256, 'study');
const chosen = async () => {
  const { current, heldBack, pinnedOver } = (await on.phone.ports.store.contents()).state;
  return { current, heldBack, pinnedOver };
};

beforeEach(async () => {
  on.server.behave(serve(on.third));
  await on.phone.sync();
});

test('what served before a pin serves again after it, and is kept current', async () => {
  const before = await chosen();
  expect(await pin()).toBe('done');
  expect(await on.phone.serving()).toBe(2);
  expect(await endPin(on.phone.ports)).toBe(true);
  expect(await chosen()).toEqual(before);
  expect(await on.phone.sync()).toEqual({ kind: 'already current', version: 3 });
  expect(await endPin(on.phone.ports)).toBe(false);
});

test('a version that the user went back to serves again, with what was left aside for it', async () => {
  await goBack(on.phone.ports, null);
  const before = await chosen();
  expect(before).toEqual({ current: null, heldBack: 3, pinnedOver: null });
  await pin();
  await endPin(on.phone.ports);
  expect(await chosen()).toEqual(before);
  expect(await on.phone.sync()).toEqual({ kind: 'held back', version: 3 });
});

test('a second pin forgets nothing of what served before the first', async () => {
  const before = await chosen();
  await pin();
  await goBack(on.phone.ports, null, 'study');
  await endPin(on.phone.ports);
  expect(await chosen()).toEqual(before);
});

test('a list that the user chose, or that was accepted, since the pin stays', async () => {
  await pin();
  await goBack(on.phone.ports, null);
  expect(await endPin(on.phone.ports)).toBe(false);
  expect(await on.phone.serving()).toBeNull();
  await pin();
  on.server.behave(serve(await publish(contents(4))));
  expect(await on.phone.sync()).toMatchObject({ version: 4 });
  expect(await endPin(on.phone.ports)).toBe(false);
  expect(await on.phone.serving()).toBe(4);
});

test('where what served before is kept no more, the newest is asked for', async () => {
  await pin();
  await on.phone.ports.store.dropEarlier();
  expect(await endPin(on.phone.ports)).toBe(true);
  expect(await on.phone.serving()).toBe(2);
  expect(await chosen()).toMatchObject({ heldBack: null, pinnedOver: null });
  expect(await on.phone.sync()).toMatchObject({ kind: 'updated by difference', version: 3 });
});

test('a pinned list older than the bundled one serves, and gives way to the bundled version from the host', async () => {
  await pin();
  on.phone.source.continuesBundled = true;
  on.phone.ports.bundled = { ...on.phone.ports.bundled, version: 4 };
  on.server.behave(serve(await publish(contents(4))));
  expect(await on.phone.sync()).toMatchObject({ kind: 'updated whole', version: 4, from: 2 });
});

test('a list taken from files ends a pin as well', async () => {
  await pin();
  const files = [...(await publish(contents(4))).files.values()];
  await on.phone.ports.store.leaveFiles(files.map((bytes) => new Blob([bytes])));
  expect(await takeFiles(on.phone.ports, on.phone.source)).toMatchObject({ version: 4 });
  expect(await endPin(on.phone.ports)).toBe(false);
});
