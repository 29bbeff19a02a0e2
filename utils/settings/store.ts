import browser from 'webextension-polyfill';
import { applyPolicy, type Policy } from './policy.ts';
import { readPolicy } from './policy-store.ts';
import { parseSettings, type Settings } from './settings.ts';
import { POLICY_KEY, SETTINGS_KEY } from './stored-keys.ts';

/** What the user chose, what policy says, and what is in force of both. */
export interface InForce {
  chosen: Settings;
  policy: Policy;
  settings: Settings;
}

let current: Promise<InForce> | null = null;
let following = false;

/** Settings and policy. Read once a context, then followed. */
export function readInForce(): Promise<InForce> {
  if (!following) {
    following = true;
    onChange(() => {
      current = null;
    });
  }
  if (current) return current;
  const reading = readAnew();
  current = reading;
  // What could not be read is read again by the next who asks.
  reading.catch(() => {
    if (current === reading) current = null;
  });
  return reading;
}

/** The settings in force, policy applied. */
export async function readSettings(): Promise<Settings> {
  return (await readInForce()).settings;
}

async function readAnew(): Promise<InForce> {
  const [chosen, policy] = await Promise.all([readChosen(), readPolicy()]);
  return { chosen, policy, settings: applyPolicy(chosen, policy) };
}

async function readChosen(): Promise<Settings> {
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
    current = null;
  });
  return readSettings();
}

/** Calls back with the settings in force whenever they or the policy change; returns the way to stop. */
export function onSettings(
  listener: (settings: Settings) => void,
  onError: (error: unknown) => void = console.error,
): () => void {
  return onChange(() => {
    current = null;
    void readSettings().then(listener, onError);
  });
}

function onChange(listener: () => void): () => void {
  const heard = (changes: Record<string, browser.Storage.StorageChange>, area: string) => {
    const stored = area === 'local' && (SETTINGS_KEY in changes || POLICY_KEY in changes);
    if (area === 'managed' || stored) listener();
  };
  browser.storage.onChanged.addListener(heard);
  return () => browser.storage.onChanged.removeListener(heard);
}
