import { asStored } from '../../../utils/export/import-history.ts';
import type { StoredFlag } from '../../../utils/history/flag.ts';
import { generatedFlag, randomFrom } from '../../bench/generate-flags.ts';
import type { Driver } from '../harness/driver.ts';

const TEMPLATES = 500;
const IN_ONE_TRANSACTION = 5000;
const IN_ONE_CALL = 50_000;

/** Flags from a seed, as the history keeps them. */
export function storedFlags(count: number, seed = 1): StoredFlag[] {
  const random = randomFrom(seed);
  const nameOf = (id: string) => ({ id, name: id, nameZh: null, type: 'exchange' as const });
  return Array.from({ length: count }, () => {
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

/**
 * Puts flags into the browser's own database, past the background: templates from a seed, each row with an id and a
 * time of its own, in the order of both, so that a browser's store need not sort a million again and again. The
 * history must have been opened once. In several calls: the automation waits for one only so long.
 */
export async function fillHistory(driver: Driver, count: number): Promise<void> {
  const templates = storedFlags(TEMPLATES);
  const first = Math.max(...templates.map((flag) => Date.parse(flag.observed_at)));
  for (let from = 0; from < count; from += IN_ONE_CALL) {
    const share = { from, to: Math.min(count, from + IN_ONE_CALL), batch: IN_ONE_TRANSACTION, first };
    await driver.inExtension(putFlags, templates, share);
  }
}

/** Runs in a page of the extension. */
async function putFlags(
  templates: StoredFlag[],
  share: { from: number; to: number; batch: number; first: number },
): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('ensign-history');
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  for (let from = share.from; from < share.to; from += share.batch) {
    await new Promise<void>((resolve, reject) => {
      const write = database.transaction('flags', 'readwrite', { durability: 'relaxed' });
      for (let i = from; i < Math.min(share.to, from + share.batch); i++) {
        const flag_id = i.toString(16).padStart(8, '0') + crypto.randomUUID().slice(8);
        const template = templates[i % templates.length]!;
        write.objectStore('flags').add({
          ...template,
          flag_id,
          observed_at: new Date(share.first + i * 1000).toISOString(),
          local: { ...template.local, document: flag_id },
        });
      }
      write.oncomplete = () => resolve();
      write.onabort = () => reject(write.error);
    });
  }
  database.close();
}
