import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { soon } from '../../fixtures/soon.ts';

/** The modules as a worker just started has them. */
async function newWorker() {
  vi.resetModules();
  const { session } = await import('../../../entrypoints/background/session.ts');
  return { session, ...(await import('../../../entrypoints/background/kept-session.ts')) };
}

const view = (url: string) => ({ elsewhere: 'not the web' as const, url });

const ENDED_WITH_THE_BROWSER = {
  id: 'a',
  domain: 'a.com',
  kinds: ['listed'],
  term: 'session',
  record: true,
  since: '2026-01-01T00:00:00.000Z',
  until: null,
};

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('browser', fakeBrowser);
  vi.stubGlobal('chrome', fakeBrowser);
  vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => unknown) => work() } });
});

test('the next worker finds what each tab shows; of a closed tab nothing is left', async () => {
  const { session, tabKey, keep, forgetTab } = await newWorker();
  const state = await session();
  state.tabs[3] = view('about:three');
  state.tabs[4] = view('about:four');
  state.warnings[4] = [{ key: 'warning 4' }] as (typeof state.warnings)[string];
  await keep(state, tabKey(3), tabKey(4), 'warnings');
  expect((await (await newWorker()).session()).tabs).toEqual({
    3: view('about:three'),
    4: view('about:four'),
  });
  await forgetTab(state, 4);
  const later = await (await newWorker()).session();
  expect(later.tabs).toEqual({ 3: view('about:three') });
  expect(later.warnings).toEqual({});
});

test('what is asked for while a write is under way goes with the next, as it stands then', async () => {
  const { session, tabKey, keep } = await newWorker();
  const state = await session();
  const written: object[] = [];
  const set = fakeBrowser.storage.session.set;
  vi.spyOn(fakeBrowser.storage.session, 'set').mockImplementation(async (values: object) => {
    // Workers of other tests may still write into the same browser: only this one has seen a card.
    if ('carded' in values) written.push(structuredClone(values));
    await new Promise((done) => setTimeout(done, 20));
    return set(values as Record<string, unknown>);
  });
  state.carded = ['a.com'];
  const first = keep(state, 'carded');
  await new Promise((done) => setTimeout(done, 5));
  const later = ['b.com', 'c.com'].map((name, at) => {
    state.carded = [...state.carded, name];
    state.tabs[at] = view(name);
    return Promise.all([keep(state, 'carded'), keep(state, tabKey(at))]);
  });
  await Promise.all([first, ...later]);
  expect(written).toEqual([
    { carded: ['a.com'] },
    { carded: ['a.com', 'b.com', 'c.com'], 'tab:0': view('b.com'), 'tab:1': view('c.com') },
  ]);
});

test('what is kept soon goes in one write, with whatever is kept at once before', async () => {
  const { session, tabKey, keep, keepSoon } = await newWorker();
  const state = await session();
  const set = vi.spyOn(fakeBrowser.storage.session, 'set');
  // Workers of other tests may still write into the same browser: only this one has the tab.
  const written = () => set.mock.calls.map(([values]) => values).filter((values) => 'tab:4711' in values);
  state.tabs[4711] = view('about:one');
  keepSoon(state, 'journeys', 'owed');
  keepSoon(state, tabKey(4711));
  state.tabs[4711] = view('about:two');
  expect(written()).toEqual([]);
  await soon(() => expect(written()).toHaveLength(1));
  keepSoon(state, tabKey(4711));
  await keep(state, 'carded');
  await new Promise((done) => setTimeout(done, 300));
  expect(written()).toEqual([
    { journeys: state.journeys, owed: [], 'tab:4711': view('about:two') },
    { 'tab:4711': view('about:two'), carded: [] },
  ]);
  set.mockRestore();
});

test('a write that fails is reported, and what it was to keep goes with the next', async () => {
  const { session, keep } = await newWorker();
  const state = await session();
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValueOnce(new Error('quota'));
  state.carded = ['a.com'];
  await keep(state, 'carded');
  expect(told.mock.calls.map(([error]) => String(error))).toEqual(['Error: quota']);
  expect(await fakeBrowser.storage.session.get('carded')).toEqual({});
  await keep(state, 'owed');
  expect(await fakeBrowser.storage.session.get(['carded', 'owed'])).toEqual({ carded: ['a.com'], owed: [] });
});

test('a store without room stops no worker, and one that could not be read is asked again', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const full = vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('quota'));
  const { session } = await newWorker();
  expect((await session()).pseudonym).not.toBe('');
  expect(told.mock.calls.map(([error]) => String(error))).toEqual(['Error: quota']);
  full.mockRestore();
  await fakeBrowser.storage.local.set({ settings: { ignored: [ENDED_WITH_THE_BROWSER] } });
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('disk full'));
  expect((await (await newWorker()).session()).owed).toEqual([]);
  const later = await newWorker();
  vi.spyOn(fakeBrowser.storage.session, 'get').mockRejectedValueOnce(new Error('not now'));
  await expect(later.session()).rejects.toThrow('not now');
  expect((await later.session()).owed).toEqual([]);
});

test('what cannot be kept does not take along what can', async () => {
  const { session, tabKey, keep, keepSoon } = await newWorker();
  const state = await session();
  const { set } = fakeBrowser.storage.session;
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const refusing = vi
    .spyOn(fakeBrowser.storage.session, 'set')
    .mockImplementation((values: object) =>
      'journeys' in values ? Promise.reject(new Error('quota')) : set(values as Record<string, unknown>),
    );
  state.tabs[1] = view('about:one');
  keepSoon(state, 'journeys', tabKey(1));
  await keep(state, 'carded');
  expect(told.mock.calls.map(([error]) => String(error))).toEqual(['Error: quota']);
  refusing.mockRestore();
  expect(await fakeBrowser.storage.session.get(null)).toMatchObject({
    carded: [],
    'tab:1': view('about:one'),
  });
});
