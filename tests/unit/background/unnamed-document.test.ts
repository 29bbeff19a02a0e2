import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { TabDocument } from '../../../entrypoints/background/tab-state.ts';
import { STORED_DETAILS } from '../../../utils/settings/settings.ts';
import { journeyIn, type RecordedEvent, withoutIds } from '../navigation/recorded.ts';
import { builtPackage } from './built-package.ts';
import { recordingBrowser } from './recording-browser.ts';

const servePackage = builtPackage();

const PATH = 'path-of-a-person';
const LED = `https://harbour.example/${PATH}?q=${PATH}#${PATH}`;
const LISTED = `https://www.okx.com/${PATH}?q=${PATH}#${PATH}`;

let settle = async (): Promise<void> => undefined;

beforeEach(() => {
  vi.resetModules();
  recordingBrowser('Firefox/140.0');
  servePackage();
});

// What a worker was about to keep would come upon the next test, and what it listens to be told it.
afterEach(async () => {
  await settle();
  settle = async () => undefined;
  fakeBrowser.reset();
  vi.resetModules();
});

/** A worker that recorded a visit by a redirect, one by a link, and one found open, all without ids. */
async function visited(storedDetail: (typeof STORED_DETAILS)[number]) {
  await fakeBrowser.storage.local.set({ settings: { recording: 'on', storedDetail } });
  const { onNavigation } = await import('../../../entrypoints/background/journey.ts');
  const { history, flagReader } = await import('../../../entrypoints/background/recorder.ts');
  const { keep } = await import('../../../entrypoints/background/kept-session.ts');
  const { session } = await import('../../../entrypoints/background/session.ts');
  const state = await session();
  settle = () => keep(state);
  const tell = async (events: unknown[]) => {
    for (const event of events) await onNavigation(event);
    await keep(state);
  };
  const { led, link } = journeyIn('firefox');
  const page = (url: string) => ({ url, documentId: '' });
  const told: RecordedEvent[] = withoutIds([...led('https://okex.com/', page(LED)), ...link(page(LISTED))]);
  await tell(told);
  const timeStamp = told.at(-1)!.timeStamp + 1;
  await tell([{ kind: 'sweep', timeStamp, tabs: [{ tabId: 2, url: LISTED }] }]);
  const stored = async () => {
    await (await flagReader()).tidy(true);
    const database = await history();
    return {
      flags: await database.getAll('flags'),
      edges: await database.getAll('edges'),
      deleted: await database.getAll('deleted'),
      daily: await database.getAll('daily'),
      // By their names: a store that is added is looked through as well.
      all: await Promise.all([...database.objectStoreNames].map((store) => database.getAll(store))),
      local: await fakeBrowser.storage.local.get(null),
    };
  };
  return { state, stored };
}

const textOf = (stored: unknown) =>
  JSON.stringify(stored, (_key, value) => (ArrayBuffer.isView(value) ? null : value));

test.each(['domain', 'host'] as const)(
  'of a visit without document ids no store holds the address, nor does what is deleted: %s',
  async (detail) => {
    const { stored } = await visited(detail);
    const before = await stored();
    expect(before.flags).toHaveLength(3);
    expect(before.edges).toHaveLength(1);
    expect(before.edges[0]?.visits).toHaveLength(1);
    expect(before.daily).toMatchObject([{ checked: 3 }]);
    expect(textOf(before)).not.toContain(PATH);
    const { deleteFlags } = await import('../../../entrypoints/background/history-model.ts');
    const { EVERYTHING } = await import('../../../utils/history/flag-query.ts');
    expect((await deleteFlags({ filter: EVERYTHING })).deleted).toBe(3);
    const after = await stored();
    expect(after.deleted).toHaveLength(2);
    expect(after.flags).toEqual([]);
    expect(textOf(after)).not.toContain(PATH);
  },
);

test.each(STORED_DETAILS)(
  'nor does the key under which a flag is kept; stored detail: %s',
  async (detail) => {
    const { stored, state } = await visited(detail);
    const { flags, edges } = await stored();
    const documents = flags.map(({ local }) => local.document);
    for (const document of documents) expect(document).toMatch(/^\S+ tab \d+ at [\d.]+$/);
    expect(new Set(documents).size).toBe(3);
    expect(documents).toContain(edges[0]?.visits?.[0]?.document);
    expect(documents.every((document) => document.startsWith(state.pseudonym))).toBe(true);
  },
);

test('a document that an earlier worker kept under its address is amended, and what the user did is noted', async () => {
  const { state, stored } = await visited('host');
  const view = state.tabs[1] as TabDocument;
  expect(view.key).toContain(PATH);
  view.flagKey = view.key;
  const { decideOn } = await import('../../../entrypoints/background/tab-document.ts');
  const { recordAction } = await import('../../../entrypoints/background/recorder.ts');
  await decideOn(state, 1, view);
  await recordAction(state, view, 'left');
  const { flags } = await stored();
  expect(flags.map(({ action }) => action).toSorted()).toEqual(['left', 'shown', 'shown']);
  expect(textOf(flags)).not.toContain(PATH);
});
