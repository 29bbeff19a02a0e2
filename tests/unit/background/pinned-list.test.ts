import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { engine } from '../../../entrypoints/background/engine.ts';
import { BUNDLED_VERSION, LIST_BUILD } from '../../../entrypoints/background/list-build.ts';
import { pinList } from '../../../entrypoints/background/list-choice.ts';
import { bundledBytes, store } from '../../../entrypoints/background/list-ports.ts';
import { listStatus } from '../../../entrypoints/background/list-status.ts';
import { keepListCurrent, SYNC_ALARM } from '../../../entrypoints/background/list-sync.ts';
import { writePublicKey } from '../../../utils/list/minisign.ts';
import { sha256 } from '../../../utils/list/signature.ts';
import { changeSettings } from '../../../utils/settings/store.ts';
import { enrol } from '../../../utils/study/enrolment.ts';
import { forgetEnrolment, keepEnrolment } from '../../../utils/study/enrolment-store.ts';
import { StoreError } from '../../../utils/sync/list-database.ts';
import { soon } from '../../fixtures/soon.ts';
import { studyFile } from '../../fixtures/study.ts';
import { KEY } from '../sync/publisher.ts';
import { builtPackage } from './built-package.ts';
import { STORED, storedDevice, UNTRUSTED } from './stored-device.ts';

const servePackage = builtPackage();

const OTHER = '0'.repeat(64);

afterEach(() => {
  LIST_BUILD.keys = [];
  // What keeps the list current listens no longer.
  fakeBrowser.reset();
});

/** A device on which a list newer than the bundled one is in use. */
async function newerInUse(): Promise<void> {
  await stored(BUNDLED_VERSION + 1);
  expect((await engine()).sha256).toBe(STORED);
}

async function stored(version: number): Promise<void> {
  servePackage();
  await storedDevice(version);
}

const bundledSha256 = async () => sha256(new Uint8Array(await bundledBytes()));

async function takePartIn(list: { version: number; sha256: string }): Promise<void> {
  const joining = { agreed: new Set(['purpose']), language: 'en' as const, code: '', changeRetention: false };
  const random = (bytes: number) => new Uint8Array(bytes);
  await keepEnrolment(enrol(studyFile({ list }), joining, { now: new Date(0), retentionDays: 90, random }));
}

test('a study that pins another list of the bundled version leaves the list in use as it is', async () => {
  await newerInUse();
  expect(await pinList({ version: BUNDLED_VERSION, sha256: OTHER })).toBe(false);
  expect((await engine()).sha256).toBe(STORED);
});

test('a study that pins a kept list under a key that is trusted no more leaves the list in use as it is', async () => {
  await newerInUse();
  expect(await pinList({ version: BUNDLED_VERSION + 1, sha256: UNTRUSTED })).toBe(false);
  expect((await engine()).sha256).toBe(STORED);
});

test('a study that pins the bundled list puts it in use', async () => {
  await newerInUse();
  expect(await pinList({ version: BUNDLED_VERSION, sha256: await bundledSha256() })).toBe(true);
  expect((await engine()).stored).toBeNull();
});

test('a study that is left gives way to the list from before', async () => {
  await newerInUse();
  keepListCurrent();
  const list = { version: BUNDLED_VERSION, sha256: await bundledSha256() };
  await takePartIn(list);
  expect(await pinList(list)).toBe(true);
  await forgetEnrolment();
  await soon(async () => expect((await engine()).sha256).toBe(STORED));
});

/** A study that pins the bundled list is left, while what ends its pin fails; then the alarm comes. */
async function leftWhile(fail: () => void): Promise<void> {
  await newerInUse();
  vi.spyOn(console, 'error').mockReturnValue();
  keepListCurrent();
  const list = { version: BUNDLED_VERSION, sha256: await bundledSha256() };
  await takePartIn(list);
  expect(await pinList(list)).toBe(true);
  fail();
  await forgetEnrolment();
  const alarm = await soon(async () => {
    const set = await fakeBrowser.alarms.get(SYNC_ALARM);
    expect(set).toBeDefined();
    return set!;
  });
  expect(alarm.scheduledTime).toBeLessThan(Date.now() + 600_000);
  expect((await engine()).stored).toBeNull();
  await fakeBrowser.alarms.onAlarm.trigger(alarm);
  await soon(async () => expect((await engine()).sha256).toBe(STORED));
}

test('a study that is left gives way soon though the store failed at first', async () => {
  await leftWhile(() => vi.mocked(store.setState).mockRejectedValueOnce(new StoreError('unreadable')));
});

test('a study that is left gives way soon though other work held the lists', async () => {
  await leftWhile(() => {
    const { request } = navigator.locks;
    let isHeld = true;
    const locks = {
      request: (name: string, ...rest: unknown[]) => {
        if (name !== 'ensign-list' || !isHeld)
          return (request as (...all: unknown[]) => unknown)(name, ...rest);
        isHeld = false;
        return (rest.at(-1) as (lock: null) => unknown)(null);
      },
    };
    vi.stubGlobal('navigator', { onLine: true, locks });
  });
});

test('a study that was left while no worker listened gives way at the next start', async () => {
  await newerInUse();
  const list = { version: BUNDLED_VERSION, sha256: await bundledSha256() };
  expect(await pinList(list)).toBe(true);
  keepListCurrent();
  await soon(async () => expect((await engine()).sha256).toBe(STORED));
});

test('a kept list older than the bundled one serves while a study pins it, and no longer', async () => {
  LIST_BUILD.keys = [writePublicKey(KEY)];
  await stored(BUNDLED_VERSION - 1);
  expect((await engine()).stored).toBeNull();
  const list = { version: BUNDLED_VERSION, sha256: STORED };
  await takePartIn(list);
  expect(await pinList(list)).toBe(true);
  keepListCurrent();
  await forgetEnrolment();
  await soon(async () => expect((await engine()).stored).toBeNull());
});

test('a study whose list is in use already changes nothing', async () => {
  await newerInUse();
  expect(await pinList({ version: BUNDLED_VERSION + 1, sha256: STORED })).toBe(true);
  expect(store.setState).not.toHaveBeenCalled();
});

test('while a study pins the list in use no next try is promised', async () => {
  await newerInUse();
  await changeSettings(() => ({ listAddress: 'https://lists.test/ensign/' }));
  const said = async () => listStatus(await engine());
  expect(await said()).toMatchObject({ pinned: false, nextTry: expect.any(String) });
  await takePartIn({ version: BUNDLED_VERSION, sha256: OTHER });
  expect(await said()).toMatchObject({ pinned: false, nextTry: expect.any(String) });
  await takePartIn({ version: BUNDLED_VERSION + 1, sha256: STORED });
  expect(await said()).toMatchObject({ pinned: true, nextTry: null });
  await forgetEnrolment();
  expect(await said()).toMatchObject({ pinned: false, nextTry: expect.any(String) });
});
