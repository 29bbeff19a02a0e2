import browser from 'webextension-polyfill';
import type { SourceFault } from '../../components/models/list.ts';
import { sha256 as hashOf, readTrustedKeys } from '../../utils/list/signature.ts';
import { changeSettings, onSettings } from '../../utils/settings/store.ts';
import { onEnrolment, pinnedList } from '../../utils/study/enrolment-store.ts';
import { endPin } from '../../utils/sync/end-pin.ts';
import { floorsOf } from '../../utils/sync/floor.ts';
import { type GoBackOutcome, goBack } from '../../utils/sync/go-back.ts';
import { parseListAddress } from '../../utils/sync/list-address.ts';
import { isSuccess, type SyncOutcome } from '../../utils/sync/outcome.ts';
import { dueAt } from '../../utils/sync/schedule.ts';
import { outcomeOf, sync } from '../../utils/sync/sync.ts';
import type { SyncRecord } from '../../utils/sync/sync-record.ts';
import { takeFiles } from '../../utils/sync/take-files.ts';
import { engine, mendEngine, reloadEngine } from './engine.ts';
import { newQueue } from './in-order.ts';
import { PASSING } from './list-loader.ts';
import { listIsPinned } from './list-pin.ts';
import { memory, ports } from './list-ports.ts';
import { begunSource } from './list-record.ts';
import { type CurrentSource, currentSource } from './list-source.ts';
import { report } from './report.ts';
import { noteProgress } from './sync-progress.ts';

export const SYNC_ALARM = 'list-sync';
/** Alarms nearer than this to the instant wanted are left as they are. */
const ALARM_SLACK = 60_000;
/** How soon it is tried again what nobody could try, or what failed on this device. */
const SOON = 5 * 60_000;
/** How many sources, each set while the one before was asked, are asked in a row; the next waits for the alarm. */
const IN_A_ROW = 3;
/** Chromium ends a worker after 30 s without a call of an extension API. */
const HEARTBEAT = 20_000;

/**
 * Keeps the list current: at every start and alarm the stored schedule is compared with the clock, so neither
 * sleep nor a lost alarm matters. Must be called synchronously at worker start.
 */
export function keepListCurrent(): void {
  const wake = () => void wakeUp().catch(wakeSoon);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === SYNC_ALARM) wake();
  });
  browser.runtime.onStartup.addListener(wake);
  browser.runtime.onInstalled.addListener(wake);
  onEnrolment(() => void wakeUnpinned().catch(wakeSoon));
  onSettings(wake);
  wake();
}

async function wakeUp(turns = IN_A_ROW): Promise<void> {
  const { source, record } = await begunSource();
  const asks = source.address !== '' && source.trusted.length > 0;
  if (!asks) await browser.alarms.clear(SYNC_ALARM);
  // Where no list was ever accepted none was put aside, and the store need not be opened, which takes room.
  if (!asks && floorsOf(record).length === 0) return;
  await mendEngine();
  const noneLeft = await unpinning(leavePinned).catch(toldAlready);
  if (asks) await askWhenDue(turns);
  if (!noneLeft) await setAlarm(Date.now() + SOON);
}

/** By the queue that it failed in. */
const toldAlready = (): boolean => false;

/** Alarms are for once: a wake that fails before it set the next is not to be the last. */
async function wakeSoon(error: unknown): Promise<void> {
  report(error);
  await setAlarm(Date.now() + SOON).catch(report);
}

async function askWhenDue(turns: number): Promise<void> {
  if (await listIsPinned()) return;
  // Read now: another wake may have asked meanwhile.
  if (dueAt(await urgent(await memory.read()), Date.now()) > Date.now()) return setAlarm();
  if (!navigator.onLine) return setAlarm(Date.now() + SOON);
  await ask(turns);
}

/** A stored list that does not serve though the store was read anew is asked for at once, where no host failed before. */
async function urgent(record: SyncRecord): Promise<SyncRecord['schedule']> {
  const { trouble } = await engine();
  const repair = trouble === 'store emptied' || PASSING.has(trouble);
  const retry = repair && record.schedule.failures === 0 && record.schedule.lastSuccessAt !== null;
  return retry ? { ...record.schedule, notBefore: null } : record.schedule;
}

/** Asks for the list now. */
export function updateList(): Promise<SyncOutcome> {
  return ask(IN_A_ROW);
}

