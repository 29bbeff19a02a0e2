import { afterEach, expect, test } from 'vitest';
import { encodeSnapshot } from '../../../utils/list/encode.ts';
import { listInUse } from '../../../utils/sync/in-use.ts';
import { EMPTY_STATE, type StoredList } from '../../../utils/sync/stored-list.ts';
import { device } from './device.ts';
import { type Bytes, contents, KEY, NEXT_KEY, STRANGER } from './publisher.ts';

const BUNDLED = encodeSnapshot(contents(5));
/** Told from the bundled one of the same version by what it reports. */
const stored = (version: number) => encodeSnapshot(contents(version, { reported: contents(40).reported }));

interface Case {
  /** null: the bundled list serves by the user's choice. */
  version: number | null;
  by?: string;
  bytes?: Bytes;
  continues?: boolean;
  pinned?: boolean;
  gone?: boolean;
}

const opened: ReturnType<typeof device>[] = [];
afterEach(() => {
  for (const phone of opened.splice(0)) phone.close();
});

/** Which list counts as in use on a device that trusts KEY and NEXT_KEY and ships the fifth version. */
async function inUse({ version, by = KEY.keyId, bytes, continues = false, pinned, gone }: Case) {
  const list = { version, keyId: by, snapshot: new Blob([bytes ?? stored(version ?? 1)]) } as StoredList;
  const bundled = { version: 5, bytes: async () => BUNDLED.slice().buffer };
  const phone = device('', [KEY, NEXT_KEY], { bundled }, continues);
  opened.push(phone);
  phone.ports.store.list = async (sha256) => (sha256 === 'stored' && !gone ? list : null);
  return listInUse(phone.ports, phone.source, {
    ...EMPTY_STATE,
    current: version === null ? null : 'stored',
    pinnedOver: pinned ? { current: null, heldBack: null } : null,
  });
}

test.each<[string, Case]>([
  ['of the first key', { version: 2 }],
  ['of the second', { version: 2, by: NEXT_KEY.keyId }],
  ['later than the bundled one', { version: 6, continues: true }],
  ['of the bundled version', { version: 5, continues: true }],
  ['older than the bundled one, while a study pins it', { version: 4, continues: true, pinned: true }],
  ['older than a bundled one of another publisher', { version: 4 }],
])('the stored list: %s', async (_, given) => {
  const list = await inUse(given);
  expect(list).toMatchObject({ version: given.version, meta: { version: given.version } });
  expect(await list!.bytes()).toEqual(stored(given.version!));
});

test.each<[string, Case]>([
  ['none is stored', { version: null }],
  ['the stored one is gone', { version: 6, gone: true }],
  ['the stored one is older', { version: 4 }],
  ['the stored one is a stranger’s', { version: 6, by: STRANGER.keyId }],
  ['the stored one is broken', { version: 6, bytes: new Uint8Array([1, 2, 3]) }],
])('the bundled list: %s', async (_, given) => {
  const list = await inUse({ ...given, continues: true });
  expect(list).toMatchObject({ version: 5, meta: { version: 5 } });
  expect(await list!.bytes()).toEqual(BUNDLED);
});

test.each<[string, Case]>([
  ['none is stored', { version: null }],
  ['the stored one is gone', { version: 6, gone: true }],
  ['the stored one is a stranger’s', { version: 6, by: STRANGER.keyId }],
  ['the stored one is broken', { version: 6, bytes: new Uint8Array([1, 2, 3]) }],
])('no list, where the bundled one is another publisher’s: %s', async (_, given) => {
  expect(await inUse(given)).toBeNull();
});
