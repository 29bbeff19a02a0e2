import { execFileSync } from 'node:child_process';
import { ReleaseRefused } from './refused.ts';

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

/** Takes the commit and the tag of another checkout of the same history; nothing is taken when it has moved on. */
export function takeOver(folder: string, from: string, tag: string): void {
  read(folder, 'git', 'fetch', '--quiet', from, 'HEAD');
  read(folder, 'git', 'merge', '--ff-only', '--quiet', 'FETCH_HEAD');
  read(folder, 'git', 'fetch', '--quiet', '--no-tags', from, `refs/tags/${tag}:refs/tags/${tag}`);
}
