import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { soon } from '../../fixtures/soon.ts';
import { builtPackage } from './built-package.ts';
import { endWorker } from './recording-browser.ts';
import { WARNED, warningWorker } from './warning-worker.ts';

const servePackage = builtPackage();

beforeEach(() => servePackage());
afterEach(endWorker);

type Worker = Awaited<ReturnType<typeof warningWorker>>;

const ignoring = async () => {
  const { ignore } = await import('../../../entrypoints/background/ignore.ts');
  await ignore({ domain: 'coinbsae.com', kinds: ['lookalike'], term: 'always', record: true });
};

test.each([
  ['continued', ({ goOn }: Worker, page: string) => goOn(page)],
  ['left', ({ leave }: Worker, page: string) => leave(page)],
  ['ignored', ignoring],
  ['shown', async () => undefined],
])('what is done at a warning before it has its flag stands on it: %s', async (action, act) => {
  const worker = await warningWorker('firefox');
  const { update, ask, flags } = worker;
  let page = '';
  let answer = (): void => undefined;
  // The browser answers when the page is long there.
  update.mockImplementation(((_tabId: number, { url }: { url: string }) => {
    page = url;
    return new Promise<void>((done) => {
      answer = done;
    });
  }) as never);
  const asked = ask(WARNED);
  await soon(() => expect(page).not.toBe(''));
  await act(worker, page);
  expect(await flags()).toEqual([]);
  answer();
  await asked;
  expect((await flags()).map((flag) => flag.action)).toEqual([action]);
});
