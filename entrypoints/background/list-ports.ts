import browser from 'webextension-polyfill';
import { PACE } from '../../utils/sync/limits.ts';
import { listStore } from '../../utils/sync/list-store.ts';
import type { SyncPorts } from '../../utils/sync/ports.ts';
import { NO_RECORD, type SyncMemory, type SyncRecord } from '../../utils/sync/sync-record.ts';
import { newQueue } from './in-order.ts';
import { BUNDLED_VERSION } from './list-build.ts';
import { whyUnfit } from './lookalike-tables.ts';
import { noteProgress } from './sync-progress.ts';

const RECORD = 'listSync';

export const memory: SyncMemory = {
  async read() {
    const stored = (await browser.storage.local.get(RECORD))[RECORD] as Partial<SyncRecord> | undefined;
    return { ...NO_RECORD, ...stored };
  },
  write: (record) => browser.storage.local.set({ [RECORD]: record }),
  inTurn: newQueue(),
};

export const store = listStore();

export async function bundledBytes(): Promise<ArrayBuffer> {
  const response = await fetch(browser.runtime.getURL('/list/bundled.bin'));
  return response.arrayBuffer();
}

/** The outside, as the worker has it. */
export const ports: SyncPorts = {
  fetch: fetchAllowed,
  now: () => Date.now(),
  random: () => Math.random(),
  store,
  memory,
  bundled: { version: BUNDLED_VERSION, bytes: bundledBytes },
  alone: <Result>(work: () => Promise<Result>) =>
    navigator.locks.request('ensign-list', { ifAvailable: true }, (lock) =>
      lock ? work() : Promise.resolve(null),
    ) as Promise<Result | null>,
  whyUnfit,
  pace: PACE,
  onProgress: noteProgress,
  pause: () => new Promise((done) => setTimeout(done, 0)),
};

/**
 * Without access to its site Firefox would name the asker to the list's host: as the origin of a request across sites
 * it sends the extension's own, which is another in each profile.
 */
async function fetchAllowed(url: string, init: RequestInit): Promise<Response> {
  const { protocol, hostname } = new URL(url);
  const allowed = await browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] });
  if (!allowed) throw new Error(`Ensign has no access to ${hostname}`);
  return fetch(url, init);
}
