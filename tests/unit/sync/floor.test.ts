import { expect, test } from 'vitest';
import { floorsOf, withFloor } from '../../../utils/sync/floor.ts';
import type { Floor, Floors } from '../../../utils/sync/stored-list.ts';

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
