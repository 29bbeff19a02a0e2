import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { step } from './step.mjs';

/** Installs what the lock names when node_modules is missing or differs from the lock. */
export async function preparePackages(root) {
  if (installed(root)) return;
  await step('Installing packages (npm ci, about half a minute)', ['npm', 'ci', '--loglevel=error'], {
    cwd: root,
    quiet: true,
  });
}

/**
 * Whether node_modules holds what the lock names. npm leaves its own account of what it installed in
 * node_modules/.package-lock.json; times of files say nothing after a checkout.
 * Optional packages (other platforms') may be absent.
 */
export function installed(root) {
  const account = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(account)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(account);
  for (const [path, { version, optional, devOptional, peer }] of Object.entries(wanted)) {
    if (path === '') continue;
    const found = present[path];
    if (found ? found.version !== version : !(optional || devOptional || peer)) return false;
  }
  return true;
}

function packagesOf(lock) {
  return JSON.parse(readFileSync(lock, 'utf8')).packages;
}
