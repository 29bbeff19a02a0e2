import type { StoredFlag } from '../../../utils/history/flag.ts';
import type { Driver } from '../harness/driver.ts';

/** A flag to be stored: all of a template but what is its own. */
export interface FlagRow {
  /** Place of the template. */
  template: number;
  own: Pick<StoredFlag, 'flag_id' | 'observed_at'> &
    Partial<Pick<StoredFlag, 'host' | 'host_unicode' | 'registrable_domain' | 'list'>>;
}

const IN_ONE_CALL = 20_000;

/**
 * Puts flags into the browser's own database, past the background. The history must have been opened once. In several
 * calls, for the automation waits for one only so long, and as text, which it hands over fastest.
 */
export async function putFlags(
  driver: Driver,
  templates: StoredFlag[],
  rows: Iterable<FlagRow>,
): Promise<void> {
  const given = JSON.stringify(templates);
  let waiting: FlagRow[] = [];
  const put = async () => {
    await driver.inExtension(putInPage, given, JSON.stringify(waiting));
    waiting = [];
  };
  for (const row of rows) {
    waiting.push(row);
    if (waiting.length === IN_ONE_CALL) await put();
  }
  if (waiting.length > 0) await put();
}

/** Runs in a page of the extension. */
async function putInPage(givenTemplates: string, givenRows: string): Promise<void> {
  const templates = JSON.parse(givenTemplates) as StoredFlag[];
  const rows = JSON.parse(givenRows) as FlagRow[];
  const inOneTransaction = 5_000;
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('ensign-history');
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  for (let from = 0; from < rows.length; from += inOneTransaction) {
    await new Promise<void>((resolve, reject) => {
      const write = database.transaction('flags', 'readwrite', { durability: 'relaxed' });
      for (const { template, own } of rows.slice(from, from + inOneTransaction)) {
        const whole = templates[template]!;
        write
          .objectStore('flags')
          .add({ ...whole, ...own, local: { ...whole.local, document: own.flag_id } });
      }
      write.oncomplete = () => resolve();
      write.onabort = () => reject(write.error);
    });
  }
  database.close();
}
