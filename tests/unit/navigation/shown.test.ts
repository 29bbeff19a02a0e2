import { describe, expect, test } from 'vitest';
import { withoutAddress } from '../../../utils/navigation/shown.ts';
import { MAX_KNOWN } from '../../../utils/navigation/state.ts';
import { A, B, C, committed, event, now, qualified } from './events.ts';
import { story, travel } from './journey.ts';

const sweep = (url: string, more: object = {}) => ({
  kind: 'sweep',
  timeStamp: now() + 1,
  tabs: [{ tabId: 1, url, ...more }],
});
const inPage = (url: string, documentId?: string) => event('inPage', url, documentId ? { documentId } : {});
const told = (...events: unknown[]) => story(travel(events).decisions);

describe('what cannot be checked is told', () => {
  test('once', () => {
    expect(told(committed('about:home', 'd1'), committed('about:home', 'd2'))).toEqual([
      'elsewhere, not the web: about:home',
    ]);
  });

  test('for each address and each reason', () => {
    expect(
      told(
        committed('about:home', 'd1'),
        committed('about:config', 'd2'),
        sweep(A, { errorOccurred: true }),
        sweep(B, { errorOccurred: true }),
      ),
    ).toEqual([
      'elsewhere, not the web: about:home',
      'elsewhere, not the web: about:config',
      `elsewhere, error page: ${A}`,
      `elsewhere, error page: ${B}`,
    ]);
  });

  test('again after a page', () => {
    expect(told(committed('about:home', 'd1'), committed(A, 'd2'), committed('about:home', 'd3'))).toEqual([
      'elsewhere, not the web: about:home',
      `visit link: ${A}`,
      'elsewhere, not the web: about:home',
    ]);
  });
});

describe('a document without an id', () => {
  const bare = (url: string, more = {}) => ({ ...committed(url, ''), documentId: undefined, ...more });

  test('has a key of its own, by tab, time and address', () => {
    const one = bare(A);
    const keys = travel([
      one,
      { ...one, tabId: 2 },
      { ...one, url: B },
      { ...one, url: B, timeStamp: one.timeStamp + 1 },
    ]).decisions.flatMap((decision) => (decision.kind === 'visit' ? [decision.key] : []));
    expect(new Set(keys).size).toBe(4);
  });

  test('has a key whose part before the address is its own, though another came in the same instant', () => {
    const one = bare(A, { timeStamp: now() + 100, transitionType: 'typed' });
    const found = { kind: 'sweep', timeStamp: one.timeStamp, tabs: [{ tabId: 1, url: B }] };
    const third = { ...one, url: C };
    const { decisions } = travel([one, one, found, found, third, third, one]);
    const keys = decisions.flatMap((decision) => (decision.kind === 'visit' ? [decision.key] : []));
    const at = `tab 1 at ${one.timeStamp}`;
    expect(keys.map(withoutAddress)).toEqual([at, `${at} (2)`, `${at} (3)`]);
    expect(keys).toEqual([`${at}: ${A}`, `${at} (2): ${B}`, `${at} (3): ${C}`]);
  });

  test('takes the id that a later look finds, and keeps its key', () => {
    const { state, decisions } = travel([sweep(A), sweep(A, { documentId: 'd1' })]);
    const [visit] = decisions.filter((one) => one.kind === 'visit');
    expect(story(decisions)).toEqual([`visit sweep: ${A}`]);
    expect(state.tabs[1]!.shown).toMatchObject({
      documentId: 'd1',
      key: visit?.kind === 'visit' && visit.key,
    });
  });

  test('is told of under that id no more', () => {
    expect(
      told(sweep(A), sweep(A, { documentId: 'd1' }), inPage(`${A}#x`, 'd1'), committed(A, 'd1')),
    ).toEqual([`visit sweep: ${A}`, `inPage: ${A}#x`]);
  });

  test('once, and never another', () => {
    const { state } = travel([
      sweep(A),
      sweep(A),
      sweep(A, { documentId: 'd1' }),
      sweep(A, { documentId: 'd1' }),
      sweep(A),
    ]);
    const { key, documentId } = state.tabs[1]!.shown!;
    expect(documentId).toBe('d1');
    expect(state.tabs[1]!.known).toEqual([key, 'd1']);
  });

  test('and by another id is another', () => {
    const found = [sweep(A), sweep(A, { documentId: 'd1' })];
    expect(told(...found, inPage(`${A}#x`, 'd2'))).toEqual([`visit sweep: ${A}`, `visit sweep: ${A}#x`]);
  });

  test('takes the id of a commit told late, but not of a later one, nor of another page', () => {
    const before = committed(A, 'd1');
    const other = committed(B, 'd1');
    const found = sweep(A);
    const after = committed(A, 'd1', { timeStamp: now() + 10, transitionType: 'typed' });
    expect(told(found, before)).toEqual([`visit sweep: ${A}`]);
    expect(told(found, { ...before, timeStamp: found.timeStamp })).toEqual([`visit sweep: ${A}`]);
    expect(told(found, after)).toEqual([`visit sweep: ${A}`, `visit typed: ${A}`]);
    expect(told(found, { ...other, transitionType: 'typed' })).toEqual([
      `visit sweep: ${A}`,
      `visit typed: ${B}`,
    ]);
  });

  test('a commit without an id is no word of one found with it', () => {
    const before = { ...committed(A, ''), documentId: undefined, transitionType: 'typed' };
    expect(told(sweep(A, { documentId: 'd1' }), before)).toEqual([`visit sweep: ${A}`, `visit typed: ${A}`]);
  });
});

