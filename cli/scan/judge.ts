import { LOOKALIKE_SECTION } from '../../utils/list/layout.ts';
import { openSnapshot } from '../../utils/list/lookup.ts';
import { openLookalike } from '../../utils/lookalike/open.ts';
import { type HostSources, judgeHost } from '../../utils/verdict/judge-host.ts';
import { compileList } from '../list/compile.ts';
import { LIST_FOLDER, readRecords } from '../list/read-records.ts';
import { buildTables, readWeights } from '../lookalike/build-tables.ts';
import type { Judge } from './host-line.ts';

interface Wanted {
  /** Whether reported names count as well. */
  reported: boolean;
  /** Of the records; this project's own without it. */
  folder?: string;
}

/** The engine over the records of a folder, as the extension runs it over its bundled list. */
export async function openSources({ reported, folder = LIST_FOLDER }: Wanted): Promise<HostSources> {
  const contents = await readRecords(folder);
  const { buffer } = await compileList(reported ? contents : { ...contents, reported: [] }, folder);
  const list = openSnapshot(buffer);
  const index = list.section(LOOKALIKE_SECTION);
  if (!index) throw new Error('the list has no index of lookalikes');
  return { list, lookalikes: openLookalike(buildTables(readWeights()).buffer, index.slice().buffer) };
}

export async function openJudge(options: Wanted): Promise<Judge> {
  const sources = await openSources(options);
  return (host) => judgeHost(sources, host);
}
