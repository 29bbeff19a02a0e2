import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { engine, reloadEngine } from '../../../entrypoints/background/engine.ts';
import { BUNDLED_VERSION, LIST_BUILD } from '../../../entrypoints/background/list-build.ts';
import { bundledBytes, memory, store } from '../../../entrypoints/background/list-ports.ts';
import { keepListCurrent, pinList } from '../../../entrypoints/background/list-sync.ts';
import { writePublicKey } from '../../../utils/list/minisign.ts';
import { sha256 } from '../../../utils/list/signature.ts';
import { changeSettings } from '../../../utils/settings/store.ts';
import { enrol } from '../../../utils/study/enrolment.ts';
import { forgetEnrolment, keepEnrolment } from '../../../utils/study/enrolment-store.ts';
import { EMPTY_STATE, type StoredList, type StoreState } from '../../../utils/sync/stored-list.ts';
import { NO_RECORD } from '../../../utils/sync/sync-record.ts';
import { studyFile } from '../../fixtures/study.ts';
import { KEY, STRANGER } from '../sync/publisher.ts';
import { builtPackage } from './built-package.ts';

const servePackage = builtPackage();

const NEWER = 'f'.repeat(64);
const OTHER = '0'.repeat(64);
const UNTRUSTED = 'e'.repeat(64);

afterEach(() => {
  LIST_BUILD.keys = [];
  // What keeps the list current listens no longer.
  fakeBrowser.reset();
});

/** A device on which a list newer than the bundled one is in use. */
async function newerInUse(): Promise<void> {
  await stored(BUNDLED_VERSION + 1);
  expect((await engine()).sha256).toBe(NEWER);
}

/** A device whose store has a list that it says is in use. */
async function stored(version: number): Promise<void> {
  servePackage();
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, ...rest: unknown[]) => (rest.at(-1) as (lock: object) => unknown)({}) },
  });
  await changeSettings(() => ({ listKeys: [writePublicKey(KEY)] }));
  const list: StoredList = {
    version,
    sha256: NEWER,
    size: 1,
    issued: '2026-11-20T10:00:00Z',
    expires: '2027-11-20T10:00:00Z',
    keyId: KEY.keyId,
    storedAt: '2026-11-20T10:00:00.000Z',
    via: 'address',
    snapshot: new Blob([await bundledBytes()]),
    manifest: new Uint8Array(),
    signature: '',
  };
  const lists = [list, { ...list, sha256: UNTRUSTED, keyId: STRANGER.keyId }];
  const floor = { version, sha256: NEWER, keyIds: [KEY.keyId] };
  await memory.write({ ...NO_RECORD, floor });
  let state: StoreState = { ...EMPTY_STATE, floor, current: list.sha256 };
  vi.spyOn(store, 'inUse').mockImplementation(async () => ({
    state,
    list: lists.find(({ sha256 }) => sha256 === state.current) ?? null,
  }));
  vi.spyOn(store, 'contents').mockImplementation(async () => ({ state, lists }));
  vi.spyOn(store, 'setState').mockImplementation(async (change) => {
    state = change(state);
  });
  await reloadEngine();
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
  expect((await engine()).sha256).toBe(NEWER);
});

test('a study that pins a kept list under a key that is trusted no more leaves the list in use as it is', async () => {
  await newerInUse();
  expect(await pinList({ version: BUNDLED_VERSION + 1, sha256: UNTRUSTED })).toBe(false);
  expect((await engine()).sha256).toBe(NEWER);
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
  await vi.waitFor(async () => expect((await engine()).sha256).toBe(NEWER));
});

test('a kept list older than the bundled one serves while a study pins it, and no longer', async () => {
  LIST_BUILD.keys = [writePublicKey(KEY)];
  await stored(BUNDLED_VERSION - 1);
  expect((await engine()).stored).toBeNull();
  const list = { version: BUNDLED_VERSION, sha256: NEWER };
  await takePartIn(list);
  expect(await pinList(list)).toBe(true);
  keepListCurrent();
  await forgetEnrolment();
  await vi.waitFor(async () => expect((await engine()).stored).toBeNull());
});

test('a study whose list is in use already changes nothing', async () => {
  await newerInUse();
  expect(await pinList({ version: BUNDLED_VERSION + 1, sha256: NEWER })).toBe(true);
  expect(store.setState).not.toHaveBeenCalled();
});
