import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { installed } from '../../../cli/tasks/setup/packages.mjs';
import { folderOf } from '../../fixtures/folder.ts';

interface Entry {
  version?: string;
  optional?: boolean;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

function root(lock: Record<string, Entry>, present: Record<string, Entry> | null): string {
  return folderOf({
    'package-lock.json': JSON.stringify({ packages: lock }),
    ...(present ? { 'node_modules/.package-lock.json': JSON.stringify({ packages: present }) } : {}),
  });
}

describe('packages are installed', () => {
  const lock = {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/other-system': { version: '1.0.0', optional: true },
  };
  test.each([
    ['when all are there but those of other systems', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['not without node_modules', null, false],
    ['not when one is missing', {}, false],
    ['not when one is of another version', { 'node_modules/a': { version: '0.9.0' } }, false],
  ])('%s', (_, present, expected) => {
    expect(installed(root(lock, present))).toBe(expected);
  });
});

describe("the project's own lock", () => {
  const packages: Record<string, Entry> = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const names = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));

  test("holds every platform's optional packages, or npm ci refuses it", () => {
    const missing = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
      Object.keys(optionalDependencies).filter((name) => !names.has(name)),
    );
    expect(missing).toEqual([]);
    expect(names.size).toBeGreaterThan(100);
  });

  test('names no download address', () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
  });
});
