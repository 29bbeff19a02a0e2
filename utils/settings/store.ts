import browser from 'webextension-polyfill';
import { parseSettings, type Settings } from './settings.ts';

const KEY = 'settings';

export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return parseSettings(stored[KEY]);
}

/** Changes some settings; two changes at once both land, one after the other. */
export async function changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<Settings> {
  return navigator.locks.request('ensign-settings', async () => {
    const settings = await readSettings();
    const next = parseSettings({ ...settings, ...change(settings) });
    await browser.storage.local.set({ [KEY]: next });
    return next;
  });
}

/** Calls back with the new settings whenever they change anywhere; returns the way to stop. */
export function onSettings(listener: (settings: Settings) => void): () => void {
  const heard = (changes: Record<string, browser.Storage.StorageChange>, area: string) => {
    if (area === 'local' && KEY in changes) listener(parseSettings(changes[KEY]?.newValue));
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}
