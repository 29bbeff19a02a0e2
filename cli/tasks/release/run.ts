import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { digest, inFolder, install, packageNames, rebuild } from '../packages/rebuild.ts';
import { say } from '../setup/say.mjs';
import { billOfMaterials } from './bill-of-materials.ts';
import { releaseChangelog } from './changelog.ts';
import { mustBeReady, read, takeOver } from './git.ts';
import { ReleaseRefused } from './refused.ts';
import { releaseVersion } from './version.ts';

const USAGE = 'npm run release -- VERSION|patch|minor|major [--dry-run]';
const TEST_LIMIT_MS = 60 * 60_000;

interface Plan {
  root: string;
  /** Where the release is made: a clone of what is committed. */
  clone: string;
  version: string;
  /** Leaves nothing behind: no commit, no tag, no file. */
  dry: boolean;
}

/**
 * Makes a release in a clone of what is committed, so that it is made whole or not at all: version, changelog,
 * packages built from packages newly installed, rebuilt from the sources package to the same bytes, checksums,
 * bill of materials, tests, commit and tag. Nothing is pushed.
 */
async function release({ root, clone, version, dry }: Plan): Promise<void> {
  const tag = `v${version}`;
  const notes = writeVersion(clone, version);
  if (notes === '' && !dry) throw new ReleaseRefused('CHANGELOG.md has nothing under Unreleased');
  say(`version ${version}, ${notes.split('\n').filter((line) => line.startsWith('- ')).length} changes`);

  await install(clone, dry ? join(root, 'node_modules') : null);
  await inFolder(clone, ['npm', 'run', 'zip']);
  const output = join(clone, '.output');
  const different = await rebuild(output, version, { full: !dry, installed: join(root, 'node_modules') });
  if (different.length > 0) throw new ReleaseRefused(`rebuilt to other bytes: ${different.join(', ')}`);
  say('built twice, in two folders: same bytes');

  const files = writeFiles(clone, version, notes);
  if (!dry) await inFolder(clone, ['npm', 'test'], { limitMs: TEST_LIMIT_MS, live: true });
  commit(clone, tag, dry);
  if (!dry) {
    const folder = join(root, '.output', 'release', version);
    mkdirSync(folder, { recursive: true });
    for (const file of files) copyFileSync(join(output, file), join(folder, file));
    takeOver(root, clone, tag);
    say(`tagged ${tag}; ${folder} holds what to publish. Then: git push --follow-tags`);
  }
  for (const file of files) console.log(`${digest(join(output, file))}  ${file}`);
}

/** Puts the version into package.json, the lock and the changelog, and gives the changelog's words on it. */
function writeVersion(clone: string, version: string): string {
  read(clone, 'npm', 'version', version, '--no-git-tag-version', '--allow-same-version', '--ignore-scripts');
  const file = join(clone, 'CHANGELOG.md');
  const changelog = releaseChangelog(
    readFileSync(file, 'utf8'),
    version,
    new Date().toISOString().slice(0, 10),
  );
  if (!changelog) throw new ReleaseRefused('CHANGELOG.md has no heading [Unreleased]');
  writeFileSync(file, changelog.text);
  return changelog.notes;
}

/** Writes bill of materials, notes and checksums beside the packages; answers all names. */
function writeFiles(clone: string, version: string, notes: string): string[] {
  const output = join(clone, '.output');
  const bom = `ensign-${version}.cdx.json`;
  const changes = `ensign-${version}-changes.md`;
  const sbom = [
    'sbom',
    '--package-lock-only',
    '--omit=dev',
    '--sbom-format=cyclonedx',
    '--sbom-type=application',
  ];
  const at = read(clone, 'git', 'log', '-1', '--format=%cI');
  writeFileSync(join(output, bom), billOfMaterials(read(clone, 'npm', ...sbom), at));
  writeFileSync(join(output, changes), `${notes}\n`);
  const summed = [...packageNames(version), bom, changes];
  const sums = summed.map((file) => `${digest(join(output, file))}  ${file}\n`).join('');
  writeFileSync(join(output, 'SHA256SUMS'), sums);
  return [...summed, 'SHA256SUMS'];
}

function commit(clone: string, tag: string, dry: boolean): void {
  const nobody = dry ? ['-c', 'user.name=nobody', '-c', 'user.email=nobody@localhost'] : [];
  read(clone, 'git', ...nobody, 'commit', '--quiet', '--all', '--message', `chore: release ${tag}`);
  read(clone, 'git', ...nobody, 'tag', '--annotate', tag, '--message', `Ensign ${tag}`);
  const left = read(clone, 'git', 'status', '--porcelain');
  if (left !== '') throw new ReleaseRefused(`building left files behind:\n${left}`);
}

async function main(wanted: string, dry: boolean): Promise<void> {
  const root = resolve('.');
  const { version: present } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const version = releaseVersion(present, wanted);
  if (!dry) mustBeReady(root, `v${version}`);
  const room = mkdtempSync(join(tmpdir(), 'ensign-release-'));
  try {
    const clone = join(room, 'ensign');
    read(room, 'git', 'clone', '--quiet', root, clone);
    await release({ root, clone, version, dry });
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

const { values, positionals } = parseArgs({
  options: { 'dry-run': { type: 'boolean', default: false } },
  allowPositionals: true,
  strict: false,
});
if (positionals.length !== 1) {
  console.error(USAGE);
  process.exit(2);
}
try {
  await main(positionals[0]!, values['dry-run'] === true);
} catch (error) {
  if (!(error instanceof ReleaseRefused)) throw error;
  say(`no release: ${error.message}`);
  process.exitCode = 1;
}
