import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDuck } from '../../cli/flags/duck.ts';
import { findExports } from '../../cli/flags/find-exports.ts';
import { readFlags } from '../../cli/flags/flag-sql.ts';
import { generateExports } from './generate-flags.ts';

/**
 * `flags merge` and `flags report` beside plain DuckDB on the same generated files:
 * node tests/bench/flags.bench.ts [PARTICIPANTS] [FLAGS EACH]
 */
/** Writes a process's peak memory, KiB, to its fourth stream. */
const REPORT_PEAK = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS)));",
)}`;

const [participants = 100, flags = 10_000] = process.argv.slice(2).map(Number);
const folder = await mkdtemp(join(tmpdir(), 'ensign-bench-'));
try {
  const [input, merged] = [join(folder, 'in'), join(folder, 'merged')];
  await generateExports(input, participants, flags);
  await timed('plain DuckDB, NDJSON to one Parquet file, hashes of ids', async () => {
    const duck = await openDuck(folder);
    const files = await findExports(input);
    await duck.rows(`SELECT count(DISTINCT flag_id) FROM ${readFlags(files)}`);
    await duck.run(
      `COPY (SELECT * FROM ${readFlags(files)}) TO '${join(folder, 'plain.parquet')}' (COMPRESSION zstd)`,
    );
    duck.close();
  });
  await timed('ensign flags merge', () => ensign('merge', input, '--out', merged));
  await timed('ensign flags report', () => ensign('report', merged, '--rows', '0'));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function timed(name: string, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  const peak = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(
    `${name}: ${seconds} s${typeof peak === 'number' ? `, ${Math.round(peak / 1024)} MB` : ''}\n`,
  );
}

/** Runs one command; answers its peak memory in KiB. */
function ensign(...args: string[]): Promise<number> {
  const entry = new URL('../../cli/ensign.ts', import.meta.url).pathname;
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', REPORT_PEAK, entry, 'flags', ...args],
    {
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    },
  );
  return new Promise((resolve, reject) => {
    let peak = '';
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      peak += chunk;
    });
    child.on('exit', (code) =>
      code === 0 ? resolve(Number(peak)) : reject(new Error(`flags ${args[0]}: exit ${code}`)),
    );
  });
}
