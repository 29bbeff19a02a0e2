import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inFolder, install } from '../packages/rebuild.ts';
import { say } from '../setup/say.mjs';
import { read } from './git.ts';

/**
 * Builds an earlier version from its commit, has it used in both browsers, updates it to what is built here, and
 * compares what is kept: `npm run upgrade -- REVISION`, a tag or a commit.
 */
const revision = process.argv[2];
if (!revision) {
  console.error('npm run upgrade -- REVISION   (after npm run build)');
  process.exit(2);
}
const room = mkdtempSync(join(tmpdir(), 'ensign-upgrade-'));
try {
  const clone = join(room, 'ensign');
  read(room, 'git', 'clone', '--quiet', resolve('.'), clone);
  read(clone, 'git', 'checkout', '--quiet', revision);
  say(`${revision} is ${read(clone, 'git', 'log', '-1', '--format=%h %s')}`);
  await install(clone, null);
  await inFolder(clone, ['npm', 'run', 'build']);
  cpSync(join(clone, '.output', 'chrome-mv3'), join(room, 'chromium'), { recursive: true });
  cpSync(join(clone, '.output', 'firefox-mv3'), join(room, 'firefox'), { recursive: true });
  process.env.ENSIGN_EARLIER = room;
  const test = ['npm', 'run', '--silent', 'e2e', '--', 'tests/e2e/upgrade.e2e.ts'] as const;
  await inFolder('.', [...test], { live: true, limitMs: 10 * 60_000 });
} finally {
  rmSync(room, { recursive: true, force: true });
}
