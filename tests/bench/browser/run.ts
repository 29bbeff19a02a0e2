import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { page as web } from '../../e2e/harness/answer.ts';
import type { BrowserKind } from '../../e2e/harness/find-browser.ts';
import { startServer } from '../../e2e/harness/server.ts';
import { drawBars } from '../../figures/bars.ts';
import { type Median, medianOf, medianRatio } from '../statistics.ts';
import { startBenchBrowser } from './browser.ts';
import { BENCH_PAGES } from './pages.ts';
import { uBlockOrigin } from './ublock.ts';
import type { BenchBrowser, Visit } from './visit.ts';

/**
 * `npm run bench:browser`: loads local pages of several kinds with no extension, with Ensign and with uBlock Origin,
 * in turn, and writes a table and a drawing under docs/figures/. `--repeats 30` by default; `--browser chromium`;
 * `--page light` for those with that word in their name, printed only.
 */
const { values } = parseArgs({
  options: {
    repeats: { type: 'string', default: '30' },
    browser: { type: 'string' },
    page: { type: 'string', default: '' },
  },
});
const PAGES = BENCH_PAGES.filter(({ name }) => name.includes(values.page));
const REPEATS = Number(values.repeats);
const FOLDER = 'docs/figures';
const KINDS: BrowserKind[] = values.browser ? [values.browser as BrowserKind] : ['chromium', 'firefox'];
const ENSIGN = { chromium: '.output/chrome-mv3', firefox: '.output/firefox-mv3' };
const WITH = ['none', 'Ensign', 'uBlock Origin'] as const;
type With = (typeof WITH)[number];

interface Row {
  browser: BrowserKind;
  page: string;
  with: With;
  load: Median;
  main: Median;
  heap: Median;
  loadRatio: Median;
  mainRatio: Median;
}

async function measure(
  kind: BrowserKind,
): Promise<{ rows: Row[]; left: string[]; worker: Record<string, number> }> {
  const server = await startServer();
  for (const [at, { html }] of PAGES.entries()) server.scene(`bench-${at}.example`, '*', web(html));
  const open = new Map<With, BenchBrowser>();
  const left: string[] = [];
  for (const name of WITH) {
    const folder = {
      none: () => null,
      Ensign: () => resolve(ENSIGN[kind]),
      'uBlock Origin': () => uBlockOrigin(kind),
    }[name]();
    const missing = folder === null && name !== 'none';
    const browser = missing ? null : await startBenchBrowser(kind, folder, server);
    if (browser) open.set(name, browser);
    else left.push(`${name} in ${kind}: ${missing ? 'not to be had' : 'the browser does not take it'}`);
  }
  try {
    const visits = new Map<string, Visit[]>();
    // The first round warms caches and workers up, and is not counted.
    for (let round = -1; round < REPEATS; round++) {
      for (const [at, { name: page }] of PAGES.entries()) {
        const names = [...open.keys()];
        for (const turn of names.keys()) {
          const name = names[(turn + at + round + 1) % names.length]!;
          const visit = await open.get(name)!.visit(`http://bench-${at}.example/`);
          if (round >= 0) visits.set(`${page} ${name}`, [...(visits.get(`${page} ${name}`) ?? []), visit]);
        }
      }
      console.error(`${kind}: round ${round + 1} of ${REPEATS}`);
    }
    const worker: Record<string, number> = {};
    for (const [name, browser] of open) {
      const heap = await browser.workerHeap();
      if (heap !== null) worker[name] = heap;
    }
    return { rows: rowsOf(kind, [...open.keys()], visits), left, worker };
  } finally {
    for (const browser of open.values()) await browser.close();
    await server.close();
  }
}

function rowsOf(browser: BrowserKind, names: With[], visits: Map<string, Visit[]>): Row[] {
  return PAGES.flatMap(({ name: page }) => {
    const bare = visits.get(`${page} none`)!;
    return names.map((name) => {
      const own = visits.get(`${page} ${name}`)!;
      const of = (key: 'load' | 'main') => own.map((visit) => visit[key]);
      const none = (key: 'load' | 'main') => bare.map((visit) => visit[key]);
      return {
        browser,
        page,
        with: name,
        load: medianOf(of('load')),
        main: medianOf(of('main')),
        heap: medianOf(own.flatMap(({ heap }) => (heap === null ? [] : [heap / 2 ** 20]))),
        loadRatio: medianRatio(of('load'), none('load')),
        mainRatio: medianRatio(of('main'), none('main')),
      };
    });
  });
}

const shown = ({ value, low, high }: Median, digits: number) =>
  Number.isNaN(value)
    ? 'not told'
    : `${value.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;

function tableOf(rows: Row[]): string {
  const head = '| browser | page | with | load ms | to none | main thread ms | to none | page heap MB |';
  const lines = rows.map((row) =>
    [
      row.browser,
      row.page,
      row.with,
      shown(row.load, 1),
      shown(row.loadRatio, 3),
      shown(row.main, 1),
      shown(row.mainRatio, 3),
      shown(row.heap, 2),
    ].join(' | '),
  );
  return [head, `|${' --- |'.repeat(8)}`, ...lines.map((line) => `| ${line} |`)].join('\n');
}

const all = [];
for (const kind of KINDS) all.push(await measure(kind));
const rows = all.flatMap((one) => one.rows);
const left = all.flatMap((one) => one.left);
const workers = all.flatMap(({ worker }) =>
  Object.entries(worker).map(([name, bytes]) => `${name}: ${(bytes / 2 ** 20).toFixed(2)} MB`),
);
const text = `# Pages with and without Ensign

\`npm run bench:browser -- --repeats ${REPEATS}\`. Medians with the interval that holds them with 95% certainty; ratios are
medians of pairs measured one after the other. The main thread is that of the page's process: how long it ran from the
start of the navigation until a second and a half after its load event.

${tableOf(rows)}

Worker's heap after the run, after a collection: ${workers.join(', ') || 'not told'}.

${left.length > 0 ? `Left out: ${left.join('; ')}.` : ''}
`;
if (values.page === '' && !values.browser) keep();
console.log(text);

function keep(): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/bench-browser.md`, text);
  const bars = rows
    .filter((row) => row.with !== 'none')
    .map((row) => ({
      group: `${row.browser}: ${row.page}`,
      name: row.with,
      ...row.loadRatio,
    }));
  writeFileSync(
    `${FOLDER}/bench-browser.svg`,
    drawBars('Load time against no extension, median and 95% interval', bars),
  );
}
