import type { Page } from 'puppeteer-core';

/** What one visit cost. */
export interface Visit {
  /** Milliseconds from the start of the navigation to the end of its load event. */
  load: number;
  /** Milliseconds of the main thread of the page's process, until it has settled. */
  main: number;
  /** Bytes of the page's JavaScript heap after a collection; null where the browser does not tell. */
  heap: number | null;
}

/** A browser with one extension or none, and one tab. */
export interface BenchBrowser {
  visit(url: string): Promise<Visit>;
  /** Bytes of the extension's worker or event page after a collection; null where there is none, or none is told. */
  workerHeap(): Promise<number | null>;
  close(): Promise<void>;
}

/** The content script reads again once a page has been still for a while: until then its work is not done. */
export const SETTLED_MS = 1_500;
/** A person looks at a page before going on; what the one before still costs is no cost of the next. */
export const BETWEEN_MS = 400;

const LOAD = () => {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry && entry.loadEventEnd > 0 ? entry.loadEventEnd : null;
};

/** Waits for the load event; milliseconds to its end. */
export async function loaded(page: Page): Promise<number> {
  for (;;) {
    const load = await page.evaluate(LOAD).catch(() => null);
    if (load !== null) return load;
    await rest(20);
  }
}

export const rest = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
