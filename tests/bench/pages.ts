/**
 * `npm run bench:pages`: cost of one reading of a page, as a ratio to one `document.body.innerText` of the same
 * page in the same run, with the layout dirty; in every browser found. Exits 1 past a limit.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { build, type Rolldown } from 'vite';
import { type BrowserKind, browsersToTest, findBrowser } from '../e2e/harness/find-browser.ts';
import { PAGES, type PageShape } from './page-shapes.ts';

const ROUNDS = 30;
/** A slice past this is a frame lost. */
const SLICE_LIMIT_MS = 10;

interface Cost {
  innerText: number;
  reading: number;
  longestSlice: number;
}

async function bundle(): Promise<string> {
  const entry = new URL('page-reading.ts', import.meta.url).pathname;
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'bench' } },
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

const code = await bundle();
const server = await serve();
let failed = false;
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
      await page.close();
    }
  } finally {
    await browser.close();
  }
}
server.close();
process.exitCode = failed ? 1 : 0;
