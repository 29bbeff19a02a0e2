import { describe, expect, test } from 'vitest';
import { readEvent } from '../../../utils/navigation/event.ts';
import { step } from '../../../utils/navigation/machine.ts';
import {
  MAX_CHAIN,
  MAX_KNOWN,
  MAX_TABS,
  NO_JOURNEYS,
  restoreJourneys,
} from '../../../utils/navigation/state.ts';
import { A, committed, redirect, request } from './events.ts';
import { travel } from './journey.ts';

describe('bounds', () => {
  test(`chains keep both ends of more than ${MAX_CHAIN} hops`, () => {
    const hops = Array.from({ length: 40 }, (_, index) => redirect(`${A}${index}`, `${A}${index + 1}`, '1'));
    const { decisions } = travel([request(`${A}0`, '1'), ...hops, committed(`${A}40`, 'd1')]);
    const visit = decisions.at(-1);
    expect(visit).toMatchObject({ kind: 'visit', askedFor: `${A}0`, url: `${A}40` });
    expect(visit?.kind === 'visit' && visit.chain).toHaveLength(MAX_CHAIN);
  });

  test(`at most ${MAX_TABS} tabs, the oldest left out`, () => {
    const events = Array.from({ length: MAX_TABS + 5 }, (_, tabId) => ({
      ...committed(A, `d${tabId}`),
      tabId,
    }));
    const { state } = travel(events);
    expect(Object.keys(state.tabs)).toHaveLength(MAX_TABS);
    expect(state.tabs[4]).toBeUndefined();
    expect(state.tabs[5]).toBeDefined();
  });

  test(`at most ${MAX_KNOWN} documents remembered in a tab`, () => {
    const { state } = travel(Array.from({ length: 40 }, (_, index) => committed(A, `d${index}`)));
    expect(state.tabs[1]?.known).toHaveLength(MAX_KNOWN);
  });
});

describe('bad input', () => {
  test('what an event lacks and can do without', () => {
    const event = { tabId: 1, url: A, timeStamp: 1 };
    const frame = { ...event, frameId: 0 };
    expect(readEvent({ ...event, kind: 'error' })).toEqual({ ...frame, kind: 'error', error: '' });
    expect(readEvent({ ...event, kind: 'request', requestId: 7, documentId: '' })).toEqual({
      ...frame,
      kind: 'request',
    });
    const commit = { ...frame, kind: 'committed', transitionType: '', transitionQualifiers: [] };
    expect(readEvent({ ...event, kind: 'committed' })).toEqual(commit);
    expect(readEvent({ ...event, kind: 'committed', transitionQualifiers: ['a', 7, null] })).toEqual({
      ...commit,
      transitionQualifiers: ['a'],
    });
  });

  test('open tabs that lack something are left out, the others read', () => {
    const tabs = [
      7,
      null,
      { tabId: 1 },
      { tabId: 1, url: 7 },
      { tabId: 'x', url: A },
      { tabId: 2, url: A, documentId: 'd1', errorOccurred: 1 },
    ];
    expect(readEvent({ kind: 'sweep', timeStamp: 1, tabs })).toEqual({
      kind: 'sweep',
      timeStamp: 1,
      tabs: [{ tabId: 2, url: A, documentId: 'd1' }],
    });
  });

  test.each([
    [null, 'event'],
    ['committed', 'event'],
    [{}, 'tabId'],
    [{ kind: 'removed', tabId: 1 }, 'timeStamp'],
    [{ kind: 'replaced', tabId: 1, timeStamp: 1 }, 'replacedTabId'],
    [{ kind: 'sweep', timeStamp: 1 }, 'tabs'],
    [{ kind: 'committed', tabId: 1, frameId: 0, timeStamp: 1 }, 'url'],
    [{ kind: 'redirect', tabId: 1, frameId: 0, timeStamp: 1, url: A, requestId: '1' }, 'redirectUrl'],
    [{ kind: 'response', tabId: 1, frameId: 0, timeStamp: 1, url: A, requestId: '1' }, 'statusCode'],
    [{ kind: 'nonsense', tabId: 1, frameId: 0, timeStamp: 1, url: A }, 'kind'],
    [{ kind: 'request', tabId: -1, url: A, timeStamp: 1 }, 'tabId'],
    [{ kind: 'request', tabId: 1.5, url: A, timeStamp: 1 }, 'tabId'],
    [{ kind: 'request', tabId: '1', url: A, timeStamp: 1 }, 'tabId'],
    [{ kind: 'request', tabId: 1, frameId: -1, url: A, timeStamp: 1 }, 'frameId'],
    [{ kind: 'request', tabId: 1, frameId: null, url: A, timeStamp: 1 }, 'frameId'],
    [{ kind: 'request', tabId: 1, url: '', timeStamp: 1 }, 'url'],
    [{ kind: 'request', tabId: 1, url: A }, 'timeStamp'],
    [{ kind: 'request', tabId: 1, url: A, timeStamp: '1' }, 'timeStamp'],
    [{ kind: 'request', tabId: 1, url: A, timeStamp: Number.NaN }, 'timeStamp'],
    [{ kind: 'redirect', tabId: 1, url: A, timeStamp: 1, redirectUrl: A }, 'requestId'],
    [{ kind: 'response', tabId: 1, url: A, timeStamp: 1, statusCode: 200 }, 'requestId'],
    [{ kind: 'removed', timeStamp: 1 }, 'tabId'],
    [{ kind: 'gesture', tabId: null, timeStamp: 1 }, 'tabId'],
    [{ kind: 'sweep', tabs: [] }, 'timeStamp'],
  ])('%j', (input, field) => {
    expect(step(NO_JOURNEYS, input)).toEqual({
      state: NO_JOURNEYS,
      decisions: [{ kind: 'malformed', field }],
    });
  });

  test.each([
    undefined,
    null,
    7,
    {},
    { version: 0, tabs: {} },
    { version: 1, tabs: { x: {} } },
    { version: 1, tabs: { 1: {} } },
  ])('stored state %j begins anew', (stored) => {
    expect(restoreJourneys(stored)).toEqual(NO_JOURNEYS);
  });
});
