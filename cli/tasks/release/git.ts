import { execFileSync } from 'node:child_process';
import { ReleaseRefused } from './refused.ts';

/** What a release changes of what is committed, and all that its commit holds. */
const RELEASED = ['CHANGELOG.md', 'package-lock.json', 'package.json'];

/** Runs a program in a folder and gives what it printed on stdout, without the last line break. Throws when it fails. */
export function read(folder: string, file: string, ...given: string[]): string {
  return execFileSync(file, given, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  }).trimEnd();
}

/**
 * Where a release may be made: a branch with nothing uncommitted, and no tag of that name yet.
 * @throws {ReleaseRefused}
 */
export function mustBeReady(folder: string, tag: string): void {
  if (read(folder, 'git', 'status', '--porcelain') !== '')
    throw new ReleaseRefused('there are uncommitted changes');
  if (read(folder, 'git', 'branch', '--show-current') === '')
    throw new ReleaseRefused('no branch is checked out');
  if (read(folder, 'git', 'tag', '--list', tag) !== '') throw new ReleaseRefused(`the tag ${tag} exists`);
}

/**
 * Checks out what was released under a tag.
 * @throws {ReleaseRefused} where there is no such tag
 */
export function checkOutTag(folder: string, tag: string): void {
  if (read(folder, 'git', 'tag', '--list', tag) !== tag) throw new ReleaseRefused(`there is no tag ${tag}`);
  read(folder, 'git', 'checkout', '--quiet', '--detach', `refs/tags/${tag}`);
}

/**
 * Commits and tags a release. `identity`: options of git that say who commits; without them the user does.
 * @throws {ReleaseRefused} where more has changed than a release changes
 */
export function commitRelease(folder: string, tag: string, identity: string[]): void {
  const changed = read(folder, 'git', 'status', '--porcelain').split('\n').filter(Boolean);
  // Each line: two letters for what happened, a blank, the path.
  const others = changed.filter((line) => !RELEASED.includes(line.slice(3)));
  if (others.length > 0) {
    throw new ReleaseRefused(`building and testing changed what is committed:\n${others.join('\n')}`);
  }
  const message = ['--message', `chore: release ${tag}`];
  read(folder, 'git', ...identity, 'commit', '--quiet', ...message, '--', ...RELEASED);
  read(folder, 'git', ...identity, 'tag', '--annotate', tag, '--message', `Ensign ${tag}`);
}

/** Takes the commit and the tag of another checkout of the same history; nothing is taken when it has moved on. */
export function takeOver(folder: string, from: string, tag: string): void {
  read(folder, 'git', 'fetch', '--quiet', from, 'HEAD');
  read(folder, 'git', 'merge', '--ff-only', '--quiet', 'FETCH_HEAD');
  read(folder, 'git', 'fetch', '--quiet', '--no-tags', from, `refs/tags/${tag}:refs/tags/${tag}`);
}
