import { StoreError } from './list-database.ts';
import { isAlarming, isNoTry, isSuccess, Refusal, type SyncOutcome } from './outcome.ts';
import type { SyncPorts } from './ports.ts';
import { pull } from './pull.ts';
import { rememberTry } from './remember.ts';
import { afterTry, beganTry } from './schedule.ts';
import { EMPTY_STATE, type Floor, type StoreState } from './stored-list.ts';
import type { SyncRecord } from './sync-record.ts';
import type { SyncSource } from './sync-source.ts';

/**
 * One try at the list. Whatever comes of it, a whole list serves: the one before, or a verified newer one.
 * A source that is not the record's is not asked. Never throws for what host, network or store do.
 */
export async function sync(ports: SyncPorts, source: SyncSource): Promise<SyncOutcome> {
  if (source.address === '') return { kind: 'no address set' };
  if (source.keys.length === 0) return { kind: 'no key set' };
  const outcome = await ports.alone(async () => {
    let floor: Floor | null = null;
    const result = await outcomeOf(async () => {
      const record = await begin(ports, source);
      if (record.source !== source.name) return { kind: 'busy' };
      const pulled = await pull(ports, source, await readState(ports), record);
      floor = pulled.floor;
      return pulled.outcome;
    });
    const unremembered = await outcomeOf(async () => {
      await rememberTry(ports, source, floor, (record) => recordTry(ports, source, record, result));
      return result;
    });
    // A list that is stored serves, whether or not it can be noted when it came.
    return isSuccess(result) ? result : unremembered;
  });
  return outcome ?? { kind: 'busy' };
}

/**
 * Notes that a try begins: a worker killed in the middle is not to try again at every start. Where nothing more can be
 * remembered nothing is fetched either.
 * @throws {StoreError}
 */
function begin(ports: SyncPorts, source: SyncSource): Promise<SyncRecord> {
  return rememberTry(ports, source, null, (record) => ({
    ...record,
    schedule: beganTry(record.schedule, ports.now()),
  }));
}

/** Runs work that ends in an outcome, and names what else it can end in. */
export async function outcomeOf(work: () => Promise<SyncOutcome>): Promise<SyncOutcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return error.outcome;
    if (error instanceof StoreError)
      return { kind: 'storage failed', fault: error.fault, detail: error.innermost };
    throw error;
  }
}

/**
 * The store's state; one that cannot be read is rebuilt, one of a later Ensign left alone before anything is fetched.
 * It is read twice before that: a later Ensign that opens the store meanwhile cuts a reading off.
 */
export async function readState({ store }: SyncPorts): Promise<StoreState> {
  for (const last of [false, true]) {
    try {
      return (await store.contents()).state;
    } catch (error) {
      if (!(error instanceof StoreError) || error.fault !== 'unreadable') throw error;
      if (last) await store.rebuild();
    }
  }
  return EMPTY_STATE;
}

/** What is to be remembered of a try. */
export function recordTry(
  ports: SyncPorts,
  source: SyncSource,
  record: SyncRecord,
  outcome: SyncOutcome,
): SyncRecord {
  if (isNoTry(outcome)) return record;
  const now = ports.now();
  const ok = isSuccess(outcome);
  const retryAfterMs = outcome.kind === 'host error' ? outcome.retryAfterMs : null;
  const result = ok ? ({ ok } as const) : ({ ok, retryAfterMs } as const);
  const lastTry = { at: new Date(now).toISOString(), outcome };
  const kept = ok ? null : record.alert;
  return {
    ...record,
    schedule: afterTry(record.schedule, now, result, source.intervalMs, ports.random()),
    lastTry,
    alert: isAlarming(outcome) ? lastTry : kept,
  };
}
