/** Time and rest, handed in: a page's own clock in the browser, a counted one in tests. */
export interface Clock {
  /** Milliseconds, monotonic. */
  now(): number;
  /** Runs `task` after `ms`; the answer cancels it. */
  after(ms: number, task: () => void): () => void;
}

/** A slice ends here, well before the 10 ms that a frame can spare. */
export const SLICE_MS = 5;
/** All slices of one reading together. */
export const TOTAL_MS = 100;

export const pageClock: Clock = {
  now: () => performance.now(),
  after(ms, task) {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

/**
 * Runs `steps` in slices with rests between, until they end, fail or their time is up; then `done`. The answer stops
 * it, and then `done` is not called.
 */
export function runInSlices(steps: Iterator<void, void>, clock: Clock, done: () => void): () => void {
  let spent = 0;
  let cancel: (() => void) | null = null;
  const slice = (): void => {
    const start = clock.now();
    for (;;) {
      const ended = endsAt(steps);
      const elapsed = clock.now() - start;
      if (ended || spent + elapsed >= TOTAL_MS) {
        done();
        return;
      }
      if (elapsed >= SLICE_MS) {
        spent += elapsed;
        cancel = clock.after(0, slice);
        return;
      }
    }
  };
  slice();
  return () => cancel?.();
}

function endsAt(steps: Iterator<void, void>): boolean {
  try {
    return steps.next().done === true;
  } catch (error) {
    console.debug('the page was read up to here', error);
    return true;
  }
}
