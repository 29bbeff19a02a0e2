import { describe, expect, test } from 'vitest';
import {
  A,
  announced,
  B,
  C,
  chromium,
  committed,
  event,
  now,
  qualified,
  redirect,
  request,
} from './events.ts';
import { story, travel } from './journey.ts';

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

  test('a redirect that was told is not taken for one that began elsewhere', () => {
    const events = [announced(C), redirect(A, B, '1'), committed(B, 'd1', qualified('server_redirect'))];
    expect(story(travel(events).decisions)).toEqual([`visit link: ${A} -server-> ${B}`]);
  });

  test('each hop is looked up as it comes', () => {
    const { decisions } = travel([request(A, '1'), redirect(A, B, '1'), redirect(B, C, '1')]);
    expect(decisions.map((one) => one.kind === 'judge' && `${one.phase} ${one.url}`)).toEqual([
      `request ${A}`,
      `redirect ${B}`,
      `redirect ${C}`,
    ]);
  });

  test.each([
    ['told', [announced(A), redirect(A, B, '1'), committed(B, 'd1')]],
    ['not told', [announced(A), committed(B, 'd1', qualified('server_redirect'))]],
    ['replaced by another', [announced(C), announced(A), committed(A, 'd1')]],
  ])('and nothing is under way after the commit: %s', (_what, events) => {
    expect(travel(events).state.tabs[1]!.pending).toEqual([]);
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
    ['time', [], { timeStamp: now() + 60_000 }],
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
