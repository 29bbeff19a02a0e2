import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { drawPanels, type Panel } from '../../figures/panels.ts';
import { launchEnsign } from '../ensign/launch.ts';
import { watchFaults } from '../harness/faults.ts';
import type { BrowserKind } from '../harness/find-browser.ts';
import { startServer } from '../harness/server.ts';
import { builtVersion, type Sample, soak } from './soak.ts';

/**
 * `npm run soak`: the long form, with figures under docs/figures/. `--short` for a look at it; `--minutes 60` ends it
 * after an hour, with what was seen by then.
 */
const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    browser: { type: 'string', default: 'chromium' },
    minutes: { type: 'string' },
  },
});
const kind = values.browser as BrowserKind;
const LONG = { navigations: 20_000, wakes: 5_000, syncs: 100, exports: 20, samples: 200 };
const SHORT = { navigations: 400, wakes: 100, syncs: 5, exports: 2, samples: 20 };
const FOLDER = 'docs/figures';
/** One process shows all pages: starting one for each site takes two thirds of the time, and is none of the extension's. */
const SWITCHES = ['--disable-site-isolation-trials', '--renderer-process-limit=1'];

const server = await startServer();
const driver = await launchEnsign(kind, server, {
  // A page that follows nothing: one that asks at each change would be ended in the middle of its question.
  controlPage: 'welcome.html',
  ...(kind === 'chromium' && { switches: SWITCHES }),
});
const watch = await watchFaults(driver);
try {
  const started = Date.now();
  const taken = await soak(driver, server, {
    ...(values.short ? SHORT : LONG),
    until:
      values.minutes === undefined ? Number.POSITIVE_INFINITY : started + Number(values.minutes) * 60_000,
    onSample: (sample) => console.log(JSON.stringify(sample)),
  });
  const faults = await watch.faults();
  const minutes = Math.round((Date.now() - started) / 60_000);
  const about = { browser: kind, version: builtVersion(driver), minutes, faults };
  mkdirSync(FOLDER, { recursive: true });
  const name = kind === 'chromium' ? 'soak' : `soak-${kind}`;
  writeFileSync(`${FOLDER}/${name}.svg`, drawPanels(panelsOf(taken)));
  writeFileSync(`${FOLDER}/${name}.json`, `${JSON.stringify({ ...about, samples: taken }, null, 1)}\n`);
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await driver.close();
  await server.close();
}

function panelsOf(samples: Sample[]): Panel[] {
  const across = 'navigations';
  const line = (name: string, of: (sample: Sample) => number | null, unit = 1) => ({
    name,
    points: samples.flatMap((sample) => {
      const y = of(sample);
      return y === null ? [] : [{ x: sample.navigations, y: y / unit }];
    }),
  });
  const MB = 1024 * 1024;
  const kB = 1024;
  return [
    {
      title: 'Worker heap after a collection, MB',
      across,
      lines: [line('heap', (one) => one.workerHeap, MB)],
    },
    {
      title: 'Storage by the estimate of the browser, MB',
      across,
      lines: [line('storage', (one) => one.storage, MB)],
    },
    {
      title: 'Kept for the next worker, kB',
      across,
      lines: [
        line('storage.session', (one) => one.session, kB),
        line('storage.local', (one) => one.local, kB),
      ],
    },
    {
      title: 'Open files of the browser, alarms',
      across,
      lines: [line('open files', (one) => one.handles), line('alarms', (one) => one.alarms)],
    },
    { title: 'Flags in the history', across, lines: [line('flags', (one) => one.flags)] },
  ];
}
