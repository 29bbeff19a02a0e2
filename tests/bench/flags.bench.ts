import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateExports } from './generate-flags.ts';

/**
 * `flags merge` and `flags report` beside plain DuckDB on the same generated files, each in a process of its own, one
 * after the other, with its time, processor time and peak memory:
 *   npm run bench:flags [-- PARTICIPANTS FLAGS_EACH]     1000 × 500 without; the whole is 1000 10000 (30 GB of disk)
 *
 * The peer of merge reads the same files with the same columns in one statement, looks for ids that repeat, and
 * writes the same partitions with the same compression; it checks nothing and names nothing. The peer of report runs
 * the same SQL on the folder that merge wrote.
 */
const [participants = 1000, flags = 500] = process.argv.slice(2).map(Number);
const folder = await mkdtemp(join(tmpdir(), 'ensign-bench-'));

interface Cost {
  /** Seconds. */
  wall: number;
  processor: number;
  /** MiB at the most. */
  peak: number;
}

/** Writes a process's peak memory, KiB, and its processor time, seconds, to its fourth stream. */
const ACCOUNT = `data:text/javascript,${encodeURIComponent(
  `import { writeSync } from 'node:fs';
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeSync(3, JSON.stringify([maxRSS, (userCPUTime + systemCPUTime) / 1e6]));
  });`,
)}`;

try {
  const [input, merged] = [join(folder, 'in'), join(folder, 'merged')];
  await generateExports(input, participants, flags);
  process.stdout.write(`${participants} participants × ${flags} flags\n`);
  const ensign = new URL('../../cli/ensign.ts', import.meta.url).pathname;
  const plain = new URL('./plain-duckdb.ts', import.meta.url).pathname;
  const peerMerge = await run(plain, 'merge', input, join(folder, 'plain'));
  const merge = await run(ensign, 'flags', 'merge', input, '--out', merged);
  say('merge', peerMerge, merge);
  const peerReport = await run(plain, 'report', merged);
  const report = await run(ensign, 'flags', 'report', merged, '--rows', '0', '--out', join(folder, 'tables'));
  say('report', peerReport, report);
} finally {
  await rm(folder, { recursive: true, force: true });
}

function say(name: string, peer: Cost, ours: Cost): void {
  const words = ({ wall, processor, peak }: Cost) =>
    `${wall.toFixed(1)} s, processor ${processor.toFixed(1)} s, ${peak} MB`;
  const ratio = (of: keyof Cost) => (ours[of] / peer[of]).toFixed(2);
  process.stdout.write(
    `${name}: plain DuckDB ${words(peer)}; ensign ${words(ours)}; ` +
      `ratio ${ratio('wall')} (processor ${ratio('processor')}, memory ${ratio('peak')})\n`,
  );
}

function run(script: string, ...args: string[]): Promise<Cost> {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', ACCOUNT, script, ...args],
    { stdio: ['ignore', 'ignore', 'inherit', 'pipe'] },
  );
  return new Promise((resolve, reject) => {
    let account = '';
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      account += chunk;
    });
    child.on('close', (code) => {
      if (code !== 0) return reject(new Error(`${args.slice(0, 2).join(' ')}: exit ${code}`));
      const [kibibytes, processor] = JSON.parse(account) as [number, number];
      const wall = (performance.now() - started) / 1000;
      resolve({ wall, processor, peak: Math.round(kibibytes / 1024) });
    });
  });
}
