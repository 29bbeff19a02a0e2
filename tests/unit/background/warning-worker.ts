import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { StoredFlag } from '../../../utils/history/flag.ts';
import { recordingBrowser } from './recording-browser.ts';

/** Resemble names on the list. */
export const WARNED = 'http://coinbsae.com/';
export const WARNED_TOO = 'http://blnance.com/';

/**
 * A worker just started in a browser that records and has nothing in it. Both are to be ended by `endWorker`.
 * @param browser whose build it is of
 */
export async function warningWorker(browser: 'chrome' | 'firefox') {
  vi.stubEnv('BROWSER', browser);
  vi.resetModules();
  recordingBrowser();
  await fakeBrowser.storage.local.set({ settings: { language: 'en', recording: 'on' } });
  /** The pages of the warnings opened, in turn. */
  const opened: string[] = [];
  const update = vi.spyOn(fakeBrowser.tabs, 'update');
  update.mockImplementation((async (_tabId: number, { url }: { url: string }) => opened.push(url)) as never);
  const { onNavigation } = await import('../../../entrypoints/background/journey.ts');
  const { history } = await import('../../../entrypoints/background/recorder.ts');
  const { stopOrPass } = await import('../../../entrypoints/background/stop-request.ts');
  const { session } = await import('../../../entrypoints/background/session.ts');
  const { allowOnce, leaveWarning, warningModel } = await import(
    '../../../entrypoints/background/warning-model.ts'
  );
  const page = (url: string) => ({ kind: 'surface', tabId: 1, url }) as const;
  return {
    opened,
    update,
    state: await session(),
    /** Events that come one after the other, each when the one before is done with. */
    async tell(...events: object[]) {
      for (const event of events) await onNavigation(event);
    },
    /** Events that have all come before the worker has read its list. */
    async tellAtOnce(events: object[]) {
      await Promise.all(events.map(onNavigation));
    },
    /** Firefox asks about a request. */
    ask: (url: string) => stopOrPass({ tabId: 1, url, incognito: false } as never),
    model: (url: string) => warningModel(page(url)),
    goOn: (url: string) => allowOnce(page(url)),
    leave: (url: string) => leaveWarning(page(url)),
    flags: async (): Promise<StoredFlag[]> => (await history()).getAll('flags'),
  };
}
