import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const RUN = resolve('cli/tasks/release/run.ts');
const NODE = resolve('node_modules/.bin/node');
const AUTHOR = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@localhost' };
const COMMITTER = { GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@localhost' };

/** Builds what holds `word.txt`; where `build-notes.txt` is committed, it writes into that too. */
const ZIP = `
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { zipSync } from ${JSON.stringify(new URL('../../../../node_modules/fflate/esm/index.mjs', import.meta.url).href)};
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const sources = ['package.json', 'package-lock.json', 'zip.mjs', 'word.txt'].map((name) => [name, readFileSync(name)]);
mkdirSync('.output', { recursive: true });
for (const browser of ['chrome', 'firefox']) {
  writeFileSync(\`.output/ensign-\${version}-\${browser}.zip\`, readFileSync('word.txt'));
}
writeFileSync(
  \`.output/ensign-\${version}-sources.zip\`,
  zipSync(Object.fromEntries(sources), { mtime: '2026-01-02T00:00:00' }),
);
if (existsSync('build-notes.txt')) writeFileSync('build-notes.txt', 'built');
`;

/** A project of a few lines that is released as this one is: without dependencies, so that nothing is fetched. */
let project = '';
const git = (...args: string[]) => execFileSync('git', args, { cwd: project, encoding: 'utf8' }).trim();
const write = (name: string, text: string) => writeFileSync(join(project, name), text);

function commit(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) write(name, text);
  git('add', '.');
  git('-c', 'user.name=a', '-c', 'user.email=a@localhost', 'commit', '--quiet', '--message', 'a change');
}

function release(args: string[], environment: Record<string, string> = {}) {
  const { ENSIGN_LIST_URL, ENSIGN_LIST_KEYS, ...inherited } = process.env;
  const env = { ...inherited, ...AUTHOR, ...COMMITTER, npm_config_audit: 'false', ...environment };
  const options = { cwd: project, encoding: 'utf8', env } as const;
  return spawnSync(NODE, ['--disable-warning=ExperimentalWarning', RUN, ...args], options);
}

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'ensign-released-'));
  const about = { name: 'ensign', version: '0.1.0', license: 'MIT' };
  git('init', '--quiet', '--initial-branch', 'main');
  commit({
    'package.json': JSON.stringify({ ...about, scripts: { zip: 'node zip.mjs', test: 'node --version' } }),
    'package-lock.json': JSON.stringify({ ...about, lockfileVersion: 3, packages: { '': about } }),
    'CHANGELOG.md': '# Changelog\n\n## [Unreleased]\n\n- First.\n',
    '.gitignore': '.output/\nnode_modules/\n',
    'zip.mjs': ZIP,
    'word.txt': 'released',
  });
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe('npm run release', { timeout: 120_000 }, () => {
  test('refuses to build for a list host that only this shell names', () => {
    for (const name of ['ENSIGN_LIST_URL', 'ENSIGN_LIST_KEYS']) {
      const { status, stderr } = release(['0.1.0'], { [name]: '' });
      expect(stderr).toContain(`unset ${name}`);
      expect(status).toBe(1);
    }
  });

  test('has no files of what was never released', () => {
    const { status, stderr } = release(['0.1.0', '--files']);
    expect(stderr).toContain('there is no tag v0.1.0');
    expect(status).toBe(1);
  });

  test('commits what a release changes, under the tag', () => {
    expect(release(['0.1.0'])).toMatchObject({ status: 0 });
    expect(git('log', '--format=%s', '-1', 'v0.1.0')).toBe('chore: release v0.1.0');
    const changed = git('diff', '--name-only', 'v0.1.0~1', 'v0.1.0').split('\n');
    expect(changed).toContain('CHANGELOG.md');
    expect(changed.filter((name) => !/^(?:CHANGELOG\.md|package(?:-lock)?\.json)$/.test(name))).toEqual([]);
    expect(git('status', '--porcelain')).toBe('');
  });

  test('makes the files of a version from its tag, whatever was committed since', () => {
    const files = join(project, '.output', 'release', '0.1.0');
    const sums = readFileSync(join(files, 'SHA256SUMS'), 'utf8');
    rmSync(files, { recursive: true });
    const changelog = readFileSync(join(project, 'CHANGELOG.md'), 'utf8');
    commit({ 'word.txt': 'not released', 'CHANGELOG.md': changelog.replace('- First.', '- Other words.') });
    expect(release(['0.1.0', '--files'])).toMatchObject({ status: 0 });
    expect(readFileSync(join(files, 'ensign-0.1.0-chrome.zip'), 'utf8')).toBe('released');
    expect(readFileSync(join(files, 'ensign-0.1.0-changes.md'), 'utf8')).toBe('- First.\n');
    expect(readFileSync(join(files, 'SHA256SUMS'), 'utf8')).toBe(sums);
  });

  test('refuses where building changed what is committed', () => {
    const changelog = readFileSync(join(project, 'CHANGELOG.md'), 'utf8');
    commit({
      'CHANGELOG.md': changelog.replace('[Unreleased]', '[Unreleased]\n\n- Second.'),
      'build-notes.txt': 'by hand',
    });
    const { status, stderr } = release(['minor']);
    expect(stderr).toContain('build-notes.txt');
    expect(status).toBe(1);
    expect(git('tag')).toBe('v0.1.0');
    expect(readFileSync(join(project, 'build-notes.txt'), 'utf8')).toBe('by hand');
  });
});
