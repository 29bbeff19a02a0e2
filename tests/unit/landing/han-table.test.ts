import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { hanTable } from '../../../cli/landing/han-table.ts';

it('assets/landing/han.ts is what `npm run build:han` writes', () => {
  const written = readFileSync(new URL('../../../assets/landing/han.ts', import.meta.url), 'utf8');
  expect(written.replace(/\s/g, '')).toBe(hanTable().replace(/\s/g, ''));
});
