import type { ExchangeRecord } from '../../utils/exchange/record.ts';
import { buildLookalikeIndex } from '../../utils/lookalike/build-index.ts';
import { type Matcher, openLookalike } from '../../utils/lookalike/open.ts';
import { LIST_FOLDER } from '../list/read-records.ts';
import { buildTables, readWeights } from './build-tables.ts';
import { readAttacks } from './read-attacks.ts';

/** The engine over given records, with this project's tables and attack counts. */
export async function openMatcher(exchanges: ExchangeRecord[], folder = LIST_FOLDER): Promise<Matcher> {
  const index = buildLookalikeIndex(exchanges, await readAttacks(folder));
  return openLookalike(buildTables(readWeights()).buffer, index.buffer);
}
