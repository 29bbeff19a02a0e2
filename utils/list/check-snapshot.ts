import { type Host, isBadHost, parseHost } from '../domain/host.ts';
import { listedName } from '../exchange/listed-name.ts';
import type { ExchangeRecord } from '../exchange/record.ts';
import { hashName } from './hash.ts';
import { NAMES_PER_BLOCK, VALUE_EXCHANGE } from './layout.ts';
import type { NameRecord } from './name-record.ts';
import type { Reading } from './reading.ts';
import type { Snapshot } from './snapshot.ts';
import { SnapshotError } from './snapshot-error.ts';

/** Those who judge what a list says look on while its bytes are checked. */
export interface Inspector {
  exchange?(record: ExchangeRecord): void;
  /** After all exchanges. */
  name?(host: Host, record: NameRecord): void;
}

/**
 * Checks a snapshot through and through, where opening one samples: every hash in order and made of its name,
 * every name a hostname, every row, source and exchange readable, counts true. About 2 µs a name.
 * What the list *says* is for the gate.
 * @throws SnapshotError
 */
export function* checkSnapshot(snapshot: Snapshot, inspector: Inspector = {}): Reading<void> {
  const { names, meta, ids } = snapshot;
  if (!names.isSorted(1)) throw new SnapshotError('not sorted', 'names');
  if (ids.some((id, index) => index > 0 && id <= (ids[index - 1] ?? ''))) {
    throw new SnapshotError('not sorted', 'exchange ids');
  }
  const rows: string[][] = [];
  for (let index = 0; index < snapshot.exchangeCount; index++) {
    const exchange = yield* snapshot.exchangeAt(index);
    inspector.exchange?.(exchange);
    rows.push(exchange.domains.map((row) => listedName(row)?.name ?? ''));
  }
  let reported = 0;
  for (let first = 0; first < names.size; first += NAMES_PER_BLOCK) {
    const block = yield* snapshot.blockAt(first / NAMES_PER_BLOCK);
    for (const [place, record] of block.entries()) {
      const host = checkName(snapshot, first + place, record, rows);
      inspector.name?.(host, record);
      if (record.kind === 'reported') {
        reported++;
        yield* snapshot.sourceAt(record.source);
      }
    }
  }
  if (reported !== meta.reported) throw new SnapshotError('bad meta', `${reported} reported names`);
}

function checkName({ names }: Snapshot, index: number, record: NameRecord, rows: readonly string[][]): Host {
  const [high, low] = hashName(record.name);
  const [storedHigh, storedLow] = names.hashAt(index);
  if (high !== storedHigh || low !== storedLow)
    throw new SnapshotError('bad name record', `hash of place ${index}`);
  const host = parseHost(record.name);
  if (isBadHost(host) || host.ascii !== record.name) {
    throw new SnapshotError('bad name record', `${JSON.stringify(record.name)} is no hostname`);
  }
  const exchange = rows[names.valueAt(index) & VALUE_EXCHANGE];
  if (!exchange) throw new SnapshotError('bad value', `exchange of ${record.name}`);
  if (record.kind === 'listed' && exchange[record.row] !== record.name) {
    throw new SnapshotError('bad value', `row of ${record.name}`);
  }
  return host;
}
