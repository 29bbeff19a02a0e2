import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { committed } from '../navigation/events.ts';
import { builtPackage } from './built-package.ts';
import { endWorker } from './recording-browser.ts';
import { WARNED, WARNED_TOO, warningWorker } from './warning-worker.ts';

const servePackage = builtPackage();

beforeEach(() => servePackage());
afterEach(endWorker);

/** A tab that was warned of one address, then of another, and went back to the first warning. */
async function warnedTwice() {
  const worker = await warningWorker('firefox');
  const { ask, tell, opened } = worker;
  await ask(WARNED);
  await tell(committed(opened[0]!, 'first'));
  await ask(WARNED_TOO);
  await tell(committed(opened[1]!, 'second'), committed(opened[0]!, 'first'));
  const [first, second] = opened as [string, string];
  const actions = async () => {
    const flags = await worker.flags();
    return Object.fromEntries(flags.map(({ host, action }) => [`http://${host}/`, action]));
  };
  return { ...worker, first, second, actions };
}

describe('the page of an earlier warning', () => {
  test('shows that warning', async () => {
    const { model, first, second } = await warnedTwice();
    expect(await model(first)).toMatchObject({ url: WARNED, model: { host: { ascii: 'coinbsae.com' } } });
    expect(await model(second)).toMatchObject({ url: WARNED_TOO, model: { host: { ascii: 'blnance.com' } } });
  });

  test('lets through what it shows alone, and the visit shares its flag', async () => {
    const { goOn, tell, state, opened, first, actions } = await warnedTwice();
    await goOn(first);
    expect(state.allowed.map(({ host }) => host)).toEqual(['coinbsae.com']);
    await tell(committed(WARNED, 'd1'));
    expect(opened).toHaveLength(2);
    expect(state.tabs[1]).toMatchObject({ flagKey: state.warnings[1]![0]!.key });
    expect(await actions()).toEqual({ [WARNED]: 'continued', [WARNED_TOO]: 'shown' });
    await tell(committed(`${WARNED}next`, 'd2'));
    expect(state.tabs[1]).toMatchObject({ flagKey: 'd2' });
  });

  test('is none of a visit that was let through elsewhere', async () => {
    const { tell, state } = await warnedTwice();
    state.allowed = [{ host: 'coinbsae.com', since: '2026-11-20T10:00:00.000Z', incognito: false }];
    await tell(committed(WARNED, 'd1'));
    expect(state.tabs[1]).toMatchObject({ flagKey: 'd1' });
  });

  test('leaves what it shows alone', async () => {
    const { leave, state, first, actions } = await warnedTwice();
    expect(await leave(first)).toBe(false);
    expect(state.warnings[1]).toMatchObject([{ left: true }, { left: false }]);
    expect(await actions()).toEqual({ [WARNED]: 'left', [WARNED_TOO]: 'shown' });
  });

  test('ignores what it shows alone, and the visit shares its flag', async () => {
    const { tell, state, actions } = await warnedTwice();
    const { ignore } = await import('../../../entrypoints/background/ignore.ts');
    await ignore({ domain: 'coinbsae.com', kinds: ['lookalike'], term: 'always', record: true });
    expect(await actions()).toEqual({ [WARNED]: 'ignored', [WARNED_TOO]: 'shown' });
    await tell(committed(WARNED, 'd1'));
    expect(state.tabs[1]).toMatchObject({ flagKey: state.warnings[1]![0]!.key });
  });

  test('is what the popup speaks of', async () => {
    const { first, second } = await warnedTwice();
    const { popupModel } = await import('../../../entrypoints/background/popup-model.ts');
    vi.spyOn(fakeBrowser.commands, 'getAll').mockResolvedValue([] as never);
    const pageOn = async (url: string) => {
      vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ id: 1, incognito: false, url } as never);
      return (await popupModel(1, false)).page;
    };
    expect(await pageOn(first)).toMatchObject({ host: { ascii: 'coinbsae.com' } });
    expect(await pageOn(second)).toMatchObject({ host: { ascii: 'blnance.com' } });
    expect(await pageOn('https://plain.example/')).toMatchObject({ state: 'notListed' });
  });
});

describe('of two warnings of one site', () => {
  const twice = async () => {
    const worker = await warningWorker('firefox');
    await worker.ask(WARNED);
    await worker.ask(WARNED);
    return worker;
  };

  test.each([0, 1])('number %i is continued past once; the other is none of the next visit', async (at) => {
    const { tell, goOn, opened, state } = await twice();
    await goOn(opened[at]!);
    await tell(committed(WARNED, 'd1'));
    expect(state.tabs[1]).toMatchObject({ flagKey: state.warnings[1]![at]!.key });
    await tell(committed(`${WARNED}next`, 'd2'));
    expect(state.tabs[1]).toMatchObject({ flagKey: 'd2' });
  });

  test('the last is the one at which the site was ignored', async () => {
    const { flags, state } = await twice();
    const { ignore } = await import('../../../entrypoints/background/ignore.ts');
    await ignore({ domain: 'coinbsae.com', kinds: ['lookalike'], term: 'always', record: true });
    const ignored = (await flags()).filter(({ action }) => action === 'ignored');
    const last = state.warnings[1]![1]!.key;
    expect(ignored.map(({ local }) => local.document)).toEqual([`${state.pseudonym} ${last}`]);
  });
});

test('of a warning long ago nothing is known: its page warns of nothing, and nothing goes on from it', async () => {
  const { ask, model, goOn, leave, opened, state } = await warningWorker('firefox');
  await ask(WARNED);
  for (let more = 0; more < 5; more++) await ask(`${WARNED_TOO}${more}`);
  const [first, second] = opened as [string, string];
  expect(await model(first)).toBeNull();
  await goOn(first);
  expect(state.allowed).toEqual([]);
  expect(await leave(first)).toBe(false);
  expect(await model(second)).toMatchObject({ url: `${WARNED_TOO}0` });
  expect(await model(second.split('?')[0]!)).toBeNull();
});
