import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { matchOf } from './matcher.ts';

const names = readFileSync(new URL('./near-names.txt', import.meta.url), 'utf8')
  .split(/\s+/)
  .filter(Boolean);

it('stays quiet on names that resemble an exchange by accident', () => {
  expect(names.length).toBeGreaterThan(300);
  expect(names.filter((name) => matchOf(name) !== null)).toEqual([]);
});
