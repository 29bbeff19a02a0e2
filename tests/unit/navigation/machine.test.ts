import { describe, expect, test } from 'vitest';
import { step } from '../../../utils/navigation/machine.ts';
import {
  MAX_CHAIN,
  MAX_KNOWN,
  MAX_TABS,
  NO_JOURNEYS,
  restoreJourneys,
} from '../../../utils/navigation/state.ts';
import { story, travel } from './journey.ts';

const A = 'https://a.test/';
const B = 'https://b.test/';
const C = 'https://c.test/';

let clock = 0;
/** An event a millisecond after the one before it. */
function event(kind: string, url: string, more: object = {}) {
  clock += 1;
  return { kind, tabId: 1, frameId: 0, url, timeStamp: clock, ...more };
}
const announced = (url: string, more = {}) => event('before', url, more);
const request = (url: string, requestId: string) => event('request', url, { requestId });
const redirect = (url: string, redirectUrl: string, requestId: string) =>
  event('redirect', url, { redirectUrl, requestId });
const committed = (url: string, documentId: string, more = {}) =>
  event('committed', url, { documentId, transitionType: 'link', transitionQualifiers: [], ...more });
const qualified = (...transitionQualifiers: string[]) => ({ transitionQualifiers });
const chromium = { documentLifecycle: 'active' };

describe('a document is visited once', () => {
  test('asked for, judged early, committed', () => {
    const { decisions } = travel([announced(A), request(A, '1'), committed(A, 'd1')]);
    expect(decisions.map((one) => (one.kind === 'judge' ? one.phase : one.kind))).toEqual([
      'request',
      'commit',
      'visit',
    ]);
  });

  test('the commit told twice', () => {
    const commit = committed(A, 'd1');
    expect(story(travel([announced(A), commit, commit]).decisions)).toEqual([`visit link: ${A}`]);
  });

  test('the commit told twice, without documentId', () => {
    const commit = { ...committed(A, ''), documentId: undefined };
    const { decisions } = travel([commit, commit]);
    expect(story(decisions)).toEqual([`visit link: ${A}`]);
    expect(decisions.find((one) => one.kind === 'visit')).toMatchObject({ documentId: null });
  });

  test('commit, then sweep by a new worker', () => {
    const sweep = { kind: 'sweep', timeStamp: clock + 50, tabs: [{ tabId: 1, url: A, documentId: 'd1' }] };
    expect(story(travel([announced(A), committed(A, 'd1'), sweep]).decisions)).toEqual([`visit link: ${A}`]);
  });

  test('sweep first, the commit told late', () => {
    const commit = committed(A, 'd1');
    const sweep = { kind: 'sweep', timeStamp: clock + 50, tabs: [{ tabId: 1, url: `${A}#x` }] };
    expect(story(travel([sweep, commit, commit]).decisions)).toEqual([`visit sweep: ${A}#x`]);
  });

  test('a sweep overtaken by a commit is old news', () => {
    const sweep = { kind: 'sweep', timeStamp: clock, tabs: [{ tabId: 1, url: B }] };
    expect(story(travel([committed(A, 'd1'), sweep]).decisions)).toEqual([`visit link: ${A}`]);
  });

  test('two sweeps without documentId', () => {
    const sweep = (timeStamp: number) => ({ kind: 'sweep', timeStamp, tabs: [{ tabId: 1, url: A }] });
    expect(story(travel([sweep(10), sweep(20)]).decisions)).toEqual([`visit sweep: ${A}`]);
  });

  test('reload is another document', () => {
    const events = [committed(A, 'd1'), committed(A, 'd2', { transitionType: 'reload' })];
    expect(story(travel(events).decisions)).toEqual([`visit link: ${A}`, `visit reload: ${A}`]);
  });

  test('back from the cache is the same document again', () => {
    const back = committed(A, 'd1', qualified('forward_back'));
    const events = [committed(A, 'd1'), event('gesture', A), committed(B, 'd2'), back, back];
    expect(story(travel(events).decisions)).toEqual([
      `visit link: ${A}`,
      `visit link: ${B}`,
      `shownAgain: ${A}`,
    ]);
  });

  test('a prerender counts when it is shown, with the chain by which it came', () => {
    const hidden = { frameId: 7, documentLifecycle: 'prerender' };
    const events = [
      announced(A, hidden),
      { ...redirect(A, B, '4'), ...hidden },
      committed(B, 'd9', hidden),
      event('inPage', `${B}x`, { ...hidden, documentId: 'd9' }),
      committed(B, 'd9', chromium),
    ];
    expect(story(travel(events.slice(0, 4)).decisions)).toEqual([]);
    expect(story(travel(events).decisions)).toEqual([`visit prerender: ${A} -server-> ${B}`]);
  });

  test('frames inside the page are none', () => {
    const inside = { frameId: 3, documentLifecycle: 'active' };
    expect(travel([announced(A, inside), committed(A, 'd1', inside)]).decisions).toEqual([]);
  });
});

