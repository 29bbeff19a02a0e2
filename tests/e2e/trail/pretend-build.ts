import { readRecords } from '../../../cli/list/read-records.ts';
import { listedName } from '../../../utils/exchange/listed-name.ts';
import { buildWithList, type OtherBuild } from '../list/build-with-list.ts';

/** A copy of a build whose bundled list does not hold some names, as if nobody had recorded them yet. */
export async function pretendUnknown(build: string, names: ReadonlySet<string>): Promise<OtherBuild> {
  const list = await readRecords();
  const exchanges = list.exchanges.map((exchange) => ({
    ...exchange,
    domains: exchange.domains.filter((row) => !names.has(listedName(row)?.name ?? '')),
    lineage: exchange.lineage.filter(({ to }) => !names.has(to)),
  }));
  return buildWithList(build, { ...list, exchanges });
}
