import type { Browser, CDPSession } from 'puppeteer-core';
import type { Driver } from './driver.ts';

/** Memory of a JavaScript heap after a collection, in bytes, with what its array buffers hold outside it. */
export async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const usage = (await session.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    embedderHeapUsedSize?: number;
    backingStorageSize?: number;
  };
  return usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
}

/** The worker's memory; null where no worker runs, and in Firefox, which tells none. */
export async function workerHeap({ kind, page, origin }: Driver): Promise<number | null> {
  return kind === 'chromium' ? heapOfWorker(page.browser(), origin) : null;
}

/** The memory of the worker of Chromium's extension at this origin; null where none runs. */
export async function heapOfWorker(browser: Browser, origin: string): Promise<number | null> {
  const target = browser
    .targets()
    .find((one) => one.type() === 'service_worker' && one.url().startsWith(origin));
  if (!target) return null;
  const session = await target.createCDPSession();
  try {
    return await heapOf(session);
  } finally {
    await session.detach();
  }
}
