import { asStored } from '../../../utils/export/import-history.ts';
import type { StoredFlag } from '../../../utils/history/flag.ts';
import { generatedFlag, randomFrom } from '../../bench/generate-flags.ts';
import type { Driver } from '../harness/driver.ts';

const TEMPLATES = 500;
const IN_ONE_TRANSACTION = 5000;

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
 * Puts flags into the browser's own database, past the background: templates from a seed, each row with an id of
 * its own. The history must have been opened once.
 */
export async function fillHistory(driver: Driver, count: number): Promise<void> {
  await driver.inExtension(
    async (templates, total, batch) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open('ensign-history');
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
      for (let from = 0; from < total; from += batch) {
        await new Promise<void>((resolve, reject) => {
          const write = database.transaction('flags', 'readwrite', { durability: 'relaxed' });
          for (let i = from; i < Math.min(total, from + batch); i++) {
            const flag_id = crypto.randomUUID();
            const template = templates[i % templates.length]!;
            const local = { ...template.local, document: flag_id };
            write.objectStore('flags').add({ ...template, flag_id, local });
          }
          write.oncomplete = () => resolve();
          write.onabort = () => reject(write.error);
        });
      }
      database.close();
    },
    storedFlags(TEMPLATES),
    count,
    IN_ONE_TRANSACTION,
  );
}
