import browser from 'webextension-polyfill';
import type { Host } from '../../utils/domain/host.ts';
import { buildNameIndex, type NameIndex } from '../../utils/landing/names.ts';
import { LOOKALIKE_SECTION } from '../../utils/list/layout.ts';
import type { ListIndex } from '../../utils/list/lookup.ts';
import { type Matcher, openLookalike } from '../../utils/lookalike/open.ts';
import { LIST_IN_USE_KEY } from '../../utils/settings/stored-keys.ts';
import type { Verdict } from '../../utils/verdict/finding.ts';
import { type Circumstances, judgeHostLazily } from '../../utils/verdict/judge-host.ts';
import { newQueue } from './in-order.ts';
import { bundledList, type LoadedList, loadList } from './list-loader.ts';
import { lookalikeTables } from './lookalike-tables.ts';
import { once } from './once.ts';
import { report } from './report.ts';

/** The list in use and what is derived from it. */
export interface Engine extends LoadedList {
  lookalikes: Matcher;
  /** Names by which pages call the exchanges; built at the first Chinese page, once a list. */
  names(): Promise<NameIndex>;
}

let loading: Promise<Engine> | null = null;
/** A load that began before another must not end after it. */
const reloading = newQueue();

/** The engine once its list is readable. A failed load is tried again by the next caller. */
export function engine(): Promise<Engine> {
  loading ??= load().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** The list in use with all its records in memory: for pages and surfaces, never needed to judge a host. */
export async function wholeList(): Promise<ListIndex> {
  return (await engine()).whole();
}

/**
 * Loads the list anew, after a sync or a change of its source; until then the earlier one answers. Open surfaces
 * follow what is stored, and so learn that another list serves.
 */
export function reloadEngine(): Promise<void> {
  return reloading(async () => {
    const next = await load();
    loading = Promise.resolve(next);
    await browser.storage.session.set({ [LIST_IN_USE_KEY]: next.sha256 });
  });
}

/**
 * The verdict on a host. A stored list whose bytes the browser has lost meanwhile gives way to the bundled one,
 * and the question is asked again.
 */
export async function judge(loaded: Engine, host: Host, circumstances?: Circumstances): Promise<Verdict> {
  try {
    return await judgeHostLazily(loaded, host, circumstances);
  } catch (error) {
    if (!loaded.stored) throw error;
    report(error);
    loading = derive(await bundledList('stored list broken'));
    return judgeHostLazily(await loading, host, circumstances);
  }
}

async function load(): Promise<Engine> {
  // Fetched while the list is read; a failure is met where the tables are used.
  void lookalikeTables().catch(() => null);
  const loaded = await loadList();
  try {
    return await derive(loaded);
  } catch (error) {
    if (!loaded.stored) throw error;
    report(error);
    return derive(await bundledList('stored list broken'));
  }
}

async function derive(loaded: LoadedList): Promise<Engine> {
  const [tables, index] = await Promise.all([lookalikeTables(), loaded.list.section(LOOKALIKE_SECTION)]);
  if (!index) throw new Error('the list has no index of lookalikes');
  const names = once(async () => buildNameIndex((await loaded.whole()).exchanges()));
  return { ...loaded, names, lookalikes: openLookalike(tables, index.slice().buffer) };
}
