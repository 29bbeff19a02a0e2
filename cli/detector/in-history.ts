import { execFileSync } from 'node:child_process';
import { basename } from 'node:path/posix';
import { DECIDING } from './deciding.ts';
import { detectorHash, UnlockedPackageError } from './detector-hash.ts';

const LOCK_FILE = 'package-lock.json';
const MAX_OUTPUT = 64 << 20;

/**
 * The commits that brought in a detector, newest first: it decided from each of them until the deciding files next
 * changed. The version before the plus sign is not looked at.
 */
export function commitsOf(detector: string, root: string): string[] {
  const hash = detector.slice(detector.indexOf('+') + 1);
  const changes = git(root, 'log', '--format=%H', 'HEAD', '--', ...DECIDING, LOCK_FILE);
  const lockFiles = new Map<string, string>();
  return changes
    .split('\n')
    .filter((commit) => commit !== '' && hashOf(idsAt(root, commit), root, lockFiles) === hash);
}

/** Ids of the deciding files and of the lock file by path, as a commit holds them. */
function idsAt(root: string, commit: string): Map<string, string> {
  // Each entry: mode, type, id, a tab, path, NUL.
  const entries = git(root, 'ls-tree', '-r', '-z', commit, '--', ...DECIDING, LOCK_FILE).split('\0');
  return new Map(
    entries.filter(Boolean).map((entry) => {
      const [about, path] = entry.split('\t') as [string, string];
      return [path, about.split(' ')[2]!];
    }),
  );
}

/** null where one of the deciding packages was not there yet. Lock files are read once each. */
function hashOf(ids: Map<string, string>, root: string, lockFiles: Map<string, string>): string | null {
  const lockId = ids.get(LOCK_FILE);
  if (lockId === undefined) return null;
  const lockFile = lockFiles.get(lockId) ?? git(root, 'cat-file', 'blob', lockId);
  lockFiles.set(lockId, lockFile);
  const files = [...ids].filter(([path]) => path !== LOCK_FILE && !basename(path).startsWith('.'));
  try {
    return detectorHash(new Map(files), lockFile);
  } catch (error) {
    if (error instanceof UnlockedPackageError) return null;
    throw error;
  }
}

function git(root: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: MAX_OUTPUT, stdio: 'pipe' });
}
