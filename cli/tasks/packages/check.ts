import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { unzipSync } from 'fflate';
import { runCommand } from '../test/command.ts';

const OUTPUT = '.output';
const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
/** What `npm run zip` writes. */
const PACKAGES = ['chrome', 'firefox', 'sources'].map((kind) => `${name}-${version}-${kind}.zip`);
const LIMIT_MS = 5 * 60_000;

/** Builds all packages once more from the sources package alone. The same bytes come out, or their names do. */
async function rebuild(full: boolean): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ensign-sources-'));
  try {
    unpack(join(OUTPUT, PACKAGES[2]!), folder);
    if (full) await inFolder(folder, ['npm', 'ci', '--loglevel=error']);
    else {
      await linkPackages(resolve('node_modules'), join(folder, 'node_modules'));
      await inFolder(folder, ['npm', 'exec', '--', 'wxt', 'prepare']);
    }
    await inFolder(folder, ['npm', 'run', 'zip']);
    return PACKAGES.filter((file) => digest(join(OUTPUT, file)) !== digest(join(folder, OUTPUT, file)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Mozilla's own linter over the Firefox build: its count of errors and its messages. */
async function lint(): Promise<{ errors: number; warnings: string[]; output: string }> {
  const command = ['web-ext', 'lint', '--source-dir', `${OUTPUT}/firefox-mv3`, '--output', 'json'] as const;
  const { output } = await runCommand(['npm', 'exec', '--', ...command], { limitMs: LIMIT_MS });
  const report = JSON.parse(output.slice(output.indexOf('{"')));
  const warnings = report.warnings.map(
    ({ code, file }: { code: string; file: string }) => `${code} in ${file}`,
  );
  return { errors: report.summary.errors, warnings, output };
}

/**
 * The installed packages once more, as hard links where the system makes them: bundlers order modules by where
 * they lie, so a folder that is itself a link would give other bytes.
 */
async function linkPackages(from: string, to: string): Promise<void> {
  const { code } = await runCommand(['cp', '-al', from, to], { limitMs: LIMIT_MS });
  if (code !== 0) cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}

async function inFolder(folder: string, command: [string, ...string[]]): Promise<void> {
  const { code, output } = await runCommand(command, { limitMs: LIMIT_MS, cwd: folder });
  if (code !== 0)
    throw new Error(`${command.join(' ')} ended with ${code} in the unpacked sources\n${output}`);
}

function unpack(zip: string, folder: string): void {
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}

function digest(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

const { values } = parseArgs({ options: { full: { type: 'boolean', default: false } } });
const different = await rebuild(values.full);
const { errors, warnings, output } = await lint();
console.log(
  `rebuilt from the sources package: ${different.length === 0 ? 'same bytes' : `other bytes in ${different}`}`,
);
console.log(
  `Firefox linter: ${errors} errors, ${warnings.length} warnings${warnings.map((text) => `\n  ${text}`).join('')}`,
);
if (errors > 0) console.log(output);
process.exitCode = different.length === 0 && errors === 0 ? 0 : 1;
