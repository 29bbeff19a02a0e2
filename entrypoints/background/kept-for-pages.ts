import browser from 'webextension-polyfill';
import { sweepExports } from '../../utils/export/export-file.ts';
import { originFolder } from '../../utils/export/origin-folder.ts';
import { forgetDeleted } from '../../utils/history/remove.ts';
import { EXPORTS_KEY } from '../../utils/settings/stored-keys.ts';
import { history } from './recorder.ts';
import { report } from './report.ts';

/** Ends the undo of deletions, a day after them at most, and removes saved exports. Where one cannot go, the other does. */
export function dropKeptForPages(): void {
  void dropDeleted().catch(report);
  void dropExports().catch(report);
}

async function dropDeleted(): Promise<void> {
  const database = await history();
  if ((await database.count('deleted')) > 0) await forgetDeleted(database);
}

/**
 * Removes saved exports from the device. What an open page writes or offers stays as long as the page holds it. Where
 * nothing was exported the file system is not opened: that takes room, and a full disk may have no more.
 */
export async function dropExports(): Promise<void> {
  if (!(await browser.storage.local.get(EXPORTS_KEY))[EXPORTS_KEY]) return;
  const folder = await originFolder();
  await sweepExports(folder);
  if ((await folder.names()).length === 0) await browser.storage.local.remove(EXPORTS_KEY);
}
