import { afterAll, afterEach } from 'vitest';
import { atWorkerEnd } from '../environment.ts';
import type { LaunchOptions } from '../harness/driver.ts';
import type { BrowserKind } from '../harness/find-browser.ts';
import { type Begun, end, endKept, startOwn, takeKept } from './kept-browsers.ts';

interface Turn {
  kind: BrowserKind;
  /** What only a browser of its own has; null where the kept one serves. */
  own: Partial<LaunchOptions> | null;
  controlPage: string | undefined;
  begun: Promise<Begun> | null;
}

/** Those of the file, in the order of its tests, that have not ended. */
const turns: Turn[] = [];
// Own browsers begun ahead for tests that were left out.
atWorkerEnd(async () => {
  for (const { own, begun } of turns) if (own) await end(await begun?.catch(() => null));
});

/**
 * A server and a browser with Ensign newly installed for some tests: call in their `describe`. A browser takes seconds
 * to start and little of the processor: tests that ask nothing else of it share one, and the next one of the file is
 * made ready while this one's tests run. After a test that failed it is not shared on.
 * @param options `alone` for tests that leave a browser in a state; those of a browser's start have one to themselves
 */
export function ensignInTurn(
  kind: BrowserKind,
  { controlPage, alone = false, ...own }: Partial<LaunchOptions> & { alone?: boolean } = {},
): () => Promise<Begun> {
  const shares = !alone && Object.keys(own).length === 0;
  const turn: Turn = { kind, controlPage, begun: null, own: shares ? null : own };
  turns.push(turn);
  let hasFailed = false;
  afterEach(({ task }) => {
    hasFailed ||= task.result?.state === 'fail';
  });
  afterAll(async () => {
    turns.splice(turns.indexOf(turn), 1);
    if (turn.own) await end(await turn.begun?.catch(() => null));
    else if (hasFailed) await endKept(kind);
  });
  return async () => {
    const begun = await begin(turn);
    const next = turns[turns.indexOf(turn) + 1];
    // Whoever asks for it is told of a failure.
    if (next && next.kind !== kind) begin(next).catch(() => undefined);
    return begun;
  };
}

function begin(turn: Turn): Promise<Begun> {
  turn.begun ??= turn.own
    ? startOwn(turn.kind, { ...turn.own, controlPage: turn.controlPage })
    : takeKept(turn.kind, turn.controlPage);
  return turn.begun;
}
