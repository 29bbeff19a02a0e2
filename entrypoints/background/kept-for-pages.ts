import browser from 'webextension-polyfill';
import { sweepExports } from '../../utils/export/export-file.ts';
import { originFolder } from '../../utils/export/origin-folder.ts';
import { forgetDeleted } from '../../utils/history/remove.ts';
import { EXPORTS_KEY } from '../../utils/settings/stored-keys.ts';
import { history } from './recorder.ts';
import { report } from './report.ts';

/** How long what was deleted can be brought back at least, while the browser runs. */
const UNDO_MS = 60 * 60 * 1000;

/**
 * Ends the undo of deletions and removes saved exports; where one cannot go, the other does. At the browser's start no
 * page is open that could ask for either; later the undo of what was deleted lately may be in sight.
 */
export function dropKeptForPages(when: 'at the start' | 'later'): void {
  void dropDeleted(when === 'later' ? UNDO_MS : 0).catch(report);
  void dropExports().catch(report);
}

async function dropDeleted(olderThanMs: number): Promise<void> {
  await forgetDeleted(await history(), new Date(Date.now() - olderThanMs).toISOString());
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
