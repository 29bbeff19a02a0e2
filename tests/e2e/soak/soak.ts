import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { readRecords } from '../../../cli/list/read-records.ts';
import type { HistoryOverview } from '../../../components/models/history.ts';
import { ask } from '../ensign/ask.ts';
import { agreeToExport, downloadedFile, openExportOfAll } from '../ensign/export-page.ts';
import { BUILDS } from '../ensign/launch.ts';
import { listedSample } from '../ensign/listed-sample.ts';
import { POPULAR } from '../ensign/quiet-hosts.ts';
import { plainPage } from '../harness/answer.ts';
import { pause, until } from '../harness/arrive.ts';
import type { Driver } from '../harness/driver.ts';
import { workerHeap } from '../harness/heap.ts';
import type { LocalServer } from '../harness/server.ts';
import { CHINESE_TEXT } from '../hostile/text.ts';
import { KEY_TEXT, status, update } from '../list/device.ts';
import { ADDRESS, host, publishNow } from '../list/list-host.ts';

export interface SoakOptions {
  navigations: number;
  /** How often the worker is stopped, and so woken by the next navigation. */
  wakes: number;
  syncs: number;
  exports: number;
  samples: number;
  /** Ends early at this instant (milliseconds since 1970). */
  until: number;
  onSample?(sample: Sample): void;
}

/** One look at what could grow. */
export interface Sample {
  navigations: number;
  wakes: number;
  /** Bytes; null where the browser tells none. */
  workerHeap: number | null;
  /** Bytes of IndexedDB and file system, as the browser estimates them. */
  storage: number;
  /** Bytes of what outlives the worker in storage.session and storage.local, as JSON. */
  session: number;
  local: number;
  flags: number;
  alarms: number;
  /** Open file descriptors of the browser's main process. */
  handles: number;
}

interface Api {
  storage: Record<'session' | 'local', { get(): Promise<object> }>;
  alarms: { getAll(): Promise<object[]> };
}

/** The process of a page slows down with what it has shown, with or without an extension; it ends with its only tab. */
const SHOWN_IN_ONE_TAB = 500;

/** Visits pages of all kinds while the worker is stopped, lists arrive and exports are made; answers what grew. */
export async function soak(driver: Driver, server: LocalServer, options: SoakOptions): Promise<Sample[]> {
  const { navigations, wakes, syncs, exports, samples, until: end } = options;
  const listed = listedSample(400).filter(({ row }) => !row.confidence && !row.domain_status);
  const hosts = listed.flatMap((one, at) => [one.host, POPULAR[at % POPULAR.length]!, `bihai-${at}.example`]);
  const sites = () => {
    server.everywhere(({ host: asked }) => {
      return asked.startsWith('bihai-')
        ? plainPage('币海交易所官网', CHINESE_TEXT, 'zh-CN')
        : plainPage('a page');
    });
  };
  const { exchanges } = await readRecords();
  const taken: Sample[] = [];
  const due = (at: number, times: number) => times > 0 && at % Math.ceil(navigations / times) === 0;
  let stopped = 0;
  let version = 100;
  // The first tab stays open, and shows nothing of the web.
  await driver.openExtensionPage('welcome.html', driver.page);
  let tab = await driver.newPage();
  for (let at = 1; at <= navigations && Date.now() < end; at++) {
    if (at % SHOWN_IN_ONE_TAB === 0) {
      await tab.close();
      tab = await driver.newPage();
    }
    sites();
    await driver.goto(`http://${hosts[at % hosts.length]}/${at}`, tab);
    if (due(at, syncs)) {
      const bundled = `${BUILDS[driver.kind]}/list/bundled.bin`;
      host(server, await publishNow(++version, bundled, { exchanges }));
      await ask(driver, 'setListSource', { address: ADDRESS, keys: [KEY_TEXT] });
      await update(driver);
      const { inUse } = await status(driver);
      if (inUse.version !== version)
        throw new Error(`version ${inUse.version} in use after ${version} was published`);
    }
    if (due(at, exports)) await exportOnce(driver);
    if (due(at, samples)) {
      const sample = await look(driver, at, stopped);
      taken.push(sample);
      options.onSample?.(sample);
    }
    if (due(at, wakes)) {
      // A browser ends a worker that rests; what it decided last is kept within a quarter of a second.
      await pause(KEPT_MS);
      await until(() => nothingOwed(driver), 'the worker to rest');
      if ((await driver.killWorker()) === 'stopped') stopped += 1;
    }
  }
  return taken;
}

const KEPT_MS = 300;

function nothingOwed(driver: Driver): Promise<boolean> {
  return driver.inExtension(async () => {
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    const { owed = [] } = (await (browser ?? chrome).storage.session.get()) as { owed?: unknown[] };
    return owed.length === 0;
  });
}

/** Saves a Data Package by the export page, as somebody would. */
async function exportOnce(driver: Driver): Promise<void> {
  const tab = await openExportOfAll(driver);
  await agreeToExport(tab);
  await tab.click('.btn.primary');
  // The next file of the same name would take the place of this one.
  rmSync(await downloadedFile(driver));
  await tab.close();
}

async function look(driver: Driver, navigations: number, wakes: number): Promise<Sample> {
  const { daily } = (await ask(driver, 'historyOverview', {})) as HistoryOverview;
  const inside = await driver.inExtension(async () => {
    const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
    const { storage, alarms } = browser ?? chrome;
    const { usage = 0 } = await navigator.storage.estimate();
    return {
      storage: usage,
      session: JSON.stringify(await storage.session!.get()).length,
      local: JSON.stringify(await storage.local!.get()).length,
      alarms: (await alarms.getAll()).length,
    };
  });
  const heap = await workerHeap(driver);
  const handles = openFiles(driver.page.browser().process()?.pid);
  return {
    navigations,
    wakes,
    workerHeap: heap,
    flags: daily.reduce((sum, day) => sum + day.flagged, 0),
    handles,
    ...inside,
  };
}

/** Linux tells; elsewhere 0. */
function openFiles(pid: number | undefined): number {
  try {
    return pid ? readdirSync(`/proc/${pid}/fd`).length : 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}

/** The manifest's version of a build, for the figure's title. */
export function builtVersion(driver: Driver): string {
  return (JSON.parse(readFileSync(`${BUILDS[driver.kind]}/manifest.json`, 'utf8')) as { version: string })
    .version;
}
