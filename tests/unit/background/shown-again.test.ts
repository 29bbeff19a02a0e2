import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { TabDocument } from '../../../entrypoints/background/tab-state.ts';
import { BROWSERS, journeyIn, type Page, type RecordedEvent, withoutIds } from '../navigation/recorded.ts';
import { builtPackage } from './built-package.ts';
import { recordingBrowser } from './recording-browser.ts';

const servePackage = builtPackage();

const LED = { url: 'https://harbour.example/', documentId: 'led' };
const LISTED = { url: 'https://www.okx.com/', documentId: 'listed' };
const PLAIN = { url: 'https://plain.example/', documentId: 'plain' };
/** A listed address that a server redirects to another. */
const BY = 'https://okex.com/';

beforeEach(async () => {
  recordingBrowser();
  servePackage();
  await fakeBrowser.storage.local.set({ settings: { language: 'en', recording: 'on', storeTitles: true } });
  // A browser keeps copies: what a worker changes and does not keep is not there for the next one.
  const { get, set } = fakeBrowser.storage.session;
  vi.spyOn(fakeBrowser.storage.session, 'get').mockImplementation((async (keys: null) =>
    structuredClone(await get(keys))) as never);
  vi.spyOn(fakeBrowser.storage.session, 'set').mockImplementation((values: object) =>
    set(structuredClone(values) as Record<string, unknown>),
  );
});

let settle = async (): Promise<void> => undefined;

// What a worker was about to keep would come upon the next test, and what it listens to be told it.
afterEach(async () => {
  await settle();
  settle = async () => undefined;
  fakeBrowser.reset();
  vi.resetModules();
});

/** A worker just started, once the one before it has kept what it was about to. */
async function newWorker() {
  await settle();
  vi.resetModules();
  const { onNavigation } = await import('../../../entrypoints/background/journey.ts');
  const { history } = await import('../../../entrypoints/background/recorder.ts');
  const { decideOn } = await import('../../../entrypoints/background/tab-document.ts');
  const { keep } = await import('../../../entrypoints/background/kept-session.ts');
  const { session } = await import('../../../entrypoints/background/session.ts');
  const state = await session();
  settle = () => keep(state);
  return {
    state,
    history,
    view: () => state.tabs[1] as TabDocument,
    /** What a page told of itself is taken into the document that is shown. */
    read: async (title: string) => {
      const view = state.tabs[1] as TabDocument;
      view.title = title;
      await decideOn(state, 1, view);
    },
    tell: async (events: RecordedEvent[]) => {
      for (const event of events) await onNavigation(event);
      await keep(state);
    },
    kept: async () => {
      const database = await history();
      const flags = await database.getAll('flags');
      const [day] = await database.getAll('daily');
      return {
        flags: flags.map((flag) => `${flag.redirect_chain.join(' ')} > ${flag.host}`).toSorted(),
        checked: day?.checked ?? 0,
      };
    },
  };
}

const LED_FLAG = 'okex.com > harbour.example';
const LISTED_FLAG = ' > www.okx.com';

describe.each([
  ...BROWSERS.map((browser) => ({ browser, ids: true })),
  { browser: 'firefox' as const, ids: false },
])('in $browser, documents told by id: $ids', ({ browser, ids }) => {
  const asTold = (events: RecordedEvent[]) => (ids ? events : withoutIds(events));

  test.each([false, true])(
    'going back and forward between pages keeps the way to each, and counts none again (worker ended between: %s)',
    async (ended) => {
      let worker = await newWorker();
      const { led, link, back } = journeyIn(browser);
      const go = async (events: RecordedEvent[]) => {
        await worker.tell(asTold(events));
        await worker.read('Title');
        if (ended) worker = await newWorker();
      };
      await go(led(BY, LED));
      await go(link(PLAIN));
      await go(link(LISTED));
      const once = { flags: [LISTED_FLAG, LED_FLAG].toSorted(), checked: 3 };
      expect(await worker.kept()).toEqual(once);
      for (const page of [PLAIN, LED, PLAIN, LISTED, LED, LISTED, PLAIN, LED]) {
        await worker.tell(asTold(back(page)));
        if (ended) worker = await newWorker();
        expect(worker.view()).toMatchObject({ url: page.url });
        expect(worker.view().chain[0]?.url).toBe(page === LED ? BY : page.url);
        expect(worker.view().verdict?.findings[0]?.kind).toBe(
          { [LED.url]: 'succession', [LISTED.url]: 'listed' }[page.url],
        );
        expect(await worker.kept()).toEqual(once);
        await worker.read('Title');
        expect(await worker.kept()).toEqual(once);
      }
    },
  );

  test('a page loaded again is a visit of its own', async () => {
    const worker = await newWorker();
    const { link, reload } = journeyIn(browser);
    await worker.tell(asTold(link(LISTED)));
    await worker.tell(asTold(reload({ ...LISTED, documentId: 'reloaded' })));
    expect(await worker.kept()).toEqual({ flags: [LISTED_FLAG, LISTED_FLAG], checked: 2 });
  });
});

describe('a page shown again', () => {
  const steps = async () => {
    const worker = await newWorker();
    const { link, back } = journeyIn('chromium');
    return {
      ...worker,
      go: (page: Page) => worker.tell(link(page)),
      back: (page: Page) => worker.tell(back(page)),
    };
  };

  test('leaves its flag as the page made it, until it is read again', async () => {
    const { go, back, read, history } = await steps();
    const titles = async () => (await (await history()).getAll('flags')).map((flag) => flag.title);
    await go(LISTED);
    await read('Exchange');
    const whole = await titles();
    expect(whole).not.toEqual([null]);
    await go(PLAIN);
    await back(LISTED);
    expect(await titles()).toEqual(whole);
  });

  test('has no flag again where it was deleted meanwhile', async () => {
    const { go, back, read, history, kept } = await steps();
    await go(LISTED);
    await go(PLAIN);
    await (await history()).clear('flags');
    await back(LISTED);
    await read('Exchange');
    expect((await kept()).flags).toEqual([]);
  });

  test('keeps the flag of the warning that it was opened through', async () => {
    const { go, back, view } = await steps();
    await go(LISTED);
    view().flagKey = 'warning 1';
    await go(PLAIN);
    await back(LISTED);
    expect(view().flagKey).toBe('warning 1');
  });

  test('is found among the last that the tab showed; of older ones nothing is kept', async () => {
    const { go, back, view } = await steps();
    const pages = Array.from({ length: 20 }, (_, at) => ({
      url: `https://plain.example/${at}`,
      documentId: `${at}`,
    }));
    for (const page of pages) await go(page);
    expect(view().left?.map(({ key }) => key)).toEqual(['11', '12', '13', '14', '15', '16', '17', '18']);
    await back(pages[12]!);
    expect(view().left?.map(({ key }) => key)).toEqual(['11', '13', '14', '15', '16', '17', '18', '19']);
    expect(view()).toMatchObject({ key: '12', counted: true });
  });

  test('after one that cannot be checked is known as well', async () => {
    const { go, back, kept } = await steps();
    await go(LISTED);
    await go({ url: 'about:config', documentId: 'elsewhere' });
    await back(LISTED);
    expect(await kept()).toEqual({ flags: [LISTED_FLAG], checked: 1 });
  });
});
