import { expect, test } from 'vitest';
import { hides } from '../../../entrypoints/surface/in-page/root-filter.ts';

const FILTERS: [string, boolean][] = [
  ['none', false],
  ['invert(0.9) hue-rotate(180deg)', false],
  ['invert(1) brightness(0.95) contrast(90%)', false],
  ['grayscale(1)', false],
  ['opacity(0.9)', false],
  ['opacity(0)', true],
  ['opacity(40%)', true],
  ['brightness(10)', true],
  ['brightness(0)', true],
  ['contrast(0)', true],
  ['invert(0.5)', true],
  ['hue-rotate(20deg) blur(9px)', true],
  ['url("#off")', true],
  ['drop-shadow(red 0px 0px 9px)', true],
];

test.each(FILTERS)('%s hides: %s', (filter, hidden) => {
  expect(hides(filter)).toBe(hidden);
});
