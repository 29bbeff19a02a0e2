import browser from 'webextension-polyfill';
import { applyPolicy } from './policy.ts';
import { readPolicy } from './policy-store.ts';
import { parseSettings, type Settings } from './settings.ts';
import { POLICY_KEY, SETTINGS_KEY } from './stored-keys.ts';

let current: Promise<Settings> | null = null;

/** The settings in force, policy applied. Read once a context, then followed. */
export function readSettings(): Promise<Settings> {
  if (!current) {
    onChange(() => {
      current = readInForce();
    });
    current = readInForce();
  }
  return current;
}

async function readInForce(): Promise<Settings> {
  const [chosen, policy] = await Promise.all([readChosen(), readPolicy()]);
  return applyPolicy(chosen, policy);
}

/** What the user chose, whatever policy makes of it. */
export async function readChosen(): Promise<Settings> {
  const stored = await browser.storage.local.get(SETTINGS_KEY);
  return parseSettings(stored[SETTINGS_KEY]);
}

/**
 * Changes some of what the user chose; two changes at once both land, one after the other.
 * Answers the settings in force.
 */
export async function changeSettings(change: (chosen: Settings) => Partial<Settings>): Promise<Settings> {
  await navigator.locks.request('ensign-settings', async () => {
    const chosen = await readChosen();
    const next = parseSettings({ ...chosen, ...change(chosen) });
    await browser.storage.local.set({ [SETTINGS_KEY]: next });
    current = readInForce();
  });
  return readSettings();
}

/** Calls back with the settings in force whenever they or the policy change; returns the way to stop. */
export function onSettings(
  listener: (settings: Settings) => void,
  onError: (error: unknown) => void = console.error,
): () => void {
  return onChange(() => void readInForce().then(listener, onError));
}

function onChange(listener: () => void): () => void {
  const heard = (changes: Record<string, browser.Storage.StorageChange>, area: string) => {
    const stored = area === 'local' && (SETTINGS_KEY in changes || POLICY_KEY in changes);
    if (area === 'managed' || stored) listener();
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}
