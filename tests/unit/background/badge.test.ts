import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

type Badge = typeof import('../../../entrypoints/background/badge.ts');

const NOW = Date.UTC(2026, 10, 29);
const calls: string[] = [];

/** The module as in a worker that began a minute ago, with a toolbar that notes what it is told. */
async function newWorker(): Promise<Badge> {
  vi.resetModules();
  calls.length = 0;
  const note = (name: string) => async (details: { tabId?: number; text?: string; title?: string }) => {
    calls.push(`${name} ${details.tabId ?? 'all'} ${details.text ?? details.title ?? ''}`.trim());
  };
  const names = {
    setBadgeText: 'text',
    setBadgeBackgroundColor: 'colour',
    setTitle: 'title',
    setIcon: 'icon',
  };
  for (const [method, name] of Object.entries(names)) {
    vi.spyOn(fakeBrowser.action, method as 'setTitle').mockImplementation(note(name) as never);
  }
  vi.stubGlobal('browser', fakeBrowser);
  vi.stubGlobal('chrome', fakeBrowser);
  vi.stubGlobal('performance', { timeOrigin: NOW - 60_000, now: () => 60_000 });
  vi.stubGlobal('fetch', async () => NOTHING.clone());
  vi.stubGlobal('createImageBitmap', async () => ({ close: () => undefined }));
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext = () => ({ drawImage: () => undefined, getImageData: () => ({}) });
    },
  );
  return import('../../../entrypoints/background/badge.ts');
}

/** Made while the clock is the true one: Node loads its fetch when that is first named, and keeps the clock it finds. */
const NOTHING = new Response();

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});

afterEach(() => {
  // First what was put over the clock, then the clock: the other way round the held clock would stay.
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const all = (tab: number, text: string, title: string) =>
  [`text ${tab} ${text}`.trim(), `colour ${tab}`, `title ${tab} ${title}`, `icon ${tab}`].toSorted();

test('a new page that comes to nothing is told nothing but, once, the words of all buttons', async () => {
  const { showBadge } = await newWorker();
  await showBadge(1, 'none', 'nothing found', NOW);
  await showBadge(1, 'none', 'nothing found');
  await showBadge(2, 'none', 'nothing found', NOW);
  expect(calls).toEqual(['title all nothing found']);
  await showBadge(3, 'none', '没有发现', NOW);
  expect(calls).toEqual(['title all nothing found', 'title all 没有发现']);
});

test('the same document is told what has changed, once', async () => {
  const { showBadge } = await newWorker();
  await showBadge(1, 'caution', 'look', NOW);
  expect(calls.toSorted()).toEqual(all(1, '?', 'look'));
  await showBadge(1, 'caution', 'look');
  expect(calls).toHaveLength(4);
  await showBadge(1, 'none', 'nothing found');
  expect(calls.slice(4).toSorted()).toEqual(all(1, '', 'nothing found'));
});

test.each([
  ['long before its commit: nothing', 5_000, []],
  ['just before its commit: all', 500, all(1, '', 'nothing found')],
] as const)('a page after one that was told %s', async (_what, passed, expected) => {
  const { showBadge } = await newWorker();
  await showBadge(1, 'none', 'nothing found', NOW);
  await showBadge(1, 'danger', 'stop', NOW);
  calls.length = 0;
  vi.setSystemTime(NOW + passed);
  await showBadge(1, 'none', 'nothing found', NOW + passed);
  expect(calls.toSorted()).toEqual(expected);
});

test('the same tier on another document is told again: the browser has taken it back', async () => {
  const { showBadge } = await newWorker();
  await showBadge(1, 'caution', 'look', NOW);
  calls.length = 0;
  await showBadge(1, 'caution', 'look', NOW + 5_000);
  expect(calls).toHaveLength(4);
  await showBadge(1, 'caution', 'look', 'unknown');
  expect(calls).toHaveLength(8);
});

test('what an earlier worker may have told is told over', async () => {
  const { showBadge } = await newWorker();
  await showBadge(1, 'none', 'nothing found', NOW - 60_000);
  expect(calls.toSorted()).toEqual(all(1, '', 'nothing found'));
});

test('a closed tab is forgotten', async () => {
  const { showBadge, forgetBadge } = await newWorker();
  await showBadge(1, 'caution', 'look', NOW);
  forgetBadge(1);
  await showBadge(1, 'caution', 'look');
  expect(calls).toHaveLength(8);
});
