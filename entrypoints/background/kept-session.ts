import browser from 'webextension-polyfill';
import { TAB_KEY } from '../../utils/settings/stored-keys.ts';
import { report } from './report.ts';
import type { Session } from './tab-state.ts';

/**
 * Keeps parts of the session for the next worker, with all that is due soon. What is asked for while a write is under
 * way goes with the one that follows it, and so does what could not be kept: that stops nothing of this worker's.
 */
export function keep(state: Session, ...keys: KeptKey[]): Promise<void> {
  clearTimeout(held);
  held = undefined;
  for (const key of keys) due.add(key);
  if (next) return next;
  if (due.size === 0) return writing;
  writing = writing.then(async () => {
    next = null;
    const now = [...due];
    due.clear();
    for (const key of await unwritten(state, now)) due.add(key);
  });
  next = writing;
  return writing;
}

/**
 * Keeps them within a quarter of a second, in one write with all else that is due by then. Each write is work of the
 * browser too; the eight of a navigation took half of what Firefox loaded a light page later with Ensign.
 */
export function keepSoon(state: Session, ...keys: KeptKey[]): void {
  for (const key of keys) due.add(key);
  held ??= setTimeout(() => void keep(state), HELD_MS);
}

/** What one tab shows, or that it is gone: kept for the next worker and for the popup's first drawing. */
export function tabKey(tabId: number): KeptKey {
  return `${TAB_KEY}${tabId}`;
}

/** A tab that was closed: nothing of it is asked for again. */
export async function forgetTab(state: Session, tabId: number): Promise<void> {
  const warned = tabId in state.warnings;
  delete state.tabs[tabId];
  delete state.warnings[tabId];
  await keep(state, tabKey(tabId), ...(warned ? (['warnings'] as const) : []));
}

type KeptWhole = Exclude<keyof Session, 'tabs' | 'inherited' | 'resumed'>;
type KeptKey = KeptWhole | `${typeof TAB_KEY}${number}`;

/** A worker is stopped after half a minute without events, never so soon after one. */
const HELD_MS = 250;
let held: ReturnType<typeof setTimeout> | undefined;

const due = new Set<KeptKey>();
let writing: Promise<void> = Promise.resolve();
let next: Promise<void> | null = null;

/** Writes them; what cannot be kept (a full store) does not take along what can. @returns what was not written */
async function unwritten(state: Session, keys: KeptKey[]): Promise<KeptKey[]> {
  try {
    await writeNow(state, keys);
    return [];
  } catch (cause) {
    if (keys.length > 1) return (await Promise.all(keys.map((key) => unwritten(state, [key])))).flat();
    report(cause);
    return keys;
  }
}

async function writeNow(state: Session, keys: KeptKey[]): Promise<void> {
  const values = keys.map((key) => [key, keptValue(state, key)] as const);
  const gone = values.filter(([, value]) => value === undefined).map(([key]) => key);
  const whole = values.filter(([, value]) => value !== undefined);
  await Promise.all([
    whole.length > 0 && browser.storage.session.set(Object.fromEntries(whole)),
    gone.length > 0 && browser.storage.session.remove(gone),
  ]);
}

function keptValue(state: Session, key: KeptKey): unknown {
  return key.startsWith(TAB_KEY) ? state.tabs[key.slice(TAB_KEY.length)] : state[key as KeptWhole];
}
