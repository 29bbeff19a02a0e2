import { beforeEach, expect, test } from 'vitest';
import { keep } from '../../../utils/sync/keep.ts';
import { StoreError } from '../../../utils/sync/list-database.ts';
import { EMPTY_STATE } from '../../../utils/sync/stored-list.ts';
import { type Device, device } from './device.ts';
import { contents, KEY, NOW, publish, type Version } from './publisher.ts';

let phone: Device;
let version: Version;
let done: string[];
beforeEach(async () => {
  version = await publish(contents(3));
  done = [];
  phone = device('');
  return () => phone.close();
});

/** The store, whose first commits end in these errors. */
function failing(...errors: Error[]): void {
  const { commit, dropEarlier } = phone.ports.store;
  phone.ports.store.commit = (...given) => {
    done.push('commit');
    const error = errors.shift();
    return error ? Promise.reject(error) : commit(...given);
  };
  phone.ports.store.dropEarlier = () => {
    done.push('dropEarlier');
    return dropEarlier();
  };
}

function kept() {
  const { manifest, snapshot } = version;
  const signed = { manifest, bytes: new Uint8Array([7]), signature: 'signed', keyId: KEY.keyId };
  return keep(phone.ports, EMPTY_STATE, signed, snapshot, ['a', 'b'], 'file');
}

test('a list is stored with all that was told of it, and serves', async () => {
  failing();
  const { sha256, size } = version.manifest.snapshot;
  const floor = { version: 3, sha256, keyIds: ['a', 'b'] };
  expect(await kept()).toEqual(floor);
  expect(done).toEqual(['commit']);
  const { state, list } = await phone.ports.store.inUse();
  expect(state).toEqual({ ...EMPTY_STATE, current: sha256, floor });
  expect(list).toEqual({
    version: 3,
    sha256,
    size,
    issued: version.manifest.issued,
    expires: version.manifest.expires,
    keyId: KEY.keyId,
    storedAt: new Date(NOW).toISOString(),
    via: 'file',
    snapshot: expect.any(Blob),
    manifest: new Uint8Array([7]),
    signature: 'signed',
  });
  expect(new Uint8Array(await list!.snapshot.arrayBuffer())).toEqual(version.snapshot);
});

test('where there is no room the earlier lists go, once', async () => {
  failing(new StoreError('full'));
  await kept();
  expect(done).toEqual(['commit', 'dropEarlier', 'commit']);
  done = [];
  failing(new StoreError('full'), new StoreError('full'));
  await expect(kept()).rejects.toMatchObject({ fault: 'full' });
});

test.each([
  ['unreadable', new StoreError('unreadable')],
  ['blocked', new StoreError('blocked')],
  ['newer', new StoreError('newer')],
  ['no fault of the store', new TypeError('unforeseen')],
  ['no fault of the store, whatever it says', Object.assign(new Error('unforeseen'), { fault: 'full' })],
])('%s: no earlier list goes', async (_, error) => {
  failing(error);
  await expect(kept()).rejects.toBe(error);
  expect(done).toEqual(['commit']);
});
