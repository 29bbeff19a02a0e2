import browser from 'webextension-polyfill';
import { forgetDeleted, removeBefore } from '../../utils/history/remove.ts';
import { removeEdgesBefore } from '../../utils/history/remove-edges.ts';
import { readSettings } from '../../utils/settings/store.ts';
import { dropAccounts } from './known-accounts.ts';
import { flagReader, history } from './recorder.ts';
import { report } from './report.ts';
import { forgetNoted } from './trail.ts';

const ALARM = 'retention';
const DAY = 24 * 60 * 60 * 1000;

/**
 * Removes flags past their retention once a day, ends the undo of deletions, and rids the index of what is gone;
 * says what it removed.
 */
export function keepRetention(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void runRetention().catch(report);
  });
  void beginRetention().catch(report);
}

async function beginRetention(): Promise<void> {
  const alarm = await browser.alarms.get(ALARM);
  if (!alarm) await browser.alarms.create(ALARM, { delayInMinutes: 1, periodInMinutes: 24 * 60 });
}

async function runRetention(): Promise<void> {
  const database = await history();
  const { retentionDays } = await readSettings();
  await forgetDeleted(database);
  const before = new Date(Date.now() - retentionDays * DAY).toISOString();
  const flags = await removeBefore(database, before);
  await removeEdgesBefore(database, before);
  await dropAccounts(({ day }) => day < before.slice(0, 10));
  forgetNoted();
  await (await flagReader()).tidy(true);
  if (flags === 0) return;
  const run = { at: new Date().toISOString(), flags, days: retentionDays };
  await browser.storage.local.set({ retention: run });
}
