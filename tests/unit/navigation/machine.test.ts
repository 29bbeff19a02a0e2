import { describe, expect, test } from 'vitest';
import { A, announced, B, chromium, committed, event, now, qualified, redirect, request } from './events.ts';
import { story, travel } from './journey.ts';

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
    const sweep = { kind: 'sweep', timeStamp: now() + 50, tabs: [{ tabId: 1, url: A, documentId: 'd1' }] };
    expect(story(travel([announced(A), committed(A, 'd1'), sweep]).decisions)).toEqual([`visit link: ${A}`]);
  });

  test('sweep first, the commit told late', () => {
    const commit = committed(A, 'd1');
    const sweep = { kind: 'sweep', timeStamp: now() + 50, tabs: [{ tabId: 1, url: `${A}#x` }] };
    expect(story(travel([sweep, commit, commit]).decisions)).toEqual([`visit sweep: ${A}#x`]);
  });

  test('a sweep overtaken by a commit is old news', () => {
    const sweep = { kind: 'sweep', timeStamp: now(), tabs: [{ tabId: 1, url: B }] };
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

describe('tabs', () => {
  test('a replaced tab keeps its journey', () => {
    const events = [committed(A, 'd1'), { kind: 'replaced', tabId: 2, replacedTabId: 1, timeStamp: now() }];
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
