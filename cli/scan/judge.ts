import { encodeSnapshot } from '../../utils/list/encode.ts';
import { openSnapshot } from '../../utils/list/lookup.ts';
import { decide } from '../../utils/verdict/decide.ts';
import { readRecords } from '../list/read-records.ts';
import type { Judge } from './host-line.ts';

/** The engine over the records of this folder, as the extension runs it over its bundled list. */
export async function openJudge({ reported }: { reported: boolean }): Promise<Judge> {
  const contents = await readRecords();
  const { buffer } = encodeSnapshot(reported ? contents : { ...contents, reported: [] });
  const index = openSnapshot(buffer);
  const { version, issued } = index.meta;
  return (host) =>
    decide({
      host,
      list: { version, issued },
      hits: index.find(host),
      protectedName: false,
      lookalike: null,
      page: [],
      succession: null,
      ignoredKinds: [],
    });
}