describe('the address asked for is kept', () => {
  test.each([
    [
      'Chromium',
      (r: string) => [announced(A), request(A, r), redirect(A, B, r), redirect(B, C, r), committed(C, r)],
    ],
    [
      'Firefox, announcing the new address before the redirect is told',
      (r: string) => [
        request(A, r),
        announced(A),
        announced(C),
        redirect(A, B, r),
        redirect(B, C, r),
        committed(C, r),
      ],
    ],
    [
      'Firefox, announcing it after, and aborting the first',
      (r: string) => [
        announced(A),
        request(A, r),
        redirect(A, B, r),
        redirect(B, C, r),
        announced(C),
        event('error', A, { error: 'Error code 2152398850' }),
        committed(C, r, qualified('server_redirect')),
      ],
    ],
  ])('over 302: %s', (_browser, events) => {
    expect(story(travel(events('7')).decisions)).toEqual([`visit link: ${A} -server-> ${B} -server-> ${C}`]);
  });

  test('over a redirect that was not told', () => {
    const events = [announced(A), committed(B, 'd1', qualified('server_redirect'))];
    expect(story(travel(events).decisions)).toEqual([`visit link: ${A} -server-> ${B}`]);
  });

  test('but another page is no redirect', () => {
    expect(story(travel([announced(A), committed(B, 'd1')]).decisions)).toEqual([`visit link: ${B}`]);
  });

  test('over a marked client redirect, with every hop before it', () => {
    const events = [
      announced(A),
      redirect(A, B, '1'),
      committed(B, 'd1', chromium),
      announced(C),
      committed(C, 'd2', { ...chromium, ...qualified('client_redirect') }),
    ];
    expect(story(travel(events).decisions)).toEqual([
      `visit link: ${A} -server-> ${B}`,
      `visit client-redirect: ${A} -server-> ${B} -client-> ${C}`,
    ]);
  });

  test('over an unmarked one, by its timing', () => {
    const { decisions } = travel([committed(A, 'd1'), committed(B, 'd2')]);
    expect(story(decisions).at(-1)).toBe(`visit client-redirect: ${A} -client-> ${B}`);
    expect(decisions.at(-1)).toMatchObject({ chain: [{ by: 'asked' }, { inferred: true }] });
  });

  test.each([
    ['a click', ['gesture'], {}],
    ['the address bar', [], qualified('from_address_bar')],
    ['a typed address', [], { transitionType: 'typed' }],
    ['time', [], { timeStamp: clock + 60_000 }],
  ])('an unmarked link is no redirect after %s', (_what, between, more) => {
    const { decisions } = travel([
      committed(A, 'd1'),
      ...between.map((kind) => event(kind, A)),
      committed(B, 'd2', more),
    ]);
    expect(decisions.at(-1)).toMatchObject({ kind: 'visit', askedFor: B });
  });

  test('back to a page before pushState is no redirect', () => {
    const events = [announced(A), committed(`${A}pushed`, 'd1', qualified('forward_back'))];
    expect(story(travel(events).decisions)).toEqual([`visit back-forward: ${A}pushed`]);
  });

  test('a reload that refreshes itself is a reload', () => {
    const marked = { ...chromium, ...qualified('client_redirect') };
    expect(story(travel([committed(A, 'd1'), committed(A, 'd2', marked)]).decisions).at(-1)).toBe(
      `visit reload: ${A}`,
    );
  });
});

