import { remember } from '../../utils/sync/remember.ts';
import { recordFor, type SyncRecord } from '../../utils/sync/sync-record.ts';
import { reloadEngine } from './engine.ts';
import { newQueue } from './in-order.ts';
import { ports } from './list-ports.ts';
import { type CurrentSource, currentSource } from './list-source.ts';

const beginning = newQueue();

/**
 * The source that is set now with the record of its tries, begun by one asker at a time: whoever comes second finds
 * the list reloaded. Nothing else turns the record to another source.
 * @throws {StoreError}
 */
export function begunSource(): Promise<{ source: CurrentSource; record: SyncRecord }> {
  return beginning(async () => {
    const source = await currentSource();
    return { source, record: await begin(source) };
  });
}

async function begin({ name }: CurrentSource): Promise<SyncRecord> {
  let isOther = true;
  try {
    return await remember(ports, (record) => {
      isOther = record.source !== null && record.source !== name;
      return recordFor(record, name);
    });
  } finally {
    // The list of a key that is trusted no more stops serving even where nothing can be read or noted.
    if (isOther) await reloadEngine();
  }
}
