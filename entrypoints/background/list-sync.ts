import browser from 'webextension-polyfill';
import type { SourceFault } from '../../components/models/list.ts';
import { sha256 as hashOf, readTrustedKeys } from '../../utils/list/signature.ts';
import { changeSettings, onSettings } from '../../utils/settings/store.ts';
import { onEnrolment, pinnedList } from '../../utils/study/enrolment-store.ts';
import { endPin } from '../../utils/sync/end-pin.ts';
import { floorsOf } from '../../utils/sync/floor.ts';
import { type GoBackOutcome, goBack } from '../../utils/sync/go-back.ts';
import { parseListAddress } from '../../utils/sync/list-address.ts';
import type { SyncOutcome } from '../../utils/sync/outcome.ts';
import { dueAt } from '../../utils/sync/schedule.ts';
import { sync } from '../../utils/sync/sync.ts';
import { NO_RECORD, type SyncRecord } from '../../utils/sync/sync-record.ts';
import { takeFiles } from '../../utils/sync/take-files.ts';
import { engine, reloadEngine } from './engine.ts';
import { newQueue } from './in-order.ts';
import { listIsPinned } from './list-pin.ts';
import { memory, ports } from './list-ports.ts';
import { type CurrentSource, currentSource } from './list-source.ts';
import { report } from './report.ts';
import { noteProgress } from './sync-progress.ts';

export const SYNC_ALARM = 'list-sync';
/** Alarms nearer than this to the instant wanted are left as they are. */
const ALARM_SLACK = 60_000;
const OFFLINE_WAIT = 5 * 60_000;
/** Chromium ends a worker after 30 s without a call of an extension API. */
const HEARTBEAT = 20_000;

/**
 * Keeps the list current: at every start and alarm the stored schedule is compared with the clock, so neither
 * sleep nor a lost alarm matters. Must be called synchronously at worker start.
 */
export function keepListCurrent(): void {
  const wake = () => void wakeUp().catch(report);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === SYNC_ALARM) wake();
  });
  browser.runtime.onStartup.addListener(wake);
  browser.runtime.onInstalled.addListener(wake);
  const unpin = () => void leavePinned().catch(report);
  onEnrolment(unpin);
  browser.runtime.onStartup.addListener(unpin);
  onSettings(wake);
  wake();
}

async function wakeUp(): Promise<void> {
  const source = await currentSource();
  const record = await recordFor(source);
  if (source.address === '' || source.trusted.length === 0) {
    await browser.alarms.clear(SYNC_ALARM);
    return;
  }
  if (await listIsPinned()) return;
  if (dueAt(await urgent(record), Date.now()) > Date.now()) return setAlarm();
  if (!navigator.onLine) return setAlarm(Date.now() + OFFLINE_WAIT);
  await updateList();
}

const beginning = newQueue();

/** The record of this source's tries, begun by one asker at a time: a second would wipe out a sync of the first. */
function recordFor(source: CurrentSource): Promise<SyncRecord> {
  return beginning(() => recordOf(source));
}

/** Another address or other keys begin anew. The floors outlive both. */
async function recordOf(source: CurrentSource): Promise<SyncRecord> {
  const record = await memory.read();
  const key = [source.address, ...source.keys].join(' ');
  if (record.source === key) return record;
  const { floor, otherFloors } = record;
  const begun = { ...NO_RECORD, floor, otherFloors, source: key };
  await memory.write(begun);
  if (record.source !== null) await reloadEngine();
  return begun;
}

/** A stored list that no longer serves is asked for again at once, unless the host was failing before. */
async function urgent(record: SyncRecord): Promise<SyncRecord['schedule']> {
  const { trouble } = await engine();
  const repair =
    trouble === 'store emptied' || trouble === 'stored list broken' || trouble === 'store unreadable';
  const retry = repair && record.schedule.failures === 0 && record.schedule.lastSuccessAt !== null;
  return retry ? { ...record.schedule, notBefore: null } : record.schedule;
}

/** Asks for the list now. */
export async function updateList(): Promise<SyncOutcome> {
  const source = await currentSource();
  const heartbeat = setInterval(() => void browser.runtime.getPlatformInfo(), HEARTBEAT);
  try {
    const outcome = await sync(ports, { ...source, keys: source.trusted });
    if (outcome.kind.startsWith('updated')) await reloadEngine();
    return outcome;
  } finally {
    clearInterval(heartbeat);
    noteProgress(null);
    await setAlarm();
  }
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
  const outcome = await takeFiles(ports, { ...source, keys: source.trusted });
  if (outcome.kind.startsWith('updated')) await reloadEngine();
  return outcome;
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

/** Once no study pins a list any more, what served before it serves again and is kept current. */
async function leavePinned(): Promise<void> {
  // Where no list was ever accepted none was put aside, and the store need not be opened, which takes room.
  if ((await pinnedList()) !== null || floorsOf(await memory.read()).length === 0) return;
  await endPin(ports);
  // One that served without having been put in another's place may be older than the bundled one.
  await reloadEngine();
  await wakeUp();
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
  await recordFor(await currentSource());
  return null;
}
