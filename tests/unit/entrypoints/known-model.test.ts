import { expect, test } from 'vitest';
import type { PopupFacts } from '../../../components/models/popup.ts';
import { type Found, knownModel } from '../../../entrypoints/popup/known-model.ts';

const FACTS: PopupFacts = {
  recording: { mode: 'paused', locked: false },
  policy: { managed: true, foreignList: false, support: null },
};
const VERDICT = {
  host: { ascii: 'okx.com', unicode: 'okx.com', registrable: 'okx.com' },
  findings: [],
  ignored: [],
  tier: 'none',
  list: { version: 7, issued: '2026-11-01T00:00:00Z' },
};
const VIEW = { url: 'https://okx.com/a', verdict: VERDICT, marks: {} };
const LISTED = { kind: 'listed', tier: 'notice' };

function found(change: { tab?: Partial<Found['tab']>; kept?: Record<string, unknown> } = {}): Found {
  return {
    tab: { id: 7, url: 'https://okx.com/b', incognito: false, ...change.tab },
    kept: { popupFacts: FACTS, 'tab:7': VIEW, ...change.kept },
  };
}

test('a page judged before is shown from what the session keeps, and more is asked for', () => {
  expect(knownModel(found())).toEqual({
    ...FACTS,
    privateWindow: false,
    unrecorded: null,
    page: { state: 'notListed', host: VERDICT.host, also: [], ignored: [] },
    list: VERDICT.list,
    asked: null,
    stale: null,
    recent: [],
    more: true,
  });
  expect(knownModel(found({ tab: { incognito: true } }))?.privateWindow).toBe(true);
  // A browser that tells no address: the tab's own view stands.
  expect(knownModel({ ...found(), tab: { id: 7, incognito: false } })?.page.state).toBe('notListed');
});

test.each([
  ['nothing kept', { kept: { popupFacts: undefined, 'tab:7': undefined } }],
  ['no facts', { kept: { popupFacts: undefined } }],
  ['a page of another host meanwhile', { tab: { url: 'https://kraken.com/' } }],
  ['another tab', { tab: { id: 8 } }],
  ['nothing found, and not read', { kept: { 'tab:7': { ...VIEW, marks: null } } }],
  [
    'nothing found, not read, and no address told',
    { tab: { url: undefined }, kept: { 'tab:7': { ...VIEW, marks: null } } },
  ],
  ['not judged', { kept: { 'tab:7': { ...VIEW, verdict: null } } }],
  ['no page of the web', { kept: { 'tab:7': { elsewhere: 'not the web', url: 'about:blank' } } }],
  ['a link was asked about', { kept: { askedIn: 7 } }],
] as const)('the background is asked: %s', (_what, change) => {
  expect(knownModel(found(change as Parameters<typeof found>[0]))).toBeNull();
});

test('a page that was not recorded is told of from the start, where recording is on and the window is no private one', () => {
  const on = { ...FACTS, recording: { mode: 'on', locked: false } };
  const unrecorded = (tab: Partial<Found['tab']>, popupFacts: object) =>
    knownModel(found({ tab, kept: { popupFacts, unrecorded: 'full' } }))?.unrecorded;
  expect(unrecorded({}, on)).toBe('full');
  expect(unrecorded({ incognito: true }, on)).toBeNull();
  expect(unrecorded({}, FACTS)).toBeNull();
});

test('a link asked about in another tab holds nothing up', () => {
  expect(knownModel(found({ kept: { askedIn: 8 } }))).not.toBeNull();
});

test.each([
  ['found', { findings: [LISTED] }, 'listed'],
  ['found and ignored', { ignored: ['listed'] }, 'notListed'],
])(
  'what is %s by the host alone stands, though its page was never read and no address is told',
  (_what, change, state) => {
    const view = { ...VIEW, verdict: { ...VERDICT, ...change }, marks: null };
    const { page } =
      knownModel({ ...found({ kept: { 'tab:7': view } }), tab: { id: 7, incognito: false } }) ?? {};
    expect(page?.state).toBe(state);
  },
);
