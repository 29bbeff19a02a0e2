import browser from 'webextension-polyfill';
import { removeBefore } from '../../utils/history/remove.ts';
import { removeEdgesBefore } from '../../utils/history/remove-edges.ts';
import { readSettings } from '../../utils/settings/store.ts';
import { dropKeptForPages } from './kept-for-pages.ts';
import { dropAccounts } from './known-accounts.ts';
import { flagReader, history } from './recorder.ts';
import { report } from './report.ts';
import { forgetNoted } from './trail.ts';

const ALARM = 'retention';
const DAY = 24 * 60 * 60 * 1000;

/**
 * Removes flags past their retention once a day and says what it removed, and rids the index of what is gone. What is
 * kept for pages goes then too, and at the browser's start.
 */
export function keepRetention(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== ALARM) return;
    void runRetention().catch(report);
    dropKeptForPages('later');
  });
  browser.runtime.onStartup.addListener(() => dropKeptForPages('at the start'));
  void beginRetention().catch(report);
}

async function beginRetention(): Promise<void> {
  const alarm = await browser.alarms.get(ALARM);
  if (!alarm) await browser.alarms.create(ALARM, { delayInMinutes: 1, periodInMinutes: 24 * 60 });
}

async function runRetention(): Promise<void> {
  const database = await history();
  const { retentionDays } = await readSettings();
  const before = new Date(Date.now() - retentionDays * DAY).toISOString();
  const flags = await removeBefore(database, before);
  await removeEdgesBefore(database, before);
  forgetNoted();
  // Those of a store that is full go at the next run.
  await dropAccounts(({ day }) => day < before.slice(0, 10)).catch(report);
  await (await flagReader()).tidy(true);
  if (flags === 0) return;
  const run = { at: new Date().toISOString(), flags, days: retentionDays };
  await browser.storage.local.set({ retention: run });
}