/** @param turns how many sources, this one included, are asked in a row */
async function ask(turns: number): Promise<SyncOutcome> {
  const source = await currentSource();
  const heartbeat = setInterval(() => void browser.runtime.getPlatformInfo(), HEARTBEAT);
  try {
    const outcome = await outcomeOf(async () => {
      await begunSource();
      return sync(ports, { ...source, keys: source.trusted });
    });
    return await serveAfter(outcome);
  } finally {
    clearInterval(heartbeat);
    noteProgress(null);
    await setAlarm().catch(wakeSoon);
    // Not waited for: whoever asked is answered for what was asked.
    void askOther(source, turns - 1).catch(wakeSoon);
  }
}

/** Asks the source that was set while another was asked: its own wake found the lists held. */
async function askOther(asked: CurrentSource, turns: number): Promise<void> {
  if ((await currentSource()).name === asked.name) return;
  if (turns > 0) await wakeUp(turns);
  else await setAlarm(Date.now());
}

/** What is stored anew serves; so does what could not be read before, where all is well by the host's answer. */
async function serveAfter(outcome: SyncOutcome): Promise<SyncOutcome> {
  if (outcome.kind.startsWith('updated')) await reloadEngine();
  else if (isSuccess(outcome)) await mendEngine().catch(report);
  return outcome;
}

/** One alarm at the instant that is due; an alarm that is already there is not replaced by the like. */
async function setAlarm(at?: number): Promise<void> {
  const now = Date.now();
  const when = Math.max(at ?? dueAt((await memory.read()).schedule, now), now + ALARM_SLACK);
  const alarm = await browser.alarms.get(SYNC_ALARM);
  if (alarm && alarm.scheduledTime > now && Math.abs(alarm.scheduledTime - when) <= ALARM_SLACK) return;
  browser.alarms.create(SYNC_ALARM, { when });
}

/** Takes the signed list whose files a surface left in the store. */
export async function takeListFiles(): Promise<SyncOutcome> {
  const source = await currentSource();
  return serveAfter(await takeFiles(ports, { ...source, keys: source.trusted }));
}

/** Puts an earlier list that is kept here in use; null for the bundled one. */
export async function goBackTo(sha256: string | null, by: 'user' | 'study' = 'user'): Promise<GoBackOutcome> {
  const outcome = await goBack(ports, sha256, by);
  if (outcome === 'done') await reloadEngine();
  return outcome;
}

/**
 * Puts the list that a study pins in use, where it is kept here or bundled; where it cannot serve, under a key that is
 * trusted no more or broken, what served before goes on.
 * @returns whether it is in use now
 */
export async function pinList({ version, sha256 }: { version: number; sha256: string }): Promise<boolean> {
  if ((await engine()).sha256 === sha256) return true;
  const outcome = await goBackTo(sha256, 'study');
  if (outcome === 'not kept' && (await isBundled({ version, sha256 }))) await goBackTo(null, 'study');
  const isInUse = (await engine()).sha256 === sha256;
  if (!isInUse && (await endPin(ports))) await reloadEngine();
  return isInUse;
}

async function wakeUnpinned(): Promise<void> {
  if ((await pinnedList()) === null) await wakeUp();
}

const unpinning = newQueue();

/**
 * Once no study pins a list any more, what served before it serves again and is kept current.
 * @returns whether no pin is left; false while other work holds the lists
 */
async function leavePinned(): Promise<boolean> {
  if (!(await isLeft())) return true;
  await endPin(ports);
  await reloadEngine();
  return !(await isLeft());
}

/** Whether a pin holds though no study pins a list. */
async function isLeft(): Promise<boolean> {
  return (await engine()).byPin && (await pinnedList()) === null;
}

/** Whether this is the list that ships with the extension; its bytes are read only where the version is its own. */
async function isBundled(list: { version: number; sha256: string }): Promise<boolean> {
  const { version, bytes } = ports.bundled;
  return list.version === version && list.sha256 === (await hashOf(new Uint8Array(await bytes())));
}

/**
 * Sets where the list comes from and whose signature is believed; null is what the extension was built with.
 * What follows from it, a sync included, is not waited for.
 * @returns why it was not set, or null
 */
export async function setListSource(change: {
  address?: string | null | undefined;
  keys?: string[] | null | undefined;
}): Promise<SourceFault | null> {
  const { locked } = await currentSource();
  const { address, keys } = change;
  if ((address !== undefined && locked.address) || (keys !== undefined && locked.keys))
    return 'set by policy';
  const read = address ? parseListAddress(address) : { address };
  if ('fault' in read) return read.fault;
  const trusted = readTrustedKeys(keys ?? []);
  if (typeof trusted === 'string') return trusted;
  await changeSettings(() => ({
    ...(address === undefined ? {} : { listAddress: read.address ?? null }),
    ...(keys === undefined ? {} : { listKeys: keys }),
  }));
  await begunSource().catch(wakeSoon);
  return null;
}
