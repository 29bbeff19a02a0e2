import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { manifest } from '../../../assets/manifest.ts';

const readme = readFileSync('README.md', 'utf8');

/** First cells of the tables of a section, code marks and remarks in brackets dropped, split at commas. */
function firstCells(heading: string): string[] {
  const section = readme.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  const rows = [...section.matchAll(/^\| ([^|]+?) \|/gm)].map(([, cell]) => cell!);
  const names = rows.flatMap((cell) => cell.replace(/\(.*\)|`/g, '').split(','));
  return names.map((name) => name.trim()).filter((name) => !/^(?:---|package|permission)$/.test(name));
}

describe('the README gives a reason', () => {
  test('for every dependency, and for no other', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(firstCells('Dependencies').sort()).toEqual(
      Object.keys({ ...dependencies, ...devDependencies }).sort(),
    );
  });

  test('for every permission, and for no other', () => {
    const both = [manifest('chrome'), manifest('firefox')];
    const asked = new Set(both.flatMap((one) => (one.permissions as string[] | undefined) ?? []));
    expect(firstCells('Permissions').sort()).toEqual([...asked, 'access to all http and https sites'].sort());
  });
});