describe('what Firefox tells after the page it led to', () => {
  const at = (timeStamp: number, kind: string, url: string, more: object = {}) => {
    return { kind, tabId: 1, frameId: 0, url, timeStamp, ...more };
  };
  const link = { transitionType: 'link', transitionQualifiers: [] as string[] };
  const moved = { ...link, transitionQualifiers: ['server_redirect'] };
  const r1 = { requestId: 'r1' };
  const redirects = [
    at(10, 'request', A, r1),
    at(11, 'redirect', A, { ...r1, redirectUrl: B }),
    at(12, 'request', B, r1),
    at(13, 'redirect', B, { ...r1, redirectUrl: C }),
    at(14, 'request', C, r1),
    at(15, 'response', C, { ...r1, statusCode: 200 }),
  ];
  const whole = `${A} -server-> ${B} -server-> ${C}`;

  test('a chain with its middle hop: the visit is told again', () => {
    const events = [
      at(10, 'before', A),
      at(40, 'before', C),
      at(50, 'committed', C, { documentId: 'd1', ...moved }),
    ];
    expect(story(travel([...events, ...redirects]).decisions)).toEqual([
      `visit link: ${A} -server-> ${C}`,
      `retold link: ${whole}`,
    ]);
  });

  test('the whole chain, to a worker that had to be started', () => {
    const commit = at(50, 'committed', C, { documentId: 'd1', ...moved });
    const { decisions } = travel([commit, ...redirects]);
    expect(story(decisions)).toEqual([`visit link: ${C}`, `retold link: ${whole}`]);
    expect(decisions.filter((one) => one.kind === 'judge').map((one) => one.url)).toEqual([C]);
  });

  test('a chain after a client redirect keeps what was before', () => {
    const events = [
      at(1, 'committed', 'https://d.test/', { documentId: 'd0', ...link }),
      at(50, 'committed', C, {
        documentId: 'd1',
        ...moved,
        transitionQualifiers: ['client_redirect', 'server_redirect'],
      }),
    ];
    expect(story(travel([...events, ...redirects]).decisions).at(-1)).toBe(
      `retold client-redirect: https://d.test/ -client-> ${whole}`,
    );
  });

  test('nothing, where the chain is known', () => {
    const events = [at(10, 'before', A), at(50, 'committed', C, { documentId: 'd1', ...moved })];
    const known = [redirects[0], redirects[1], redirects[2], redirects[3]];
    expect(story(travel([...known, ...events, ...redirects]).decisions)).toEqual([`visit link: ${whole}`]);
  });

  test('a click, told after the page it led to: no redirect, but a link', () => {
    const events = [
      at(10, 'committed', A, { documentId: 'd1', ...link }),
      at(50, 'committed', B, { documentId: 'd2', ...link }),
      { kind: 'gesture', tabId: 1, timeStamp: 40 },
    ];
    expect(story(travel(events).decisions).slice(1)).toEqual([
      `visit client-redirect: ${A} -client-> ${B}`,
      `retold link: ${B}`,
    ]);
  });

  test('the end of a download', () => {
    const events = [
      at(10, 'before', A),
      at(20, 'completed', A, { documentId: 'd0' }),
      at(11, 'request', A, r1),
      at(12, 'response', A, { ...r1, statusCode: 200 }),
      at(60, 'committed', B, { documentId: 'd1', ...link }),
    ];
    expect(story(travel(events).decisions)).toEqual([`dropped download: ${A}`, `visit link: ${B}`]);
  });
});

