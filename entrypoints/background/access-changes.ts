import browser from 'webextension-polyfill';
import { readSettings } from '../../utils/settings/store.ts';
import { sweepOpenTabs } from './events.ts';
import { readOpenPages } from './page-reading.ts';
import { history, recordCoverage } from './recorder.ts';
import { report } from './report.ts';

/** Follows what the user lets Ensign read. Pages that were open without access are found and read once it is given. */
export function listenToAccess(): void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(() => {
    void noteCoverage().catch(report);
    void sweepOpenTabs().catch(report);
    void readOpenPages().catch(report);
  });
  onRemoved.addListener(() => void noteCoverage().catch(report));
}

/** Notes whether recording goes on from here. */
export async function noteCoverage(): Promise<void> {
  await history();
  await recordCoverage(await readSettings());
}
