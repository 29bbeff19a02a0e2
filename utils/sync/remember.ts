import { withFloor } from './floor.ts';
import { StoreError, storeFault } from './list-database.ts';
import type { SyncPorts } from './ports.ts';
import type { Floor } from './stored-list.ts';
import type { SyncRecord } from './sync-record.ts';
import type { SyncSource } from './sync-source.ts';

type Change = (record: SyncRecord) => SyncRecord;

/**
 * Changes what is remembered by what it is now; nothing is written where the change answers the same record.
 * @throws {StoreError}
 */
export async function remember({ memory }: Pick<SyncPorts, 'memory'>, change: Change): Promise<SyncRecord> {
  try {
    return await memory.inTurn(async () => {
      const record = await memory.read();
      const next = change(record);
      if (next !== record) await memory.write(next);
      return next;
    });
  } catch (error) {
    throw new StoreError(await storeFault(error), { cause: error });
  }
}

/**
 * Remembers something of a try at this source. Where the record is another source's by now, all of it stays as it is
 * but the floors, which outlive every source.
 * @param floor of the list that the try accepted
 * @throws {StoreError}
 */
export function rememberTry(
  ports: Pick<SyncPorts, 'memory'>,
  { name }: Pick<SyncSource, 'name'>,
  floor: Floor | null,
  tried: Change,
): Promise<SyncRecord> {
  return remember(ports, (record) => {
    const raised = floor ? { ...record, ...withFloor(record, floor) } : record;
    return record.source === name ? tried(raised) : raised;
  });
}