describe('a navigation without a document is dropped', () => {
  const answered = (statusCode: number) => event('response', A, { requestId: '1', statusCode });
  const asked = () => [announced(A), request(A, '1')];
  test.each([
    ['download, Chromium', [answered(200), event('error', A, { error: 'net::ERR_ABORTED' })], 'download'],
    ['download, Firefox', [answered(200), event('completed', A)], 'download'],
    ['204', [answered(204), event('error', A, { error: 'net::ERR_ABORTED' })], 'no content'],
    ['stopped', [event('failed', A, { requestId: '1', error: 'NS_BINDING_ABORTED' })], 'aborted'],
    ['closed', [{ kind: 'removed', tabId: 1, timeStamp: clock }], 'closed'],
  ])('%s', (_what, events, reason) => {
    const { decisions, state } = travel([...asked(), ...events, ...events]);
    expect(story(decisions)).toEqual([`dropped ${reason}: ${A}`]);
    expect(state.tabs[1]?.pending ?? []).toEqual([]);
  });

  test('bad certificate, Chromium: an error, no commit', () => {
    const error = { error: 'net::ERR_CERT_AUTHORITY_INVALID' };
    const events = [...asked(), event('failed', A, { requestId: '1', ...error }), event('error', A, error)];
    expect(story(travel(events).decisions)).toEqual([
      `dropped certificate: ${A}`,
      `elsewhere, error page: ${A}`,
    ]);
  });

  test('bad certificate, Firefox: the error page is committed as the site', () => {
    const events = [
      ...asked(),
      event('failed', A, { requestId: '1', error: 'The certificate is not trusted.' }),
    ];
    const { decisions } = travel([...events, committed(A, 'd1')]);
    expect(story(decisions)).toEqual([`dropped certificate: ${A}`, `elsewhere, error page: ${A}`]);
  });

  test('and the next try is a visit', () => {
    const failed = event('failed', A, { requestId: '1', error: 'SEC_ERROR_UNKNOWN_ISSUER' });
    const events = [
      ...asked(),
      failed,
      committed(A, 'd1'),
      announced(A),
      request(A, '2'),
      committed(A, 'd2'),
    ];
    expect(story(travel(events).decisions).at(-1)).toBe(`visit link: ${A}`);
  });

  test('the page shown stays, and a later one is asked for anew', () => {
    const events = [committed(A, 'd1'), announced(B), event('error', B, { error: 'net::ERR_ABORTED' })];
    const { decisions } = travel([
      ...events,
      event('inPage', `${A}#x`, { documentId: 'd1' }),
      committed(C, 'd2'),
    ]);
    expect(story(decisions).slice(1, 3)).toEqual([`dropped aborted: ${B}`, `inPage: ${A}#x`]);
  });
});

describe('inside a document', () => {
  test('a changed address is told, the same address is not', () => {
    const inPage = event('inPage', `${A}#x`, { documentId: 'd1' });
    expect(story(travel([committed(A, 'd1'), inPage, inPage]).decisions)).toEqual([
      `visit link: ${A}`,
      `inPage: ${A}#x`,
    ]);
  });

  test('one never told of is found by it', () => {
    expect(story(travel([event('inPage', A, { documentId: 'd1' })]).decisions)).toEqual([
      `visit sweep: ${A}`,
    ]);
  });
});

describe('what cannot be checked', () => {
  test.each(['about:blank', 'chrome://settings/', 'moz-extension://1/x.html', 'file:///x.html'])(
    '%s',
    (url) => {
      expect(story(travel([committed(A, 'd1'), committed(url, 'd2')]).decisions).at(-1)).toBe(
        `elsewhere, not the web: ${url}`,
      );
    },
  );

  test('a new tab that is blank before its page comes', () => {
    const events = [event('target', A), committed('about:blank', 'd0'), committed(A, 'd1')];
    expect(story(travel(events).decisions).at(-1)).toBe(`visit link: ${A}`);
  });

  test('tabs that are not loaded, and error pages, in a sweep', () => {
    const tabs = [
      { tabId: 1, url: A, discarded: true },
      { tabId: 2, url: A, errorOccurred: true },
      { tabId: 3, url: 'about:home' },
      { tabId: -1, url: A },
      null,
    ];
    const { decisions } = travel([{ kind: 'sweep', timeStamp: 1, tabs }]);
    expect(story(decisions)).toEqual([`elsewhere, error page: ${A}`]);
  });
});

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

describe('tabs', () => {
  test('a replaced tab keeps its journey', () => {
    const events = [committed(A, 'd1'), { kind: 'replaced', tabId: 2, replacedTabId: 1, timeStamp: clock }];
    const { state, decisions } = travel([...events, { ...committed(A, 'd1'), tabId: 2 }]);
    expect(Object.keys(state.tabs)).toEqual(['2']);
    expect(story(decisions)).toEqual([`visit link: ${A}`]);
  });

  test('do not mix', () => {
    const events = [
      announced(A),
      { ...announced(B), tabId: 2 },
      committed(A, 'd1'),
      { ...committed(B, 'd2'), tabId: 2 },
    ];
    expect(story(travel(events).decisions)).toEqual([`visit link: ${A}`, `visit link: ${B}`]);
  });
});
