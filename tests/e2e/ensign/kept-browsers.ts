import { atWorkerEnd } from '../environment.ts';
import type { Driver, LaunchOptions } from '../harness/driver.ts';
import type { BrowserKind } from '../harness/find-browser.ts';
import { type LocalServer, startServer } from '../harness/server.ts';
import { launchEnsign, renewEnsign } from './launch.ts';

/** A server with nothing in it, and a browser with Ensign newly installed. */
export interface Begun {
  server: LocalServer;
  driver: Driver;
}

/** Browsers that outlive the tests of a file: those of the next one get them with Ensign installed anew. */
const kept = new Map<BrowserKind, Promise<Begun>>();
atWorkerEnd(async () => void (await Promise.all([...kept.keys()].map(endKept))));

/** Starts a browser of its own, with a server. */
export async function startOwn(kind: BrowserKind, options: Partial<LaunchOptions>): Promise<Begun> {
  const server = await startServer();
  try {
    return { server, driver: await launchEnsign(kind, server, options) };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** The kept browser, renewed; one that cannot be renewed is ended, and another started. */
export function takeKept(kind: BrowserKind, controlPage?: string): Promise<Begun> {
  const earlier = kept.get(kind);
  const begun = earlier === undefined ? startOwn(kind, { controlPage }) : renew(kind, earlier, controlPage);
  kept.set(kind, begun);
  return begun;
}

/** Ends the kept browser; the next tests start one. */
export async function endKept(kind: BrowserKind): Promise<void> {
  const begun = kept.get(kind);
  kept.delete(kind);
  await end(await begun?.catch(() => null));
}

export async function end(begun: Begun | null | undefined): Promise<void> {
  await begun?.driver.close();
  await begun?.server.close();
}

async function renew(kind: BrowserKind, earlier: Promise<Begun>, controlPage?: string): Promise<Begun> {
  const before = await earlier.catch(() => null);
  if (!before) return startOwn(kind, { controlPage });
  try {
    before.server.clear();
    return { server: before.server, driver: await renewEnsign(before.driver, controlPage) };
  } catch (error) {
    console.error('A browser could not be renewed:', error);
    await end(before);
    return startOwn(kind, { controlPage });
  }
}
