import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { cutAddresses } from './cut-addresses.ts';

/** The database while its version changes: its stores are those of no one version. */
export interface OpenUpgrade {
  database: IDBPDatabase;
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>;
}

/** Steps from each version to the next. A step is never changed once it was released. */
const STEPS: readonly ((open: OpenUpgrade) => void)[] = [createVersion1, toVersion2, toVersion3];

/** Brings the history from the version found, 0 for none, to the present one. */
export function upgradeHistory(
  database: OpenUpgrade['database'],
  from: number,
  transaction: OpenUpgrade['transaction'],
): void {
  for (const step of STEPS.slice(from)) step({ database, transaction });
}

function createVersion1({ database }: OpenUpgrade): void {
  const flags = database.createObjectStore('flags', { keyPath: 'flag_id' });
  flags.createIndex('observed_at', 'observed_at');
  flags.createIndex('document', 'local.document', { unique: true });
  flags.createIndex('host', 'host');
  flags.createIndex('registrable_domain', 'registrable_domain');
  flags.createIndex('kinds', 'local.kinds', { multiEntry: true });
  flags.createIndex('exchanges', 'local.exchanges', { multiEntry: true });
  database.createObjectStore('daily', { keyPath: 'day' });
  database.createObjectStore('deleted', { keyPath: 'flag.flag_id' }).createIndex('receipt', 'receipt');
  database.createObjectStore('coverage', { keyPath: 'from' });
  database.createObjectStore('edges', { keyPath: 'id' }).createIndex('exchange', 'exchange');
}

/**
 * 2026-11-27: the index in columns takes the place of four of the browser's, and follows the flags by a list of
 * changes. It is made from the flags by the first who asks. What could be undone could be so only on a page that
 * was open under the version before.
 */
function toVersion2({ database, transaction }: OpenUpgrade): void {
  const flags = transaction.objectStore('flags');
  for (const name of ['host', 'registrable_domain', 'kinds', 'exchanges']) flags.deleteIndex(name);
  database.deleteObjectStore('deleted');
  database.createObjectStore('deleted', { autoIncrement: true }).createIndex('receipt', 'receipt');
  database.createObjectStore('changes', { autoIncrement: true });
  database.createObjectStore('index');
}

/**
 * 2026-11-30: no key of a document bears its address. What was deleted goes: it could be undone only on a page that was
 * open under the version before.
 */
function toVersion3({ transaction }: OpenUpgrade): void {
  cutAddresses(transaction)
    .catch(() => transaction.abort())
    // A request that failed has aborted it already.
    .catch(() => undefined);
  // Where it fails the version before stays as it was, and the opening tells.
  transaction.done.catch(() => undefined);
}
