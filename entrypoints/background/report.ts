/** Chromium's answer to a worker whose process is gone: what it was at is owed, and done by the next. */
const ENDED = 'No SW';

/** Writes down what went wrong in the background, for whoever looks for it. */
export function report(error: unknown): void {
  if (error instanceof Error && error.message === ENDED) console.debug(error);
  else console.error(error);
}

/** What was asked for; null where it failed, which is reported: the rest is shown all the same. */
export async function orNull<Asked>(asked: Promise<Asked>): Promise<Asked | null> {
  try {
    return await asked;
  } catch (error) {
    report(error);
    return null;
  }
}