test('a commit told late of another document than the one shown is a visit', () => {
  const early = committed(A, 'd1', { transitionType: 'typed' });
  const later = committed(A, 'd2', { transitionType: 'typed' });
  expect(told(later, early)).toEqual([`visit typed: ${A}`, `visit typed: ${A}`]);
});

describe('a tab found open', () => {
  test('was asked for, as far as anybody knows', () => {
    expect(travel([sweep(A)]).decisions.at(-1)).toMatchObject({ chain: [{ url: A, by: 'asked' }] });
  });

  test('with another document at the same address', () => {
    expect(told(committed(A, 'd1'), sweep(A, { documentId: 'd2' }))).toEqual([
      `visit link: ${A}`,
      `visit sweep: ${A}`,
    ]);
  });

  test('with the same document, whose address has changed meanwhile', () => {
    expect(told(committed(A, 'd1'), sweep(B, { documentId: 'd1' }))).toEqual([`visit link: ${A}`]);
  });

  test('with a document that had its visit', () => {
    expect(
      told(committed(A, 'd1'), event('gesture', A), committed(B, 'd2'), sweep(A, { documentId: 'd1' })),
    ).toEqual([`visit link: ${A}`, `visit link: ${B}`, `shownAgain: ${A}`]);
  });

  test('at the very time of a commit is news', () => {
    const commit = committed(A, 'd1');
    const found = {
      kind: 'sweep',
      timeStamp: commit.timeStamp,
      tabs: [{ tabId: 1, url: B, documentId: 'd2' }],
    };
    expect(told(commit, found)).toEqual([`visit link: ${A}`, `visit sweep: ${B}`]);
  });
});

describe('a page shown again', () => {
  const back = () => [
    committed(A, 'd1'),
    event('gesture', A),
    committed(B, 'd2'),
    committed(A, 'd1', qualified('forward_back')),
  ];

  test('is looked up again, as asked for', () => {
    expect(travel(back()).decisions.at(-2)).toMatchObject({
      kind: 'judge',
      url: A,
      phase: 'commit',
      documentId: 'd1',
      chain: [{ url: A, by: 'asked' }],
    });
  });

  test('begins what it leads to, with no click of before', () => {
    expect(told(...back(), committed(C, 'd3')).at(-1)).toBe(`visit client-redirect: ${A} -client-> ${C}`);
  });

  test('that a late redirect explains was still gone back to', () => {
    const pages = back();
    const came = pages.at(-1) as { timeStamp: number };
    const late = { tabId: 1, frameId: 0, requestId: '9', timeStamp: came.timeStamp - 1 };
    const redirected = { kind: 'redirect', ...late, url: C, redirectUrl: A };
    expect(told(...pages, redirected).at(-1)).toBe(`retold back-forward: ${C} -server-> ${A}`);
  });
});

describe('an address that changes in its page', () => {
  test('without an id, in the page shown', () => {
    expect(told(committed(A, 'd1'), inPage(`${A}#x`))).toEqual([`visit link: ${A}`, `inPage: ${A}#x`]);
  });

  test('in another document than the one shown: that one is found', () => {
    expect(told(committed(A, 'd1'), inPage(`${A}#x`, 'd2'))).toEqual([
      `visit link: ${A}`,
      `visit sweep: ${A}#x`,
    ]);
  });

  test('outside the web is nothing', () => {
    expect(told(committed(A, 'd1'), inPage('about:blank#x', 'd1'), inPage('about:blank#x', 'd2'))).toEqual([
      `visit link: ${A}`,
    ]);
  });
});

test('ids taken later are bounded as well', () => {
  const found = Array.from({ length: MAX_KNOWN }, (_, index) => [
    sweep(`${A}${index}`),
    { ...sweep(`${A}${index}`, { documentId: `d${index}` }), timeStamp: now() + 2 },
  ]);
  expect(travel(found.flat()).state.tabs[1]!.known).toHaveLength(MAX_KNOWN);
});
