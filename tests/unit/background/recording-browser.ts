import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

/**
 * A browser with nothing in it that answers what a worker asks to judge and to record; it lets all sites be read, and
 * its tabs are no private ones.
 */
export function recordingBrowser(userAgent = 'Firefox/153.0'): void {
  fakeBrowser.reset();
  vi.stubGlobal('browser', fakeBrowser);
  vi.stubGlobal('chrome', fakeBrowser);
  vi.stubGlobal('navigator', {
    userAgent,
    locks: { request: (_name: string, ...rest: unknown[]) => (rest.at(-1) as (lock: object) => unknown)({}) },
  });
  vi.stubGlobal('indexedDB', new IDBFactory());
  const { permissions, tabs, scripting, runtime } = fakeBrowser;
  vi.spyOn(permissions, 'contains').mockResolvedValue(true as never);
  vi.spyOn(tabs, 'get').mockResolvedValue({ incognito: false } as never);
  vi.spyOn(scripting, 'executeScript').mockResolvedValue([] as never);
  vi.spyOn(runtime, 'getPlatformInfo').mockResolvedValue({ os: 'linux', arch: 'x86-64' } as never);
  vi.spyOn(runtime, 'getManifest').mockReturnValue({ version: '0.1.0' } as never);
}

/** Ends a worker in it: what it was about to keep, and what was set here, would come upon the next test. */
export async function endWorker(): Promise<void> {
  const { keep } = await import('../../../entrypoints/background/kept-session.ts');
  const { session } = await import('../../../entrypoints/background/session.ts');
  await keep(await session());
  vi.useRealTimers();
  vi.unstubAllEnvs();
  fakeBrowser.reset();
  vi.resetModules();
}
