import browser from 'webextension-polyfill';
import { report } from './report.ts';

/**
 * What is kept is none of the scripts' that are put into pages: a renderer that was taken over could read it as they
 * could. Firefox has no such bound for it.
 */
export function closeStorageToPages(): void {
  const local = browser.storage.local as typeof browser.storage.local & {
    setAccessLevel?(bound: { accessLevel: 'TRUSTED_CONTEXTS' }): Promise<void>;
  };
  void local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(report);
}
