import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DECIDING, DECIDING_PACKAGES } from '../../../cli/detector/deciding.ts';
import { commitsOf } from '../../../cli/detector/in-history.ts';
import { detectorOfFolder } from '../../../cli/detector/of-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'ensign-detector-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of what decides, as it comes out of the sources package. */
function copyTo(name: string): string {
  const root = join(folder, name);
  for (const path of [...DECIDING, 'package-lock.json']) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    cpSync(path, join(root, path), { recursive: true });
  }
  return root;
}

const git = (root: string, ...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
    cwd: root,
    encoding: 'utf8',
  });

describe('the detector of a folder', () => {
  it('is the same in another folder without git', () => {
    expect(detectorOfFolder(copyTo('elsewhere'))).toBe(detectorOfFolder());
    expect(detectorOfFolder()).toMatch(/^1\+[0-9a-f]{16}$/);
  });

  it('is another once a rule, a table or a deciding package changes, and no other for anything else', () => {
    const root = copyTo('changed');
    const change = (path: string, to: (text: string) => string) => {
      const before = readFileSync(join(root, path), 'utf8');
      writeFileSync(join(root, path), to(before));
      const detector = detectorOfFolder(root);
      writeFileSync(join(root, path), before);
      return detector;
    };
    const own = detectorOfFolder(root);
    const changed = [
      change('utils/verdict/decide.ts', (text) => `${text}\n`),
      change('assets/lookalike/keywords.txt', (text) => `${text}zzz\n`),
      change('package-lock.json', (text) => text.replace(/(node_modules\/tldts":[^}]+sha512-)\w/, '$1_')),
    ];
    expect(new Set([own, ...changed]).size).toBe(4);
    expect(
      change('package-lock.json', (text) => text.replace(/(node_modules\/preact":[^}]+sha512-)\w/, '$1_')),
    ).toBe(own);
    mkdirSync(join(root, 'utils/export'));
    writeFileSync(join(root, 'utils/export/ndjson.ts'), 'another');
    expect(detectorOfFolder(root)).toBe(own);
  });

  it('is found in a git history by the commit that brought it in', () => {
    const root = copyTo('history');
    git(root, 'init', '--quiet');
    const commit = (message: string) => {
      git(root, 'add', '.');
      git(root, 'commit', '--quiet', '--message', message);
      return git(root, 'rev-parse', 'HEAD').trim();
    };
    const first = commit('feat: decide');
    const detector = detectorOfFolder(root);
    writeFileSync(join(root, 'README.md'), 'words');
    commit('docs: say so');
    writeFileSync(join(root, 'utils/verdict/decide.ts'), 'another');
    const second = commit('fix: decide otherwise');
    expect(commitsOf(detector, root)).toEqual([first]);
    expect(commitsOf(detectorOfFolder(root), root)).toEqual([second]);
    expect(commitsOf('1+0123456789abcdef', root)).toEqual([]);
  });
});

/** Path and text of every file that decides and imports others. */
const sources = DECIDING.flatMap((path) =>
  statSync(path).isFile()
    ? [path]
    : readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name)),
)
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

it('every package that the deciding code imports counts', () => {
  const imported = sources.flatMap(({ text }) =>
    [...text.matchAll(/from '(?!node:)([^.'/][^'/]*)/g)].map(([, name]) => name!),
  );
  expect(imported.length).toBeGreaterThan(5);
  expect(imported.filter((name) => !DECIDING_PACKAGES.some((known) => known === name))).toEqual([]);
});

it('every file that the deciding code imports counts', () => {
  const imported = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)'/gm)].map(([, to]) =>
      join(dirname(path), to!),
    ),
  );
  expect(imported.length).toBeGreaterThan(100);
  expect(imported.filter((path) => !DECIDING.some((known) => path.startsWith(known)))).toEqual([]);
});
