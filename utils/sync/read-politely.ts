import type { Reading } from '../list/reading.ts';

/** Work between two pauses, in milliseconds: a page that waits for its verdict does not notice. */
const SLICE = 8;

/** Drives a long reading of a snapshot in memory, letting others go first every few milliseconds. */
export async function readPolitely<Result>(
  file: Uint8Array,
  reading: Reading<Result>,
  pause: () => Promise<void>,
): Promise<Result> {
  let since = performance.now();
  let step = reading.next();
  while (!step.done) {
    if (performance.now() - since > SLICE) {
      await pause();
      since = performance.now();
    }
    step = reading.next(file.subarray(step.value.from, step.value.to));
  }
  return step.value;
}
