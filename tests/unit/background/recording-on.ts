import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import browser from 'webextension-polyfill';
import { deleteHistory } from '../../../entrypoints/background/options-model.ts';
import { changeSettings } from '../../../utils/settings/store.ts';
import { originFiles } from './origin-files.ts';

/** A worker that records into an empty history, in a browser that answers what recording asks. */
export async function recordingOn(): Promise<void> {
  vi.stubGlobal('navigator', {
    userAgent: 'Firefox/153.0',
    ...originFiles(new Set()),
  });
  vi.spyOn(browser.permissions, 'contains').mockResolvedValue(true);
  vi.spyOn(browser.scripting, 'executeScript').mockResolvedValue([]);
  vi.spyOn(browser.runtime, 'getPlatformInfo').mockResolvedValue({ os: 'linux', arch: 'x86-64' });
  vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: 'Ensign',
    version: '0.1.0',
  });
  // Files of tests share their worker, its databases and the history that it holds open.
  vi.stubGlobal('indexedDB', new IDBFactory());
  await deleteHistory();
  await changeSettings(() => ({ recording: 'on' }));
}
