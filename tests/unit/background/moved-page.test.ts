import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { removeFlags } from '../../../utils/history/remove.ts';
import { emptySignals } from '../../../utils/landing/page-signals.ts';
import { countScripts } from '../../../utils/landing/script-counts.ts';
import { builtPackage } from './built-package.ts';
import { endWorker, recordingBrowser } from './recording-browser.ts';

const servePackage = builtPackage();
const LISTED = 'https://www.okx.com';
const PLAIN = 'https://plain.example';
/** What an exchange in Chinese says. */
const EXCHANGE =
  '海燕数字资产交易平台:比特币与以太坊的币币交易、合约交易,支持充币提币与法币买币,限价委托,当前委托,撤单。';

beforeEach(async () => {
  vi.resetModules();
  recordingBrowser();
  servePackage();
  await fakeBrowser.storage.local.set({ settings: { language: 'en', recording: 'on' } });
});

afterEach(endWorker);

/** A worker just started, and a tab of one document. */
async function newWorker(site: string) {
  const { assessPage } = await import('../../../entrypoints/background/assess.ts');
  const { onNavigation } = await import('../../../entrypoints/background/journey.ts');
  const { history } = await import('../../../entrypoints/background/recorder.ts');
  let at = 1_000;
  const tell = (kind: string, path: string) => {
    at += 10_000;
    const document = { tabId: 1, frameId: 0, url: site + path, documentId: 'd' };
    return onNavigation({
      kind,
      ...document,
      timeStamp: at,
      transitionType: 'link',
      transitionQualifiers: [],
    });
  };
  const database = await history();
  return {
    database,
    /** The page's address becomes another, and what it says then is read. */
    async show(path: string, text: string, kind: 'committed' | 'inPage' = 'inPage') {
      await tell(kind, path);
      const signals = { ...emptySignals(), text };
      countScripts(text, signals.scripts);
      await assessPage(signals, {
        kind: 'content',
        tabId: 1,
        url: site + path,
        documentId: 'd',
        incognito: false,
      });
    },
    async kept() {
      const flags = await database.getAll('flags');
      const [day] = await database.getAll('daily');
      const found = flags.map(({ findings }) => findings.map(({ kind }) => kind).join(' '));
      return { found: found.toSorted(), checked: day?.checked, flagged: day?.flagged };
    },
  };
}

test('a page that comes to show something else at another address has a flag of each', async () => {
  const { show, kept } = await newWorker(LISTED);
  await show('/zh-hans', EXCHANGE, 'committed');
  expect(await kept()).toEqual({ found: ['listed landing'], checked: 1, flagged: 1 });
  await show('/markets', 'Markets');
  expect(await kept()).toEqual({ found: ['listed', 'listed landing'], checked: 2, flagged: 2 });
  await show('/zh-hans', EXCHANGE);
  await show('/prices', 'Prices');
  expect(await kept()).toEqual({ found: ['listed', 'listed landing'], checked: 2, flagged: 2 });
});

test('where the same is found there is the one flag, and where nothing is found it stays', async () => {
  const { show, kept } = await newWorker(PLAIN);
  await show('/', EXCHANGE, 'committed');
  await show('/a', EXCHANGE);
  await show('/b', 'About us');
  expect(await kept()).toEqual({ found: ['landing'], checked: 1, flagged: 1 });
});

test('what a page shows later at the same address amends its flag', async () => {
  const { show, kept } = await newWorker(LISTED);
  await show('/', 'Loading', 'committed');
  await show('/', EXCHANGE);
  expect(await kept()).toEqual({ found: ['listed landing'], checked: 1, flagged: 1 });
});

test('what it shows later at the address that it moved to amends the flag it has there', async () => {
  const { show, kept } = await newWorker(LISTED);
  await show('/', 'Loading', 'committed');
  await show('/zh-hans', 'Loading');
  await show('/zh-hans', EXCHANGE);
  expect(await kept()).toEqual({ found: ['listed landing'], checked: 1, flagged: 1 });
});

test('a flag that was deleted stays so, whatever the page went through meanwhile', async () => {
  const { show, kept, database } = await newWorker(LISTED);
  await show('/zh-hans', EXCHANGE, 'committed');
  await show('/markets', 'Markets');
  const [first] = (await database.getAll('flags')).filter(({ local }) => local.kinds.includes('landing'));
  await removeFlags(database, [first!.flag_id], 'r');
  await show('/zh-hans', EXCHANGE);
  expect(await kept()).toMatchObject({ found: ['listed'], flagged: 1 });
});
