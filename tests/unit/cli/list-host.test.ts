import { describe, expect, test } from 'vitest';
import { builtListHost } from '../../../cli/list/host.ts';
import { readTrustedKeys } from '../../../utils/list/signature.ts';
import { folderOf } from '../../fixtures/folder.ts';

const HOST = { address: 'https://lists.example/ensign', keys: ['RWQa', 'RWQb'] };
const BUILT = { address: 'https://lists.example/ensign/', keys: ['RWQa', 'RWQb'] };
const written = () => `${folderOf({ 'host.json': JSON.stringify(HOST) })}/host.json`;

describe('the list host of a build', () => {
  test('is the one that is committed', () => {
    expect(builtListHost({}, written())).toEqual(BUILT);
  });

  test.each([
    [{ ENSIGN_LIST_URL: 'http://127.0.0.1:8400/' }, { ...BUILT, address: 'http://127.0.0.1:8400/' }],
    [{ ENSIGN_LIST_KEYS: 'RWQc,RWQd' }, { ...BUILT, keys: ['RWQc', 'RWQd'] }],
    [
      { ENSIGN_LIST_URL: '', ENSIGN_LIST_KEYS: '' },
      { address: '', keys: [] },
    ],
  ])('with %j, for trying, is %j', (environment, host) => {
    expect(builtListHost(environment, written())).toEqual(host);
  });

  test('is an address and keys that can be trusted, as this project has them committed', () => {
    const { address, keys } = builtListHost({});
    expect(readTrustedKeys(keys)).toHaveLength(keys.length);
    expect(keys.length > 0).toBe(address !== '');
  });

  test('fails a build where it is none', () => {
    expect(() => builtListHost({ ENSIGN_LIST_URL: 'http://lists.example/' }, written())).toThrow(RangeError);
  });
});
