import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExchangeRecord } from '../../utils/exchange/record.ts';
import type { AttackCounts } from '../../utils/lookalike/attack-counts.ts';
import { buildLookalikeIndex } from '../../utils/lookalike/build-index.ts';
import { type Matcher, openLookalike } from '../../utils/lookalike/open.ts';
import { LIST_FOLDER } from '../list/read-records.ts';
import { buildTables, readWeights } from './build-tables.ts';

/** The engine over given records, with this project's tables and attack counts. */
export async function openMatcher(exchanges: ExchangeRecord[], folder = LIST_FOLDER): Promise<Matcher> {
  const attacks = JSON.parse(await readFile(join(folder, 'attacks.json'), 'utf8')) as AttackCounts;
  const index = buildLookalikeIndex(exchanges, attacks);
  return openLookalike(buildTables(readWeights()).buffer, index.buffer);
}
