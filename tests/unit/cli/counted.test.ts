import { expect, test } from 'vitest';
import { counted } from '../../../cli/counted.ts';

test.each([
  [0, '0 names'],
  [1, '1 name'],
  [2, '2 names'],
])('%d: %s', (number, words) => {
  expect(counted(number, 'name')).toBe(words);
});
