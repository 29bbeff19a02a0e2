import { execFile, spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openDuck, quoted } from '../../cli/flags/duck.ts';
import { createViews } from '../../cli/flags/merged-views.ts';
import { QUESTIONS, type Question } from '../../cli/flags/questions.ts';
import { answer } from '../../cli/flags/report.ts';
import { prepareDebian } from '../../cli/tasks/setup/machine.ts';
import { generatePackages } from './generate-packages.ts';

/**
 * The standard questions on a Dask cluster, a scheduler and two workers as processes on loopback, beside DuckDB on the
 * same merged folder: every row equal.
 *   npm run dask [-- PARTICIPANTS FLAGS_EACH]
 * Wants Debian's python3-dask, python3-distributed and python3-pandas, which it installs on Debian as root.
 */
const [participants = 20, flags = 500] = process.argv.slice(2).map(Number);
const PYTHON = '/usr/bin/python3';
const PACKAGES = ['python3-dask', 'python3-distributed', 'python3-pandas'];
const run = promisify(execFile);

const hasDask = () =>
  run(PYTHON, ['-c', 'import dask.dataframe, distributed, pandas']).then(
    () => true,
    () => false,
  );

if (!(await hasDask())) await prepareDebian(PACKAGES);
if (await hasDask()) await compare();
else process.stdout.write(`skipped: no Dask; install ${PACKAGES.join(', ')}\n`);

async function compare(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ensign-dask-'));
  const [input, merged, lines] = ['in', 'merged', 'lines'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const duck = await openDuck(folder);
  try {
    await generatePackages(input, participants, flags);
    const ensign = new URL('../../cli/ensign.ts', import.meta.url).pathname;
    const merge = [ensign, 'flags', 'merge', input, '--out', merged];
    await run(process.execPath, ['--disable-warning=ExperimentalWarning', ...merge]);
    await createViews(duck, merged);
    // Debian packages no Parquet engine for Python: Dask reads the same rows as lines of JSON.
    await duck.run(`COPY (FROM flags) TO ${quoted(lines)} (FORMAT json, PER_THREAD_OUTPUT)`);
    for (const name of ['daily.ndjson', 'edges.ndjson'])
      await copyFile(join(merged, name), join(folder, name));
    const { workers, answers } = await askDask(folder);
    process.stdout.write(`Dask: ${workers} workers\n`);
    for (const question of Object.keys(QUESTIONS) as Question[]) {
      const [ours, theirs] = [sorted(await answer(duck, question)), sorted(answers[question] ?? [])];
      const differing = ours.filter((row, i) => row !== theirs[i]);
      const equal = ours.length > 0 && ours.length === theirs.length && differing.length === 0;
      process.stdout.write(
        `${question}: ${ours.length} rows, ${equal ? 'all equal' : `Dask ${theirs.length} rows, first difference ${differing[0]}`}\n`,
      );
      if (!equal) process.exitCode = 1;
    }
  } finally {
    duck.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function askDask(folder: string): Promise<{ workers: number; answers: Record<string, Row[]> }> {
  const file = join(folder, 'scheduler.json');
  const quiet = { stdio: 'ignore', cwd: folder } as const;
  const loopback = ['--scheduler-file', file, '--host', '127.0.0.1', '--no-dashboard'];
  const worker = [...loopback, '--nthreads', '1', '--local-directory', folder];
  const processes = [
    spawn('/usr/bin/dask-scheduler', [...loopback, '--port', '0'], quiet),
    spawn('/usr/bin/dask-worker', worker, quiet),
    spawn('/usr/bin/dask-worker', worker, quiet),
  ];
  try {
    const script = new URL('../../docs/analysis/dask_report.py', import.meta.url).pathname;
    const { stdout } = await run(PYTHON, [script, file, folder], { maxBuffer: 1 << 28 });
    return JSON.parse(stdout);
  } finally {
    await Promise.all(
      processes.map((child) => {
        const ended = new Promise((resolve) => child.once('close', resolve));
        child.kill();
        return child.exitCode === null && child.signalCode === null ? ended : null;
      }),
    );
  }
}

type Row = Record<string, unknown>;

/** Rows as texts in one order, columns by name; DuckDB prints 64-bit integers as texts. */
function sorted(rows: Row[]): string[] {
  const text = (row: Row) =>
    JSON.stringify(
      Object.keys(row)
        .sort()
        .map((name) => [name, row[name] === null ? null : String(row[name])]),
    );
  return rows.map(text).sort();
}
