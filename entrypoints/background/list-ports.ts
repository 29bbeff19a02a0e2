import browser from 'webextension-polyfill';
import { PACE } from '../../utils/sync/limits.ts';
import { listStore } from '../../utils/sync/list-store.ts';
import type { SyncPorts } from '../../utils/sync/ports.ts';
import { NO_RECORD, type SyncMemory, type SyncRecord } from '../../utils/sync/sync-record.ts';
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
};

export const store = listStore();

export async function bundledBytes(): Promise<ArrayBuffer> {
  const response = await fetch(browser.runtime.getURL('/list/bundled.bin'));
  return response.arrayBuffer();
}

/** The outside, as the worker has it. */
export const ports: SyncPorts = {
  fetch: (url, init) => fetch(url, init),
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
