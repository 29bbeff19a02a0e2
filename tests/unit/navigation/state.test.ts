import { describe, expect, test } from 'vitest';
import {
  extend,
  type Journeys,
  MAX_CHAIN,
  MAX_TABS,
  NO_JOURNEYS,
  newTab,
  restoreJourneys,
  type TabJourney,
  withoutTab,
  withTab,
} from '../../../utils/navigation/state.ts';
import { A, B } from './events.ts';

const SHOWN: TabJourney['shown'] = {
  key: 'd1',
  documentId: 'd1',
  url: A,
  at: 1,
  chain: [{ url: A, by: 'asked' }],
  own: 1,
  how: 'link',
  inferred: false,
  gesture: false,
};
const PENDING: TabJourney['pending'][number] = {
  frameId: 0,
  requestId: null,
  chain: [{ url: B, by: 'asked' }],
  judged: null,
  status: null,
  failed: null,
  late: false,
};
const WHOLE: TabJourney = { ...newTab(5), pending: [PENDING], shown: SHOWN, known: ['d1'], settled: 1 };
const kept = (tabs: unknown, version: unknown = NO_JOURNEYS.version) => restoreJourneys({ version, tabs });

describe('what an earlier worker kept', () => {
  test('is taken up', () => {
    const tabs = { 1: WHOLE, 27: { ...WHOLE, shown: null, pending: [] } };
    expect(kept(tabs)).toEqual({ version: NO_JOURNEYS.version, tabs });
  });

  test.each([
    ['of another version', { 1: WHOLE }, 2],
    ['without a version', { 1: WHOLE }, undefined],
    ['that is a text', 'tabs', NO_JOURNEYS.version],
    ['that is nothing', null, NO_JOURNEYS.version],
    ['that is missing', undefined, NO_JOURNEYS.version],
  ])('begins anew from one %s', (_what, tabs, version) => {
    expect(restoreJourneys({ version, tabs })).toEqual(NO_JOURNEYS);
  });

  const BROKEN: [string, unknown][] = [
    ['nothing', null],
    ['a text', 'tab'],
    ['a list', []],
    ['no navigations', { ...WHOLE, pending: null }],
    ['a navigation that is nothing', { ...WHOLE, pending: [null] }],
    ['a navigation without a chain', { ...WHOLE, pending: [{ ...PENDING, chain: undefined }] }],
    ['a navigation whose chain is empty', { ...WHOLE, pending: [PENDING, { ...PENDING, chain: [] }] }],
    ['no word of what it shows', { ...WHOLE, shown: undefined }],
    ['a document without a key', { ...WHOLE, shown: { ...SHOWN, key: undefined } }],
    ['a document without a chain', { ...WHOLE, shown: { ...SHOWN, chain: 'x' } }],
    ['no documents known', { ...WHOLE, known: { length: 1 } }],
    ['no prerenders', { ...WHOLE, prerendered: null }],
    ['prerenders that are a text', { ...WHOLE, prerendered: 'x' }],
    ['no time of an end', { ...WHOLE, settled: null }],
    ['no time of an event', { ...WHOLE, last: '1' }],
  ];
  test.each(BROKEN)('a tab with %s is left out, the others stay', (_what, tab) => {
    expect(kept({ 1: tab, 2: WHOLE }).tabs).toEqual({ 2: WHOLE });
  });

  test.each(['-1', 'x1', '1x', ''])('a tab called %j is left out', (id) => {
    expect(kept({ [id]: WHOLE }).tabs).toEqual({});
  });
});

describe('a tab', () => {
  const one = withTab(NO_JOURNEYS, 1, WHOLE);

  test.each([
    ['a document', { shown: SHOWN }],
    ['what it shows instead', { away: 'not the web about:home' }],
    ['a navigation', { pending: [PENDING] }],
    ['a document known', { known: ['d1'] }],
    ['a prerender', { prerendered: { d2: [] } }],
    ['a navigation beside a prerender', { pending: [PENDING], prerendered: { d2: [] } }],
    ['a navigation beside a document known', { pending: [PENDING], known: ['d1'] }],
  ])('with %s is kept', (_what, parts) => {
    const tab = { ...newTab(1), ...parts };
    expect(withTab(NO_JOURNEYS, 1, tab).tabs).toEqual({ 1: tab });
  });

  test('with nothing to remember leaves no place', () => {
    expect(withTab(one, 1, newTab(9))).toEqual(NO_JOURNEYS);
  });

  test('that is gone leaves the others', () => {
    expect(withoutTab(withTab(one, 2, WHOLE), 1).tabs).toEqual({ 2: WHOLE });
  });

  test('that was never there changes nothing', () => {
    expect(withoutTab(one, 2)).toBe(one);
    expect(withTab(one, 2, newTab(9))).toBe(one);
  });
});

describe('past the most tabs', () => {
  const at = (last: number): TabJourney => ({ ...WHOLE, last });
  const full: Journeys = {
    ...NO_JOURNEYS,
    tabs: Object.fromEntries(
      Array.from({ length: MAX_TABS }, (_, index) => [index, at(index === 40 ? 3 : 10 + index)]),
    ),
  };

  test('the one that was quiet longest goes', () => {
    const { tabs } = withTab(full, 9_999, at(5_000));
    expect(Object.keys(tabs)).toHaveLength(MAX_TABS);
    expect(tabs[40]).toBeUndefined();
    expect(tabs[9_999]).toBeDefined();
  });

  test('never the one that is put there, though its event is the oldest', () => {
    const { tabs } = withTab(full, 9_999, at(0));
    expect(tabs[9_999]).toBeDefined();
    expect(tabs[40]).toBeUndefined();
  });

  test('one that is there already pushes none out', () => {
    expect(Object.keys(withTab(full, 7, at(5_000)).tabs)).toHaveLength(MAX_TABS);
    expect(withTab(full, 7, at(5_000)).tabs[40]).toBeDefined();
  });
});

describe('a chain', () => {
  const hops = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ url: `${A}${index}`, by: 'server' }) as const);

  test('is whole up to its bound', () => {
    expect(extend(hops(MAX_CHAIN - 1), ...hops(1))).toEqual([...hops(MAX_CHAIN - 1), ...hops(1)]);
  });

  test('past it loses its middle', () => {
    const all = hops(MAX_CHAIN + 3);
    const half = MAX_CHAIN / 2;
    expect(extend(all.slice(0, 2), ...all.slice(2))).toEqual([...all.slice(0, half), ...all.slice(-half)]);
  });
});
