import type { ListStatus } from '../../../components/models/list.ts';
import { writePublicKey } from '../../../utils/list/minisign.ts';
import type { SyncOutcome } from '../../../utils/sync/outcome.ts';
import { KEY } from '../../unit/sync/publisher.ts';
import { until } from '../harness/arrive.ts';
import type { Driver } from '../harness/driver.ts';
import { ADDRESS, ONLY_FETCHED } from './list-host.ts';

interface Api {
  runtime: { sendMessage(message: object): Promise<{ ok?: unknown; refused?: string } | undefined> };
  storage: {
    local: { get(key: string): Promise<Record<string, unknown>>; set(items: object): Promise<void> };
  };
  alarms: {
    get(name: string): Promise<{ scheduledTime: number } | undefined>;
    clear(name: string): Promise<boolean>;
  };
}
export type Globals = { browser?: Api; chrome: Api };

export const KEY_TEXT = writePublicKey(KEY).trim().split('\n').at(-1)!;

/** Sends a message as the extension's own pages do. @throws where it is refused */
export async function send<Answer>(driver: Driver, kind: string, payload: object = {}): Promise<Answer> {
  const reply = await driver.inExtension(
    (name, body) => {
      const { browser, chrome } = globalThis as unknown as Globals;
      return (browser ?? chrome).runtime.sendMessage({ kind: name, payload: body });
    },
    kind,
    payload,
  );
  if (!reply || !('ok' in reply || reply.refused === undefined))
    throw new Error(`${kind}: ${reply?.refused}`);
  return reply.ok as Answer;
}

export async function status(driver: Driver): Promise<ListStatus> {
  const { list } = await send<{ list: ListStatus }>(driver, 'options');
  return list;
}

/** Asks for an update once no other is under way, and answers how it ended. */
export function update(driver: Driver): Promise<SyncOutcome> {
  return until(async () => {
    const outcome = await updateAtOnce(driver);
    return outcome.kind === 'busy' ? null : outcome;
  }, 'an update');
}

export function updateAtOnce(driver: Driver): Promise<SyncOutcome> {
  return send<SyncOutcome>(driver, 'updateList');
}

/** Sets the list's address and key, and waits for the version that is on the host and for the end of the sync. */
export async function follow(driver: Driver, version: number): Promise<void> {
  const fault = await send(driver, 'setListSource', { address: ADDRESS, keys: [KEY_TEXT] });
  if (fault) throw new Error(String(fault));
  await serves(driver, version);
  await until(async () => {
    const { lastTry, underWay, nextTry } = await status(driver);
    return lastTry && !underWay && nextTry;
  }, 'the end of the sync');
}

/** Waits until a version is in use. */
export async function serves(driver: Driver, version: number): Promise<ListStatus> {
  return until(async () => {
    const list = await status(driver);
    return list.inUse.version === version && list.origin !== 'bundled' ? list : null;
  }, `version ${version}`);
}

/** What the extension says of the name that only fetched lists have. */
export async function verdict(driver: Driver, address = ONLY_FETCHED): Promise<string> {
  const { page } = await send<{ page: { state: string } }>(driver, 'check', { address });
  return page.state;
}

/**
 * Changes what is remembered of syncing, as time without a worker would have: one that still wakes up would begin a try
 * that has become due, and a try that is cut off is not made again soon.
 */
export async function changeRecord(driver: Driver, schedule: object): Promise<void> {
  await driver.killWorker();
  await driver.inExtension(async (change) => {
    const { browser, chrome } = globalThis as unknown as Globals;
    const { local } = (browser ?? chrome).storage;
    const { listSync } = (await local.get('listSync')) as { listSync: { schedule: object } };
    await local.set({ listSync: { ...listSync, schedule: { ...listSync.schedule, ...change } } });
  }, schedule);
}
