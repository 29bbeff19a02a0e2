import browser from 'webextension-polyfill';
import type { SourceFault } from '../../components/models/list.ts';
import { readTrustedKeys } from '../../utils/list/signature.ts';
import { changeSettings, onSettings } from '../../utils/settings/store.ts';
import { onEnrolment, pinnedList } from '../../utils/study/enrolment-store.ts';
import { floorsOf } from '../../utils/sync/floor.ts';
import { parseListAddress } from '../../utils/sync/list-address.ts';
import { isSuccess, type SyncOutcome } from '../../utils/sync/outcome.ts';
import { dueAt } from '../../utils/sync/schedule.ts';
import { outcomeOf, sync } from '../../utils/sync/sync.ts';
import type { SyncRecord } from '../../utils/sync/sync-record.ts';
import { takeFiles } from '../../utils/sync/take-files.ts';
import { engine, mendEngine, reloadEngine } from './engine.ts';
import { leavePinned, listIsPinned } from './list-choice.ts';
import { PASSING } from './list-loader.ts';
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
  const noneLeft = await leavePinned().catch(toldAlready);
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

async function wakeUnpinned(): Promise<void> {
  if ((await pinnedList()) === null) await wakeUp();
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
