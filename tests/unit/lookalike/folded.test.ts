import { expect, it } from 'vitest';
import { codesOf, VISUAL_CLASS } from '../../../utils/lookalike/char-code.ts';
import { foldPairs, readSeconds } from '../../../utils/lookalike/folded.ts';
import { labelOf } from './label.ts';

const classesOf = (text: string) => codesOf(text).map((code) => VISUAL_CLASS[code]);

it.each([
  ['okx', 'okx', [0, 1, 2, 3]],
  ['bitrnex', 'bitmex', [0, 1, 2, 3, 5, 6, 7]],
  ['rnarn', 'mam', [0, 2, 3, 5]],
  ['rnr', 'mr', [0, 2, 3]],
  ['vvhite', 'white', [0, 2, 3, 4, 5, 6]],
  ['r', 'r', [0, 1]],
])('%s is folded to %s', (text, folded, places) => {
  const closed = new Uint8Array(16);
  const closedAt = new Uint16Array(16);
  const size = foldPairs(labelOf(text), closed, closedAt);
  expect([...closed.subarray(0, size)]).toEqual(classesOf(folded));
  expect([...closedAt.subarray(0, size + 1)]).toEqual(places);
});

it.each([
  ['bitłrex', 'bittrex'],
  ['okx', 'okx'],
])('%s is read as %s by its second readings', (text, second) => {
  const closed = new Uint8Array(16);
  const closedAt = new Uint16Array(16).fill(99);
  const size = readSeconds(labelOf(text), closed, closedAt);
  expect([...closed.subarray(0, size)]).toEqual(classesOf(second));
  expect([...closedAt.subarray(0, size + 1)]).toEqual(Array.from({ length: size + 1 }, (_, i) => i));
});
