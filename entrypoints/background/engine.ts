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
import { bundledList, type LoadedList, loadList, PASSING } from './list-loader.ts';
import { lookalikeTables } from './lookalike-tables.ts';
import { once } from './once.ts';
import { report } from './report.ts';

/** The list in use and what is derived from it. */
export interface Engine extends LoadedList {
  lookalikes: Matcher;
  /** Names by which pages call the exchanges; built at the first Chinese page, once a list. */
  names(): Promise<NameIndex>;
}

/** How long the bundled list answers for one that could not be read before that is tried anew. */
const LOOK_AGAIN_MS = 60_000;

let loading: Promise<Engine> | null = null;
/** A list that opened, and broke over a question. */
let broken: string | null = null;
/** When whoever asks has the stored list read anew; milliseconds since 1970. */
let lookAgainAt = Number.POSITIVE_INFINITY;
/** A load that began before another must not end after it. */
const reloading = newQueue();

/** The engine once its list is readable. A failed load is tried again by the next caller. */
export function engine(): Promise<Engine> {
  if (Date.now() >= lookAgainAt) {
    lookAgainAt = Number.POSITIVE_INFINITY;
    void reloadEngine();
  }
  if (loading) return loading;
  const mine = load();
  loading = mine;
  mine.catch(() => {
    if (loading === mine) loading = null;
  });
  return mine;
}

/** The list in use with all its records in memory: for pages and surfaces, never needed to judge a host. */
export async function wholeList(): Promise<ListIndex> {
  return (await engine()).whole();
}

/**
 * Loads the list anew, after a sync or a change of its source; until then the earlier one answers. Where that fails
 * none is left in force, as the earlier may be one that is trusted no more: whoever asks next loads it. What led here
 * is done either way, and so nothing is thrown.
 */
export function reloadEngine(): Promise<void> {
  return reloading(loadAnew);
}

/** Loads the list anew where the store could not be read and may be readable now. */
export function mendEngine(): Promise<void> {
  return reloading(async () => {
    if (PASSING.has((await engine()).trouble)) await loadAnew();
  });
}

async function loadAnew(): Promise<void> {
  lookAgainAt = Number.POSITIVE_INFINITY;
  try {
    await putInForce(await load());
  } catch (error) {
    loading = null;
    report(error);
  }
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
    const bundled = await insteadOf(loaded);
    const inForce = loading;
    // Another may have come since the question was asked.
    if ((await inForce?.catch(() => null)) === loaded && loading === inForce) {
      // Broken for the second time, it would be so for the third.
      lookAgainAt = broken === loaded.sha256 ? Number.POSITIVE_INFINITY : Date.now() + LOOK_AGAIN_MS;
      broken = loaded.sha256;
      await putInForce(bundled);
    }
    return judgeHostLazily(bundled, host, circumstances);
  }
}

/** Open surfaces follow what is stored, and so learn that another list serves. */
async function putInForce(next: Engine): Promise<void> {
  loading = Promise.resolve(next);
  await browser.storage.session.set({ [LIST_IN_USE_KEY]: next.sha256 }).catch(report);
}

async function load(): Promise<Engine> {
  const next = await loadReadable();
  if (PASSING.has(next.trouble)) lookAgainAt = Date.now() + LOOK_AGAIN_MS;
  return next;
}

async function loadReadable(): Promise<Engine> {
  // The tables come with the package: that they could not be read says nothing of the list.
  const [loaded, tables] = await Promise.all([loadList(), lookalikeTables().catch(lookalikeTables)]);
  try {
    return await derive(loaded, tables);
  } catch (error) {
    if (!loaded.stored) throw error;
    report(error);
    return insteadOf(loaded);
  }
}

/** The bundled list for a stored one that is broken. */
async function insteadOf({ byPin }: LoadedList): Promise<Engine> {
  return derive(await bundledList('stored list broken', byPin), await lookalikeTables());
}

async function derive(loaded: LoadedList, tables: ArrayBuffer): Promise<Engine> {
  const index = await loaded.list.section(LOOKALIKE_SECTION);
  if (!index) throw new Error('the list has no index of lookalikes');
  const names = once(async () => buildNameIndex((await loaded.whole()).exchanges()));
  return { ...loaded, names, lookalikes: openLookalike(tables, index.slice().buffer) };
}
