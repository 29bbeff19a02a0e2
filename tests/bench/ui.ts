/**
 * From opening the popup to its verdict painted, beside a blank Preact popup in the same run, warm and with a killed
 * worker: `npm run bench:ui [-- OPENINGS]` (50 without). Exits 1 past a bound. `npm run build` first.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { ask, popupOf, tabOf } from '../e2e/ensign/ask.ts';
import { plainPage } from '../e2e/harness/answer.ts';
import { until } from '../e2e/harness/arrive.ts';
import type { Driver } from '../e2e/harness/driver.ts';
import { type BrowserKind, browsersToTest } from '../e2e/harness/find-browser.ts';
import { launch } from '../e2e/harness/launch.ts';
import { type LocalServer, startServer } from '../e2e/harness/server.ts';

const OPENINGS = Number(process.argv[2] ?? 50);
const BUILDS = { chromium: '.output/chrome-mv3', firefox: '.output/firefox-mv3' };
const BOUNDS = { warm: 1.5, killed: 3 };
const HOST = 'www.okx.com';

const room = mkdtempSync(join(tmpdir(), 'ensign-bench-'));
const server = await startServer();
server.everywhere(plainPage('page'));
let past = false;
try {
  for (const kind of browsersToTest()) past = (await measure(kind, server)) || past;
} finally {
  await server.close();
  rmSync(room, { recursive: true, force: true });
}
process.exitCode = past ? 1 : 0;

/** Prints one browser's medians; answers whether one is past its bound. */
async function measure(kind: BrowserKind, web: LocalServer): Promise<boolean> {
  const driver = await launch(kind, { extensionDir: await withBlankPopup(kind), server: web });
  try {
    await ask(driver, 'setRecording', { mode: 'on' });
    await driver.goto(`https://${HOST}/`);
    await until(async () => (await popupOf(driver, HOST)).page.state === 'listed', 'the verdict');
    const popup = `popup.html?tab=${await tabOf(driver, HOST)}`;
    const tab = await driver.newPage();
    await tab.bringToFront();
    const times = { blank: [] as number[], warm: [] as number[], killed: [] as number[] };
    await opening(driver, tab, 'blank.html', 'p');
    await opening(driver, tab, popup, '.state.notice');
    for (let n = 0; n < OPENINGS; n++) {
      times.blank.push(await opening(driver, tab, 'blank.html', 'p'));
      times.warm.push(await opening(driver, tab, popup, '.state.notice'));
      await driver.killWorker();
      times.killed.push(await opening(driver, tab, popup, '.state.notice'));
    }
    return report(kind, times);
  } finally {
    await driver.close();
  }
}

function report(kind: BrowserKind, times: Record<'blank' | 'warm' | 'killed', number[]>): boolean {
  const blank = median(times.blank);
  console.log(`${kind}: blank ${blank.toFixed(0)} ms (median of ${OPENINGS})`);
  const over = (['warm', 'killed'] as const).filter((name) => {
    const ratio = median(times[name]) / blank;
    console.log(
      `  ${name} ${median(times[name]).toFixed(0)} ms, ${ratio.toFixed(2)}× (at most ${BOUNDS[name]}×)`,
    );
    return ratio > BOUNDS[name];
  });
  return over.length > 0;
}

/** Milliseconds from the start of the navigation to the first paint with contents, which are the verdict. */
async function opening(driver: Driver, tab: Page, path: string, selector: string): Promise<number> {
  await tab.goto('about:blank');
  await driver.openExtensionPage(path, tab);
  return until(
    () =>
      tab.evaluate((wanted) => {
        const [paint] = performance.getEntriesByName('first-contentful-paint');
        return document.querySelector(wanted) && paint ? paint.startTime : null;
      }, selector),
    `${path} painted`,
  );
}

/** A copy of the built extension with the blank popup beside ours. */
async function withBlankPopup(kind: BrowserKind): Promise<string> {
  const copy = join(room, kind);
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'blank-popup'),
    plugins: [preact()],
    logLevel: 'error',
    build: {
      outDir: copy,
      modulePreload: { polyfill: false },
      rollupOptions: { input: join(import.meta.dirname, 'blank-popup/blank.html') },
    },
  });
  cpSync(BUILDS[kind], copy, { recursive: true });
  return copy;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
