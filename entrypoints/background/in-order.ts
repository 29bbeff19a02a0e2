import { report } from './report.ts';

/** Longer than any work takes; an answer of the browser's that never comes must not hold up all that follows. */
const PATIENCE_MS = 20_000;

type InOrder = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Runs work strictly in the order it came in; one failure does not stop what follows. */
export const inOrder: InOrder = newQueue();
/** Warnings have a queue of their own: they must not wait for what earlier pages are still owed. */
export const warnInOrder: InOrder = newQueue();

/** A queue of its own, for work that waits for nothing else. */
export function newQueue(): InOrder {
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    const before = last;
    const done = before.then(work);
    last = before.then(() => patient(done)).catch(report);
    return done;
  };
}

async function patient(work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => fail(new Error('work was left undone')), PATIENCE_MS);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
