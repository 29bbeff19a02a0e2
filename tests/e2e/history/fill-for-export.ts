import { randomUUID } from 'node:crypto';
import { seededRandom } from '../../../cli/seeded-random.ts';
import { asStored } from '../../../utils/export/import-history.ts';
import type { StoredFlag } from '../../../utils/history/flag.ts';
import { generatedFlag } from '../../bench/generate-flags.ts';
import type { Driver } from '../harness/driver.ts';
import { type FlagRow, putFlags } from './put-flags.ts';

const TEMPLATES = 500;

/**
 * Fills the history with flags that have all that an export tells: from a seed, each with an id and a time of its
 * own, in the order of both, so that a browser's store need not sort a million again and again.
 */
export async function fillForExport(driver: Driver, count: number): Promise<void> {
  const templates = generatedTemplates();
  await putFlags(driver, templates, rowsInOrder(templates, count));
}

function generatedTemplates(): StoredFlag[] {
  const random = seededRandom(1);
  const nameOf = (id: string) => ({ id, name: id, nameZh: null, type: 'exchange' as const });
  return Array.from({ length: TEMPLATES }, () => {
    const flag = asStored(generatedFlag(random, 'p'), nameOf);
    const url = `https://${flag.host}/zh-cn/register?invite=${flag.session_pseudonym.slice(0, 8)}`;
    return {
      ...flag,
      url,
      title: '欧易交易所 注册送数字货币',
      study_id: null,
      participant_id: null,
      redactions: [],
    };
  });
}

function* rowsInOrder(templates: StoredFlag[], count: number): Generator<FlagRow> {
  const first = Math.max(...templates.map((flag) => Date.parse(flag.observed_at)));
  for (let i = 0; i < count; i++) {
    yield {
      template: i % templates.length,
      own: {
        flag_id: i.toString(16).padStart(8, '0') + randomUUID().slice(8),
        observed_at: new Date(first + i * 1000).toISOString(),
      },
    };
  }
}
