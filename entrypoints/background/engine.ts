import type { Host } from '../../utils/domain/host.ts';
import { buildNameIndex, type NameIndex } from '../../utils/landing/names.ts';
import type { ListIndex } from '../../utils/list/lookup.ts';
import { decide, type PageFinding } from '../../utils/verdict/decide.ts';
import type { FindingKind, SuccessionFinding, Verdict } from '../../utils/verdict/finding.ts';
import { type LoadedList, loadList } from './list-loader.ts';
import { once } from './once.ts';

/** The list in use and what is derived from it. */
export interface Engine extends LoadedList {
  /** Names by which pages call the exchanges; built at the first Chinese page, once a list. */
  names(): Promise<NameIndex>;
}

/** What is known beside the host when a verdict is asked for. */
export interface Circumstances {
  page: PageFinding[];
  succession: SuccessionFinding | null;
  ignoredKinds: FindingKind[];
}

export const BARE: Circumstances = { page: [], succession: null, ignoredKinds: [] };

let loading: Promise<Engine> | null = null;

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

/** Loads the list anew, after a sync or a change of its source; until then the earlier one answers. */
export async function reloadEngine(): Promise<void> {
  const next = await load();
  loading = Promise.resolve(next);
}

async function load(): Promise<Engine> {
  const loaded = await loadList();
  const names = once(async () => buildNameIndex((await loaded.whole()).exchanges()));
  return { ...loaded, names };
}

/** The verdict on a host as the circumstances stand. */
export async function judge({ list }: Engine, host: Host, circumstances: Circumstances): Promise<Verdict> {
  return decide({
    host,
    list: { version: list.meta.version, issued: list.meta.issued },
    hits: await list.find(host),
    protectedName: false,
    lookalike: null,
    ...circumstances,
  });
}
