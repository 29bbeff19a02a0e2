/**
 * `npm run bench:pages`: cost of one reading of a page, as a ratio to one `document.body.innerText` of the same
 * page in the same run, with the layout dirty; then as a ratio to the same reading without what it does for the trail,
 * by turns, on these pages, which name nothing listed. In every browser found. Exits 1 past a limit; for the trail, when
 * not even the lower bound of the ratio is within it. `ENSIGN_BENCH_PAIRS`: how many pairs are compared.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build, type Plugin, type Rolldown } from 'vite';
import { type BrowserKind, browsersToTest, findBrowser } from '../e2e/harness/find-browser.ts';
import { PAGES, type PageShape } from './page-shapes.ts';
import { withoutTrail } from './without-trail.ts';

const ROUNDS = 30;
/** A slice past this is a frame lost. */
const SLICE_LIMIT_MS = 10;
const PAIRS = Number(process.env.ENSIGN_BENCH_PAIRS ?? 400);
/** Of a reading with the trail to one without it. */
const TRAIL_LIMIT = 1.02;

interface Cost {
  innerText: number;
  reading: number;
  longestSlice: number;
}

interface TrailCost {
  ratio: number;
  low: number;
  high: number;
}

async function bundle(name: string, plugins: Plugin[]): Promise<string> {
  const entry = new URL('page-reading.ts', import.meta.url).pathname;
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    plugins,
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name } },
  })) as Rolldown.RolldownOutput[];
  const chunk = built[0]?.output[0];
  if (!chunk || !('code' in chunk)) throw new Error('vite built no code');
  return chunk.code;
}

function launch(kind: BrowserKind): Promise<Browser> {
  const executablePath = findBrowser(kind);
  if (kind === 'chromium') {
    return puppeteer.launch({
      executablePath,
      headless: true,
      pipe: true,
      args: ['--no-sandbox', '--disable-gpu'],
    });
  }
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: { 'privacy.reduceTimerPrecision': false, 'dom.ipc.processHangMonitor': false },
  });
}

/** Isolated from other origins, so that the clock is fine enough to time a reading. */
async function serve(): Promise<{ origin: string; close(): void }> {
  const server = createServer((_, response) => {
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    response.end('<!doctype html><html lang="zh-CN"><title>币币交易</title><body></body></html>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

async function measure(page: Page, shape: PageShape, rounds: number): Promise<Cost> {
  await page.evaluate(`(${shape.fill.toString()})()`);
  return (await page.evaluate(`bench.measure(${rounds}, ${shape.innerText ? 'true' : 'false'})`)) as Cost;
}

const code = await bundle('bench', []);
const bare = await bundle('bare', [withoutTrail()]);
const server = await serve();
let failed = false;
const trail: string[] = [];
console.log('| browser | page | innerText ms | reading ms | ratio | limit | longest slice ms |');
console.log('| --- | --- | --- | --- | --- | --- | --- |');
for (const kind of browsersToTest()) {
  const browser = await launch(kind);
  try {
    for (const shape of PAGES) {
      const page = await browser.newPage();
      await page.goto(server.origin);
      await page.evaluate(code);
      const cost = await measure(page, shape, shape.innerText ? ROUNDS : 3);
      const ratio = shape.innerText ? cost.reading / cost.innerText : null;
      const wrong = (ratio !== null && ratio > shape.limit) || cost.longestSlice > SLICE_LIMIT_MS;
      failed ||= wrong;
      console.log(
        `| ${kind} | ${shape.name} | ${shape.innerText ? cost.innerText.toFixed(2) : '–'} | ${cost.reading.toFixed(2)} | ${ratio?.toFixed(3) ?? '–'} | ${shape.innerText ? shape.limit : '–'} | ${cost.longestSlice.toFixed(2)}${wrong ? ' **past the limit**' : ''} |`,
      );
      await page.evaluate(bare);
      const {
        ratio: withTrail,
        low,
        high,
      } = (await page.evaluate(`bench.compare(bare, ${PAIRS})`)) as TrailCost;
      const past = low > TRAIL_LIMIT;
      failed ||= past;
      trail.push(
        `| ${kind} | ${shape.name} | ${withTrail.toFixed(3)} | ${low.toFixed(3)}–${high.toFixed(3)} | ${TRAIL_LIMIT}${past ? ' **past the limit**' : ''} |`,
      );
      await page.close();
    }
  } finally {
    await browser.close();
  }
}
server.close();
console.log(`\n| browser | page | with the trail : without (${PAIRS} pairs) | 95% | limit |`);
console.log('| --- | --- | --- | --- | --- |');
for (const line of trail) console.log(line);
process.exitCode = failed ? 1 : 0;
