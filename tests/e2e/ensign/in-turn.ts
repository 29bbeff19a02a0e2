import { afterAll } from 'vitest';
import type { Driver, LaunchOptions } from '../harness/driver.ts';
import type { BrowserKind } from '../harness/find-browser.ts';
import { type LocalServer, startServer } from '../harness/server.ts';
import { launchEnsign } from './launch.ts';

export interface Begun {
  server: LocalServer;
  driver: Driver;
}

interface Turn {
  kind: BrowserKind;
  more: Partial<LaunchOptions>;
  begun: Promise<Begun> | null;
}

/** Those of this file, in the order of its tests. */
const turns: Turn[] = [];

/**
 * A server and a browser with Ensign for some tests, ended after them: call in their `describe`. A browser takes
 * seconds to start and little of the processor; the next one of the file starts while this one's tests run.
 */
export function ensignInTurn(kind: BrowserKind, more: Partial<LaunchOptions> = {}): () => Promise<Begun> {
  const turn: Turn = { kind, more, begun: null };
  turns.push(turn);
  afterAll(() => end(turn));
  return async () => {
    const begun = await begin(turn);
    const next = turns[turns.indexOf(turn) + 1];
    // Whoever asks for it is told of a failure.
    if (next) begin(next).catch(() => undefined);
    return begun;
  };
}

// A browser begun ahead for tests that were left out.
afterAll(async () => {
  for (const turn of turns) await end(turn);
});

function begin(turn: Turn): Promise<Begun> {
  turn.begun ??= launch(turn);
  return turn.begun;
}

async function launch({ kind, more }: Turn): Promise<Begun> {
  const server = await startServer();
  try {
    return { server, driver: await launchEnsign(kind, server, more) };
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function end(turn: Turn): Promise<void> {
  const begun = await turn.begun?.catch(() => null);
  turn.begun = null;
  await begun?.driver.close();
  await begun?.server.close();
}
