import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, openSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { seededRandom } from '../../cli/seeded-random.ts';
import { prepareDebian } from '../../cli/tasks/setup/machine.ts';

/**
 * `scan hosts` by itself, and under GNU parallel with one job and with two: rates, and whether the output is the same.
 *   npm run parallel [-- LINES]
 * Wants Debian's parallel, which it installs on Debian as root.
 */
const [lines = 2_000_000] = process.argv.slice(2).map(Number);
/** Blocks for each job, so that both end about together; each costs a start, which hundreds of megabytes hide. */
const BLOCKS_PER_JOB = 4;
const ENSIGN = new URL('../../cli/ensign.ts', import.meta.url).pathname;
const SCAN = [process.execPath, '--disable-warning=ExperimentalWarning', ENSIGN, 'scan', 'hosts'];

const there = () =>
  ended('parallel', ['--version'], 'ignore', 'ignore').then(
    () => true,
    () => false,
  );
if (!(await there())) await prepareDebian(['parallel']);
if (await there()) await measure();
else process.stdout.write('skipped: no GNU parallel; install parallel\n');

async function measure(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ensign-parallel-'));
  try {
    const input = join(folder, 'hosts.txt');
    await pipeline(hosts(), createWriteStream(input));
    const block = String(Math.ceil((await stat(input)).size / (2 * BLOCKS_PER_JOB)));
    const alone = await scan('alone', SCAN, input, folder);
    const jobs = async (count: number) => {
      const pipe = [
        'parallel',
        '--will-cite',
        '--pipe',
        '--keep-order',
        '--block',
        block,
        '-j',
        String(count),
      ];
      return scan(`parallel -j ${count}`, [...pipe, ...SCAN], input, folder);
    };
    const [one, two] = [await jobs(1), await jobs(2)];
    const same = alone.sha256 === one.sha256 && one.sha256 === two.sha256;
    process.stdout.write(`2 jobs beside 1: rate × ${(one.seconds / two.seconds).toFixed(2)}\n`);
    process.stdout.write(`output ${same ? 'equal, line for line' : 'differs'}\n`);
    if (!same) process.exitCode = 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Near names of exchanges among random ones, as zone files and certificate logs hold them. */
function* hosts(): Generator<string> {
  const near = readFileSync(new URL('../unit/lookalike/near-names.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const random = seededRandom(20261127);
  const letters = (count: number) =>
    Array.from({ length: count }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
  for (let i = 0; i < lines; i++) {
    const known = random() < 0.1 ? near[Math.floor(random() * near.length)] : undefined;
    yield `${known ?? `${letters(2 + Math.floor(random() * 6))}-${letters(5)}.${random() < 0.5 ? 'com' : 'cn'}`}\n`;
  }
}

async function scan(name: string, command: string[], input: string, folder: string) {
  const output = join(folder, 'out.ndjson');
  const started = performance.now();
  const [file, ...args] = command as [string, ...string[]];
  await ended(file, args, openSync(input, 'r'), openSync(output, 'w'));
  const seconds = (performance.now() - started) / 1000;
  const hash = createHash('sha256');
  await pipeline(createReadStream(output), hash);
  process.stdout.write(
    `${name}: ${lines} hosts in ${seconds.toFixed(1)} s, ${Math.round(lines / seconds)} a second\n`,
  );
  return { seconds, sha256: hash.digest('hex') };
}

function ended(
  file: string,
  args: string[],
  input: number | 'ignore',
  output: number | 'ignore',
): Promise<void> {
  const child = spawn(file, args, { stdio: [input, output, 'inherit'] });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${file}: exit ${code}`))));
  });
}
