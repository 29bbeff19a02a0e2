/**
 * From opening the popup to its verdict painted, beside a blank Preact popup in the same run, warm and with a killed
 * worker, hung from the toolbar button and as a page in a tab: `npm run bench:ui [-- OPENINGS]` (50 without). Exits 1
 * past a bound. `npm run build` first.
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
const BLANK = { path: 'blank.html', selector: 'p' };
const POPUP = { path: 'popup.html', selector: '.state.notice' };

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
  const driver = await launch(kind, {
    extensionDir: await withBlankPopup(kind),
    server: web,
    controlPage: 'options.html',
    prefs: kind === 'firefox' ? { 'extensions.openPopupWithoutUserGesture.enabled': true } : {},
  });
  try {
    await ask(driver, 'setRecording', { mode: 'on' });
    await driver.goto(`https://${HOST}/`);
    await until(async () => (await popupOf(driver, HOST)).page.state === 'listed', 'the verdict');
    await driver.inExtension(() => undefined);
    await driver.page.bringToFront();
    const byButton = await measureWay(driver, (popup) => fromToolbar(driver, popup));
    const tabId = await tabOf(driver, HOST);
    const tab = await driver.newPage();
    await tab.bringToFront();
    const inTab = await measureWay(driver, (popup) => inATab(driver, tab, tabId, popup));
    return [report(`${kind}, from the toolbar`, byButton), report(`${kind}, in a tab`, inTab)].includes(true);
  } finally {
    await driver.close();
  }
}

type Times = Record<'blank' | 'warm' | 'killed', number[]>;

async function measureWay(driver: Driver, open: (popup: typeof POPUP) => Promise<number>): Promise<Times> {
  const times: Times = { blank: [], warm: [], killed: [] };
  await open(BLANK);
  await open(POPUP);
  for (let n = 0; n < OPENINGS; n++) {
    times.blank.push(await open(BLANK));
    times.warm.push(await open(POPUP));
    await driver.killWorker();
    times.killed.push(await open(POPUP));
  }
  return times;
}

/** Whether one median is past its bound. */
function report(name: string, times: Times): boolean {
  const blank = median(times.blank);
  console.log(`${name}: blank ${blank.toFixed(0)} ms (median of ${OPENINGS})`);
  const over = (['warm', 'killed'] as const).filter((state) => {
    const ratio = median(times[state]) / blank;
    console.log(
      `  ${state} ${median(times[state]).toFixed(0)} ms, ${ratio.toFixed(2)}× (at most ${BOUNDS[state]}×)`,
    );
    return ratio > BOUNDS[state];
  });
  return over.length > 0;
}

interface Api {
  action: { setPopup(details: { popup: string }): Promise<void>; openPopup(): Promise<void> };
  extension: { getViews(filter: object): (Window & typeof globalThis)[] };
}

/**
 * Opens the popup that hangs from the toolbar button and closes it again. Milliseconds from the call that opens it
 * to the first paint with contents, which are the verdict.
 */
async function fromToolbar(driver: Driver, { path, selector }: typeof POPUP): Promise<number> {
  const opened = await driver.inExtension(async (popup) => {
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    const { action } = browser ?? chrome;
    await action.setPopup({ popup });
    const at = performance.timeOrigin + performance.now();
    await action.openPopup();
    return at;
  }, path);
  const painted = await until(() => driver.inExtension(readPaint, selector), `${path} painted`);
  await until(() => driver.inExtension(closePopup), `${path} closed`);
  return painted - opened;
}

/** Milliseconds from the start of the navigation to the first paint with contents, which are the verdict. */
async function inATab(
  driver: Driver,
  tab: Page,
  tabId: number,
  { path, selector }: typeof POPUP,
): Promise<number> {
  await tab.goto('about:blank');
  await driver.openExtensionPage(`${path}?tab=${tabId}`, tab);
  return until(
    () =>
      tab.evaluate((wanted) => {
        const [paint] = performance.getEntriesByName('first-contentful-paint');
        return document.querySelector(wanted) && paint ? paint.startTime : null;
      }, selector),
    `${path} painted`,
  );
}

/** Runs in a page of the extension: when the popup's contents were painted first, milliseconds since 1970. */
function readPaint(selector: string): number | null {
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
  const [view] = (browser ?? chrome).extension.getViews({ type: 'popup' });
  const [paint] = view?.performance.getEntriesByName('first-contentful-paint') ?? [];
  if (!view?.document.querySelector(selector) || !paint) return null;
  return view.performance.timeOrigin + paint.startTime;
}

/** Runs in a page of the extension; whether none is open any more. */
function closePopup(): boolean {
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
  const views = (browser ?? chrome).extension.getViews({ type: 'popup' });
  for (const view of views) view.close();
  return views.length === 0;
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
