import { LOOKALIKE_SECTION } from '../../utils/list/layout.ts';
import { openSnapshot } from '../../utils/list/lookup.ts';
import { openLookalike } from '../../utils/lookalike/open.ts';
import { type HostSources, judgeHost } from '../../utils/verdict/judge-host.ts';
import { compileList } from '../list/compile.ts';
import { readRecords } from '../list/read-records.ts';
import { buildTables, readWeights } from '../lookalike/build-tables.ts';
import type { Judge } from './host-line.ts';

/** The engine over the records of this folder, as the extension runs it over its bundled list. */
export async function openSources({ reported }: { reported: boolean }): Promise<HostSources> {
  const contents = await readRecords();
  const { buffer } = await compileList(reported ? contents : { ...contents, reported: [] });
  const list = openSnapshot(buffer);
  const index = list.section(LOOKALIKE_SECTION);
  if (!index) throw new Error('the list has no index of lookalikes');
  return { list, lookalikes: openLookalike(buildTables(readWeights()).buffer, index.slice().buffer) };
}

export async function openJudge(options: { reported: boolean }): Promise<Judge> {
  const sources = await openSources(options);
  return (host) => judgeHost(sources, host);
}
