import browser from 'webextension-polyfill';
import { parseSettings, type Settings } from './settings.ts';

const KEY = 'settings';

let current: Promise<Settings> | null = null;

/** The settings in force. Read once a context, then followed. */
export function readSettings(): Promise<Settings> {
  if (!current) {
    onSettings((settings) => {
      current = Promise.resolve(settings);
    });
    current = readStored();
  }
  return current;
}

async function readStored(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return parseSettings(stored[KEY]);
}

/** Changes some settings; two changes at once both land, one after the other. */
export async function changeSettings(change: (settings: Settings) => Partial<Settings>): Promise<Settings> {
  return navigator.locks.request('ensign-settings', async () => {
    const settings = await readStored();
    const next = parseSettings({ ...settings, ...change(settings) });
    await browser.storage.local.set({ [KEY]: next });
    current = Promise.resolve(next);
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
