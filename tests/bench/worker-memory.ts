import { readRecords } from '../../cli/list/read-records.ts';
import type { ListContents } from '../../utils/list/list-contents.ts';
import { ask } from '../e2e/ensign/ask.ts';
import { BUILDS, launchEnsign } from '../e2e/ensign/launch.ts';
import { POPULAR } from '../e2e/ensign/quiet-hosts.ts';
import { plainPage } from '../e2e/harness/answer.ts';
import { pause } from '../e2e/harness/arrive.ts';
import { workerHeap } from '../e2e/harness/heap.ts';
import { startServer } from '../e2e/harness/server.ts';
import { buildWithList } from '../e2e/list/build-with-list.ts';
import { nameOf } from './names.ts';
import { extensionMemory } from './process-memory.ts';
import { medianOf } from './statistics.ts';

/**
 * `npm run bench:worker-memory`: what the worker holds after some pages with an empty list, the bundled one and one
 * of 250,000 reported names: its heap with its array buffers after a collection, and its whole process. Chromium;
 * medians of three starts.
 */
const NAMES = 250_000;
const STARTS = 3;
const VISITS = 24;
const MOST = 1.25;

const records = await readRecords();
const first = records.exchanges[0]!.id;
const LISTS: Record<string, ListContents> = {
  'no list': { ...records, exchanges: [], reported: [] },
  bundled: records,
  '250,000 names': {
    ...records,
    reported: Array.from({ length: NAMES }, (_, i) => reported(`${nameOf(i)}.com`)),
  },
};

const server = await startServer();
server.everywhere(plainPage('a page'));
const rows: Record<string, { heap: number; process: number }> = {};
for (const [name, list] of Object.entries(LISTS)) {
  const build = await buildWithList(BUILDS.chromium, list);
  const seen: { heap: number; process: number }[] = [];
  for (let start = 0; start < STARTS; start++) seen.push(await look(build.folder));
  build.remove();
  rows[name] = {
    heap: medianOf(seen.map(({ heap }) => heap)).value,
    process: medianOf(seen.map((one) => one.process)).value,
  };
}
await server.close();

const none = rows['no list']!;
console.table(
  Object.fromEntries(
    Object.entries(rows).map(([name, { heap, process }]) => [
      name,
      {
        'heap MB': (heap / 2 ** 20).toFixed(2),
        'to none': (heap / none.heap).toFixed(2),
        'process MB': (process / 2 ** 20).toFixed(1),
        'process to none': (process / none.process).toFixed(2),
      },
    ]),
  ),
);
const ratio = rows['250,000 names']!.process / none.process;
console.log(
  `${ratio <= MOST ? 'ok  ' : 'FAIL'} process with 250,000 names at most ${MOST} times that with no list`,
);
if (ratio > MOST) process.exitCode = 1;

async function look(extensionDir: string): Promise<{ heap: number; process: number }> {
  const driver = await launchEnsign('chromium', server, { extensionDir });
  try {
    // Of sites that no list has: the work is the same with each.
    for (const host of POPULAR.slice(0, VISITS)) await driver.goto(`http://${host}/`);
    await ask(driver, 'historyOverview', {});
    await pause(3_000);
    const heap = await workerHeap(driver);
    if (heap === null) throw new Error('no worker runs');
    return { heap, process: extensionMemory(driver.profile) };
  } finally {
    await driver.close();
  }
}

function reported(name: string): ListContents['reported'][number] {
  return { name, exchange: first, source: 'bench', firstSeen: null, lastSeen: null, exact: false };
}
