/**
 * `npm run bench:history [-- FLAGS]`: what the history page costs over many flags (100,000) beside 1,000, in one
 * run, by turns, in the built extension in every browser found; with a warm worker and with one just stopped.
 * Exits 1 where the many cost more than twice the few.
 */

import { launchEnsign } from '../e2e/ensign/launch.ts';
import type { Driver } from '../e2e/harness/driver.ts';
import { type BrowserKind, browsersToTest } from '../e2e/harness/find-browser.ts';
import { type LocalServer, startServer } from '../e2e/harness/server.ts';
import { fillNinetyDays } from '../e2e/history/fill-ninety-days.ts';
import { type Costs, measureHistory } from './history-page.ts';

const FEW = 1000;
const [many = 100_000, rounds = 9] = process.argv.slice(2).map(Number);
const LIMIT = 2;
const UNTIL = Date.now();

let missed = 0;
const server = await startServer();
try {
  for (const kind of browsersToTest()) missed += await compare(kind, server);
} finally {
  await server.close();
}
process.exitCode = missed === 0 ? 0 : 1;

async function compare(kind: BrowserKind, at: LocalServer): Promise<number> {
  const pair = [await filled(kind, at, FEW), await filled(kind, at, many)] as const;
  const costs: [Costs[], Costs[]] = [[], []];
  try {
    for (let round = 0; round < rounds; round++) {
      for (const [which, driver] of pair.entries()) {
        const cold = round % 3 === 2;
        if (cold) await driver.killWorker();
        const measured = await measureHistory(driver);
        costs[which as 0 | 1].push(
          cold
            ? {
                'first rows, cold': measured['first rows'] ?? 0,
                'all counted, cold': measured['all counted'] ?? 0,
              }
            : measured,
        );
      }
    }
  } finally {
    for (const driver of pair) await driver.close();
  }
  process.stdout.write(`\n${kind}, medians of ${rounds} openings, ms\n`);
  let over = 0;
  for (const name of new Set(costs[0].flatMap((one) => Object.keys(one)))) {
    const [few, all] = costs.map((ones) => median(ones.flatMap((one) => one[name] ?? []))) as [
      number,
      number,
    ];
    const ratio = all / few;
    if (ratio > LIMIT) over += 1;
    process.stdout.write(
      `${name.padEnd(28)}${few.toFixed(0).padStart(7)}${all.toFixed(0).padStart(7)}   x${ratio.toFixed(2)}${ratio > LIMIT ? '  over' : ''}\n`,
    );
  }
  return over;
}

/** A browser with so many flags, and its page opened once: the index is made from what stands in the database. */
async function filled(kind: BrowserKind, at: LocalServer, count: number): Promise<Driver> {
  const driver = await launchEnsign(kind, at, { controlPage: 'options.html' });
  await fillNinetyDays(driver, count, UNTIL);
  const start = performance.now();
  await measureHistory(driver);
  process.stdout.write(
    `${kind}: ${count} flags, first opening and all it does ${Math.round(performance.now() - start)} ms\n`,
  );
  return driver;
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
