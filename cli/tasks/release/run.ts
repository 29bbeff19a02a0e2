import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { TRIAL_VARIABLES } from '../../list/host.ts';
import { digest, inFolder, install, rebuild } from '../packages/rebuild.ts';
import { say } from '../setup/say.mjs';
import { notesOn, releaseChangelog } from './changelog.ts';
import { keepReleaseFiles, writeReleaseFiles } from './files.ts';
import { checkOutTag, commitRelease, mustBeReady, read, takeOver } from './git.ts';
import { ReleaseRefused } from './refused.ts';
import { releaseVersion } from './version.ts';

const USAGE = `npm run release -- VERSION|patch|minor|major [--dry-run | --files]
  --dry-run  rehearses with the packages installed here, and leaves nothing behind
  --files    makes the files of a version that was released already, from its tag`;
const TEST_LIMIT_MS = 60 * 60_000;
/** Commits a rehearsal, which needs no name. */
const NOBODY = ['-c', 'user.name=nobody', '-c', 'user.email=nobody@localhost'];

interface Release {
  root: string;
  /** Where the release is made: a clone of what is committed. */
  clone: string;
  version: string;
  kind: 'real' | 'rehearsed' | 'files';
}

/**
 * Makes a release in a clone of what is committed, so that it is made whole or not at all: version, changelog,
 * packages built from packages newly installed, rebuilt from the sources package to the same bytes, checksums,
 * bill of materials, tests, commit and tag. Nothing is pushed.
 */
async function release({ root, clone, version, kind }: Release): Promise<void> {
  const tag = `v${version}`;
  const notes = kind === 'files' ? checkOutVersion(clone, version) : writeVersion(clone, version);
  if (notes === '' && kind === 'real') throw new ReleaseRefused('CHANGELOG.md has nothing under Unreleased');
  say(`version ${version}, ${notes.split('\n').filter((line) => line.startsWith('- ')).length} changes`);

  const installed = join(root, 'node_modules');
  const full = kind !== 'rehearsed';
  await install(clone, full ? null : installed);
  await inFolder(clone, ['npm', 'run', 'zip']);
  const output = join(clone, '.output');
  const different = await rebuild(output, version, { full, installed });
  if (different.length > 0) throw new ReleaseRefused(`rebuilt to other bytes: ${different.join(', ')}`);
  say('built twice, in two folders: same bytes');

  const files = writeReleaseFiles(clone, version, notes, dayOf(clone, version));
  if (kind === 'real') await inFolder(clone, ['npm', 'test'], { limitMs: TEST_LIMIT_MS, live: true });
  if (kind !== 'files') commitRelease(clone, tag, kind === 'real' ? [] : NOBODY);
  if (kind === 'real') takeOver(root, clone, tag);
  if (kind !== 'rehearsed') say(`to publish: ${keepReleaseFiles(clone, root, version, files)}`);
  if (kind === 'real') say(`tagged ${tag}. Then: git push --follow-tags`);
  for (const file of files) console.log(`${digest(join(output, file))}  ${file}`);
}

/** Puts the version into package.json, the lock and the changelog, and gives the changelog's words on it. */
function writeVersion(clone: string, version: string): string {
  read(clone, 'npm', 'version', version, '--no-git-tag-version', '--allow-same-version', '--ignore-scripts');
  const file = join(clone, 'CHANGELOG.md');
  const day = new Date().toISOString().slice(0, 10);
  const changelog = releaseChangelog(readFileSync(file, 'utf8'), version, day);
  if (!changelog) throw new ReleaseRefused('CHANGELOG.md has no heading [Unreleased]');
  writeFileSync(file, changelog.text);
  return changelog.notes;
}

/** Checks out what was released as a version, and gives the changelog's words on it. */
function checkOutVersion(clone: string, version: string): string {
  checkOutTag(clone, `v${version}`);
  const held = versionOf(clone);
  if (held !== version) throw new ReleaseRefused(`the tag v${version} holds version ${held}`);
  const notes = notesOn(readFileSync(join(clone, 'CHANGELOG.md'), 'utf8'), version);
  if (notes === null) throw new ReleaseRefused(`CHANGELOG.md has no heading [${version}]`);
  return notes;
}

/** The day that the changelog gives a version: what is made of the version later says the same. */
function dayOf(clone: string, version: string): string {
  const heading = `## [${version}] - `;
  const text = readFileSync(join(clone, 'CHANGELOG.md'), 'utf8');
  const at = text.indexOf(heading) + heading.length;
  return text.slice(at, at + '2026-11-27'.length);
}

function versionOf(folder: string): string {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return version;
}

async function main(wanted: string, kind: Release['kind']): Promise<void> {
  const root = resolve('.');
  const trials = TRIAL_VARIABLES.filter((name) => process.env[name] !== undefined);
  if (trials.length > 0) {
    throw new ReleaseRefused(`unset ${trials.join(' and ')}: what cli/list/host.json says is released`);
  }
  const version = kind === 'files' ? wanted : releaseVersion(versionOf(root), wanted);
  if (kind === 'real') mustBeReady(root, `v${version}`);
  const room = mkdtempSync(join(tmpdir(), 'ensign-release-'));
  try {
    const clone = join(room, 'ensign');
    read(room, 'git', 'clone', '--quiet', root, clone);
    await release({ root, clone, version, kind });
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}

const { values, positionals } = parseArgs({
  options: { 'dry-run': { type: 'boolean' }, files: { type: 'boolean' } },
  allowPositionals: true,
  strict: false,
});
const kinds = { 'dry-run': 'rehearsed', files: 'files' } as const;
const asked = Object.keys(values);
if (positionals.length !== 1 || asked.length > 1 || !asked.every((name) => Object.hasOwn(kinds, name))) {
  console.error(USAGE);
  process.exit(2);
}
try {
  await main(positionals[0]!, asked[0] ? kinds[asked[0] as keyof typeof kinds] : 'real');
} catch (error) {
  if (!(error instanceof ReleaseRefused)) throw error;
  say(`no release: ${error.message}`);
  process.exitCode = 1;
}
