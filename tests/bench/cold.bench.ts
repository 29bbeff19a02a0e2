/**
 * First verdict after the worker was killed, with lists of several sizes, in both browsers: `npm run bench:cold`.
 * The extension as built beside the same with an empty list in it, question by question in one run; a ratio is what
 * counts, because the time that a browser takes to start a worker differs from machine to machine.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRecords } from '../../cli/list/read-records.ts';
import { encodeSnapshot } from '../../utils/list/encode.ts';
import { LOOKALIKE_SECTION } from '../../utils/list/layout.ts';
import type { ListContents } from '../../utils/list/list-contents.ts';
import { openSnapshot } from '../../utils/list/lookup.ts';
import type { AttackCounts } from '../../utils/lookalike/attack-counts.ts';
import { buildLookalikeIndex } from '../../utils/lookalike/build-index.ts';
import { until } from '../e2e/harness/arrive.ts';
import type { Driver } from '../e2e/harness/driver.ts';
import { type BrowserKind, browsersToTest } from '../e2e/harness/find-browser.ts';
import { launch } from '../e2e/harness/launch.ts';
import { type LocalServer, startServer } from '../e2e/harness/server.ts';
import { KEY_TEXT, send, status } from '../e2e/list/device.ts';
import { ADDRESS, host } from '../e2e/list/list-host.ts';
import { exchange, listOf, reported } from '../unit/list/sample-list.ts';
import { publishBytes } from '../unit/sync/publisher.ts';

/** Questions asked of each list. */
const ROUNDS = Number(process.env.ENSIGN_COLD_ROUNDS ?? 20);
/** Neither listed nor like anything: the usual case, in which every part is asked. */
const QUESTION = 'a-shop-for-garden-chairs.com';
const SIZES = { 'bundled list': 0, '250k names': 250_000, '1M names': 1_000_000 } as const;
const LIMITS = { '250k names': 1.5, '1M names': 2.5 } as const;
const OUTPUT = new URL('../../.output/', import.meta.url).pathname;
type Case = 'no list' | keyof typeof SIZES;

let failed = false;
for (const kind of browsersToTest()) {
  const times = await measure(kind);
  const base = summary(times.get('no list')!);
  console.log(`${kind}, ${ROUNDS} kills for each list, milliseconds from question to verdict`);
  console.table(
    Object.fromEntries(
      [...times].map(([name, all]) => {
        const { median, p95 } = summary(all);
        return [name, { median, p95, 'median ×': ratio(median, base.median), 'p95 ×': ratio(p95, base.p95) }];
      }),
    ),
  );
  for (const [name, limit] of Object.entries(LIMITS) as [keyof typeof LIMITS, number][]) {
    const by = ratio(summary(times.get(name)!).median, base.median);
    const holds = by <= limit;
    failed ||= !holds;
    console.log(`${holds ? 'ok  ' : 'FAIL'} ${kind}, ${name}: ${by} × no list, at most ${limit}`);
  }
}
if (failed) process.exitCode = 1;

async function measure(kind: BrowserKind): Promise<Map<Case, number[]>> {
  const room = mkdtempSync(join(tmpdir(), 'ensign-cold-'));
  const built = `${OUTPUT}${kind === 'chromium' ? 'chrome' : 'firefox'}-mv3`;
  const empty = join(room, 'empty');
  cpSync(built, empty, { recursive: true });
  writeFileSync(join(empty, 'list/bundled.bin'), emptyList());
  const server = await startServer();
  const full = await launch(kind, { extensionDir: built, server, controlPage: 'welcome.html' });
  const without = await launch(kind, { extensionDir: empty, server, controlPage: 'welcome.html' });
  try {
    const kept = await fill(full, server, built);
    const times = new Map<Case, number[]>([
      ['no list', []],
      ...[...kept.keys()].map((name): [Case, number[]] => [name, []]),
    ]);
    for (let round = -1; round < ROUNDS; round++) {
      for (const [name, all] of times) {
        const driver = name === 'no list' ? without : full;
        const sha256 = kept.get(name as keyof typeof SIZES);
        if (name !== 'no list') await send(driver, 'goBackTo', { sha256 });
        await driver.killWorker();
        const took = await firstVerdict(driver);
        // The first round warms what the browser itself keeps.
        if (round >= 0) all.push(took);
      }
    }
    return times;
  } finally {
    await full.close();
    await without.close();
    await server.close();
    rmSync(room, { recursive: true, force: true });
  }
}

/** Has lists of every size stored; answers by which checksum each is gone back to. */
async function fill(
  driver: Driver,
  server: LocalServer,
  built: string,
): Promise<Map<keyof typeof SIZES, string | null>> {
  const kept = new Map<keyof typeof SIZES, string | null>();
  const bundled = new Uint8Array(readFileSync(join(built, 'list/bundled.bin')));
  const lookalikes = openSnapshot(bundled.buffer).section(LOOKALIKE_SECTION)!;
  const records = await readRecords();
  let version = 1;
  for (const [name, size] of Object.entries(SIZES) as [keyof typeof SIZES, number][]) {
    if (size === 0) {
      kept.set(name, null);
      continue;
    }
    version++;
    const list: ListContents = {
      version,
      issued: new Date(Date.now() - 86_400_000).toISOString(),
      expires: new Date(Date.now() + 86_400_000 * 90).toISOString(),
      exchanges: records.exchanges,
      reported: Array.from({ length: size }, (_, i) =>
        reported(`name-${i.toString(36)}-${i % 97}.com`, 'okx'),
      ),
    };
    const snapshot = encodeSnapshot(list, new Map([[LOOKALIKE_SECTION, lookalikes]]));
    const published = await publishBytes(list, snapshot);
    host(server, published);
    if (version === 2) await send(driver, 'setListSource', { address: ADDRESS, keys: [KEY_TEXT] });
    await until(
      async () => {
        await send(driver, 'updateList');
        return (await status(driver)).inUse.version === version;
      },
      `${name} in store`,
      180_000,
    );
    kept.set(name, published.manifest.snapshot.sha256);
  }
  // Nothing is to be asked of the host while it is measured.
  return kept;
}

function emptyList(): Uint8Array {
  const list = listOf([exchange('none', ['none.example'])]);
  const attacks = JSON.parse(
    readFileSync(new URL('../../assets/list/attacks.json', import.meta.url), 'utf8'),
  ) as AttackCounts;
  return encodeSnapshot(list, new Map([[LOOKALIKE_SECTION, buildLookalikeIndex(list.exchanges, attacks)]]));
}

/** Milliseconds from a question that meets no worker to its answer, by the clock of the page that asks. */
function firstVerdict(driver: Driver): Promise<number> {
  return driver.inExtension(async (address) => {
    type Api = { runtime: { sendMessage(message: object): Promise<{ ok?: { page?: { state: string } } }> } };
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    const before = performance.now();
    const answer = await (browser ?? chrome).runtime.sendMessage({ kind: 'check', payload: { address } });
    const took = performance.now() - before;
    if (answer.ok?.page?.state !== 'notListed') throw new Error(JSON.stringify(answer));
    return took;
  }, QUESTION);
}

function summary(times: readonly number[]): { median: number; p95: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { median: Math.round(at(0.5) * 10) / 10, p95: Math.round(at(0.95) * 10) / 10 };
}

function ratio(value: number, base: number): number {
  return Math.round((value / base) * 100) / 100;
}
