import { expect, test } from 'vitest';
import { floorsOf, heldBackFrom, lowestVersion, withFloor } from '../../../utils/sync/floor.ts';
import { EMPTY_STATE, type Floor, type Floors } from '../../../utils/sync/stored-list.ts';

const floor = (version: number, ...keyIds: string[]): Floor => ({ version, sha256: `${version}`, keyIds });
const after = (...floors: Floor[]) =>
  floorsOf(floors.reduce<Floors>(withFloor, { floor: null, otherFloors: [] })).map(({ version }) => version);

test('a higher floor of the same keys takes the place of the earlier one', () => {
  expect(after(floor(1, 'a'), floor(2, 'a'), floor(3, 'a', 'b'))).toEqual([3]);
});

test('floors of other keys are kept, the latest first, and go once later ones speak of all their keys', () => {
  expect(after(floor(5, 'a'), floor(1, 'b'))).toEqual([1, 5]);
  expect(after(floor(5, 'a'), floor(1, 'b'), floor(6, 'a'))).toEqual([6, 1]);
  expect(after(floor(5, 'a', 'b'), floor(6, 'b'))).toEqual([6, 5]);
  expect(after(floor(5, 'a', 'b'), floor(6, 'b'), floor(7, 'a'))).toEqual([7, 6]);
});

test('of very many keys the latest are kept', () => {
  const many = Array.from({ length: 20 }, (_, version) => floor(version, `${version}`));
  expect(after(...many)).toEqual([19, 18, 17, 16, 15, 14, 13, 12, 11]);
});

test.each<[string, Floor[], number | null, ReturnType<typeof lowestVersion>]>([
  ['nothing is remembered', [], null, null],
  ['nothing but the bundled list', [], 3, { version: 3, sha256: null }],
  ['of another list alone', [floor(5, 'b')], null, null],
  ['of another list, above the bundled one', [floor(5, 'b')], 3, { version: 3, sha256: null }],
  ['below the bundled one', [floor(2, 'a')], 3, { version: 3, sha256: null }],
  ['of the bundled version: its checksum holds', [floor(3, 'a')], 3, { version: 3, sha256: '3' }],
  ['one key in common is enough', [floor(5, 'a', 'b')], null, { version: 5, sha256: '5' }],
  ['the highest, not the latest', [floor(4, 'a'), floor(6, 'a')], 3, { version: 6, sha256: '6' }],
  ['the highest first', [floor(6, 'a'), floor(4, 'a')], 3, { version: 6, sha256: '6' }],
])('the lowest version to take: %s', (_, remembered, bundled, lowest) => {
  expect(lowestVersion(remembered, ['a'], bundled)).toEqual(lowest);
});

test.each<[string, Floor | null, number | null]>([
  ['under the same key', floor(5, 'a'), 4],
  ['under one of its keys', floor(5, 'b', 'a'), 4],
  ['under another', floor(5, 'b'), null],
  ['without a floor', null, null],
])('a version gone back from is left aside %s: %o', (_, at, left) => {
  const keys = [{ keyId: 'a', key: new Uint8Array(32) }];
  expect(heldBackFrom({ keys }, { ...EMPTY_STATE, floor: at, heldBack: 4 })).toBe(left);
});
