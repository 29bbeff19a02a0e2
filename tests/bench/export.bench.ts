/**
 * `npm run bench:export [-- FLAGS]`: the export of a whole history from the history page, in every browser found:
 * time, bytes, and how far the browser's memory rises above what it held before. Flags stand in the browser's own
 * database. Default 20,000; the whole measure is 1000000.
 */
import { execFileSync } from 'node:child_process';
import { rmSync, statSync } from 'node:fs';
import {
  agreeToExport,
  downloadedFile,
  openEmptyExport,
  openExportOfAll,
} from '../e2e/ensign/export-page.ts';
import { launchEnsign } from '../e2e/ensign/launch.ts';
import { browsersToTest } from '../e2e/harness/find-browser.ts';
import { startServer } from '../e2e/harness/server.ts';
import { fillForExport } from '../e2e/history/fill-for-export.ts';
import { browserMemory } from './process-memory.ts';

const FORMATS = (process.env.ENSIGN_EXPORT_FORMATS ?? 'data-package,ndjson,parquet').split(',');
const flags = Number(process.argv[2] ?? 20_000);
const PATIENCE = 3_600_000;

const server = await startServer();
try {
  for (const kind of browsersToTest()) {
    const driver = await launchEnsign(kind, server);
    try {
      const made = await openEmptyExport(driver);
      const filled = await seconds(() => fillForExport(driver, flags));
      await made.close();
      print(`${kind}: ${flags} flags put into the history in ${filled.toFixed(0)} s`);
      for (const format of FORMATS) {
        const opened = performance.now();
        const page = await openExportOfAll(driver);
        const toPreview = (performance.now() - opened) / 1000;
        await page.select('.export-choose select', format);
        await agreeToExport(page);
        const before = browserMemory(driver.profile);
        let peak = before;
        const watch = setInterval(() => {
          peak = Math.max(peak, browserMemory(driver.profile));
        }, 500);
        let file = '';
        const took = await seconds(async () => {
          await page.click('.btn.primary');
          file = await downloadedFile(driver, PATIENCE);
        });
        clearInterval(watch);
        const rows = format === 'ndjson' ? lines(file) : null;
        if (rows !== null && rows !== flags) throw new Error(`${rows} rows, not ${flags}`);
        if (format === 'data-package') execFileSync('unzip', ['-tq', file]);
        print(
          `${kind} ${format}: ${took.toFixed(1)} s (${((took / flags) * 1e6).toFixed(0)} µs a flag), ` +
            `${megabytes(statSync(file).size)} MB, memory ${megabytes(before)} MB before, +${megabytes(peak - before)} MB at most; ` +
            `${toPreview.toFixed(1)} s from history to preview`,
        );
        rmSync(file);
        await page.close();
      }
    } finally {
      await driver.close();
    }
  }
} finally {
  await server.close();
}

function lines(file: string): number {
  return Number(execFileSync('wc', ['-l', file], { encoding: 'utf8' }).trim().split(' ')[0]);
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
