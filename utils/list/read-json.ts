import type { ExchangeRecord } from '../exchange/record.ts';
import type { SnapshotMeta } from './layout.ts';
import { SnapshotError, type SnapshotFault } from './snapshot-error.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @throws SnapshotError 'bad meta' */
export function readMeta(bytes: Uint8Array): SnapshotMeta {
  const meta = readObject(bytes, 'bad meta', 'META') as Partial<SnapshotMeta>;
  const counts = [meta.version, meta.names, meta.reported, meta.exchanges];
  const dates = [meta.issued, meta.expires];
  if (
    !counts.every((count) => Number.isSafeInteger(count) && Number(count) >= 0) ||
    !dates.every((date) => typeof date === 'string' && !Number.isNaN(Date.parse(date)))
  ) {
    throw new SnapshotError('bad meta', 'a count or a date');
  }
  return meta as SnapshotMeta;
}

/**
 * Reads one exchange's record. Its shape was checked when the list was built and its bytes when it arrived;
 * here only what the look-up itself relies on.
 * @throws SnapshotError 'bad exchange record'
 */
export function readExchange(bytes: Uint8Array, id: string): ExchangeRecord {
  const record = readObject(bytes, 'bad exchange record', id) as Partial<ExchangeRecord>;
  if (record.id !== id || typeof record.name !== 'string' || !Array.isArray(record.domains)) {
    throw new SnapshotError('bad exchange record', id);
  }
  return record as ExchangeRecord;
}

function readObject(bytes: Uint8Array, fault: SnapshotFault, where: string): object {
  try {
    const value: unknown = JSON.parse(utf8.decode(bytes));
    if (typeof value === 'object' && value !== null) return value;
  } catch (cause) {
    throw new SnapshotError(fault, where, { cause });
  }
  throw new SnapshotError(fault, where);
}
