import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { announced, committed, now, qualified } from '../navigation/events.ts';
import { type RecordedEvent, recorded } from '../navigation/recorded.ts';
import { builtPackage } from './built-package.ts';
import { endWorker } from './recording-browser.ts';
import { WARNED, warningWorker } from './warning-worker.ts';

const servePackage = builtPackage();

beforeEach(() => servePackage());
afterEach(endWorker);

/** A page found open, of which no request was told. */
const found = (documentId: string | undefined) => {
  const tab = { tabId: 1, url: WARNED, ...(documentId ? { documentId } : {}) };
  return { kind: 'sweep', timeStamp: now(), tabs: [tab] };
};
const typed = { transitionType: 'typed', ...qualified('from_address_bar') };

describe('a page that comes after its warning was opened', () => {
  test('was under way, and is not warned of twice', async () => {
    const { tell, opened } = await warningWorker('chrome');
    await tell(announced(WARNED), committed(WARNED, 'd1'));
    expect(opened).toHaveLength(1);
  });

  test.each([
    ['of the document gone back to', 'd1'],
    ['by its address alone', undefined],
  ])('is warned of anew when the browser goes back to it at once, told %s (Firefox)', async (_what, id) => {
    const { tell, opened, flags } = await warningWorker('firefox');
    await tell(found(id));
    await tell(committed(opened[0]!, 'warning'));
    const back = { ...committed(WARNED, 'd1', qualified('forward_back')), documentId: id };
    await tell(announced(WARNED), back);
    expect(opened).toHaveLength(2);
    expect(await flags()).toHaveLength(2);
  });

  test('is warned of anew when it is asked for again at once and needs no request (Firefox)', async () => {
    const { tell, opened } = await warningWorker('firefox');
    await tell(found('d1'));
    await tell(committed(opened[0]!, 'warning'));
    await tell(announced(WARNED), committed(WARNED, 'd2', typed));
    expect(opened).toHaveLength(2);
  });

  test('is warned of once when the browser goes back to it at once (Chromium)', async () => {
    const { tell, tellAtOnce, opened, flags } = await warningWorker('chrome');
    await tellAtOnce([announced(WARNED), committed(WARNED, 'd1')]);
    await tell(committed(opened[0]!, 'warning'));
    await tellAtOnce([announced(WARNED), committed(WARNED, 'd1', qualified('forward_back'))]);
    expect(opened).toHaveLength(2);
    expect(await flags()).toHaveLength(2);
  });
});

/** What Chromium told, with the address that is warned of in the place of another. */
function recordedWith(scenario: string, url: string): RecordedEvent[] {
  const named = (one: string | undefined) => (one === url ? WARNED : one);
  return recorded('chromium', scenario).map((event) => ({
    ...event,
    ...(event.url ? { url: named(event.url)! } : {}),
    ...(event.redirectUrl ? { redirectUrl: named(event.redirectUrl)! } : {}),
  }));
}

describe('events that came before the list was read', () => {
  test.each([
    ['stopped', 'stopped', 'http://listed.example/'],
    ['overtaken by another', 'overtaken', 'http://slow.example/'],
  ])('of a navigation %s open no warning over what the tab shows', async (_what, scenario, url) => {
    const { tellAtOnce, opened, state } = await warningWorker('chrome');
    await tellAtOnce(recordedWith(scenario, url));
    expect(opened).toEqual([]);
    expect(state.warnings).toEqual({});
  });

  test('of a page that was left at once open none over the next', async () => {
    const { tellAtOnce, opened } = await warningWorker('chrome');
    const next = 'https://plain.example/';
    const left = [announced(WARNED), committed(WARNED, 'd1'), announced(next), committed(next, 'd2', typed)];
    await tellAtOnce(left);
    expect(opened).toEqual([]);
  });

  test.each([
    ['to a page that is shown by then', 'link', 'https://listed.example/'],
    ['through a redirect in the midst of a chain', 'redirect-302', 'http://listed.example/'],
  ])('open one of a navigation %s', async (_what, scenario, url) => {
    const { tellAtOnce, opened, state } = await warningWorker('chrome');
    await tellAtOnce(recordedWith(scenario, url));
    expect(opened).toHaveLength(1);
    expect(Object.values(state.warnings)).toMatchObject([[{ url: WARNED }]]);
  });

  test('open one of an address whose redirect has been told already', async () => {
    const { tellAtOnce, opened } = await warningWorker('chrome');
    const events = recordedWith('redirect-302', 'http://short.example/x');
    await tellAtOnce(events.slice(0, events.findIndex(({ kind }) => kind === 'redirect') + 1));
    expect(opened).toHaveLength(1);
  });
});
