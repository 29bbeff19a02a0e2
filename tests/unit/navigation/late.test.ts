import { describe, expect, test } from 'vitest';
import { A, B, C } from './events.ts';
import { story, travel } from './journey.ts';

const D = 'https://d.test/';
const at = (timeStamp: number, kind: string, url: string, more: object = {}) => {
  return { kind, tabId: 1, frameId: 0, url, timeStamp, ...more };
};
const shown = (timeStamp: number, url: string, documentId: string, more: object = {}) =>
  at(timeStamp, 'committed', url, { documentId, transitionType: 'typed', transitionQualifiers: [], ...more });
const asked = (timeStamp: number, url: string, requestId = 'r1') =>
  at(timeStamp, 'request', url, { requestId });
const moved = (timeStamp: number, url: string, redirectUrl: string, requestId = 'r1') =>
  at(timeStamp, 'redirect', url, { requestId, redirectUrl });
const told = (...events: unknown[]) => story(travel(events).decisions);
const looked = (...events: unknown[]) =>
  travel(events).decisions.flatMap((one) => (one.kind === 'judge' ? [`${one.phase} ${one.url}`] : []));

describe('what is told of the time before the page shown', () => {
  test('up to its very commit, is looked up no more', () => {
    expect(looked(shown(50, A, 'd1'), asked(50, B), moved(50, B, C))).toEqual([`commit ${A}`]);
    expect(looked(shown(50, A, 'd1'), asked(51, B))).toEqual([`commit ${A}`, `request ${B}`]);
  });

  test('goes on being late, though its next sign bears a later time', () => {
    const events = [shown(50, A, 'd1'), asked(40, B), moved(60, B, C), asked(61, C)];
    expect(looked(...events)).toEqual([`commit ${A}`]);
  });

  test('the request of the page itself explains nothing and leaves nothing', () => {
    const { state, decisions } = travel([shown(50, A, 'd1'), asked(40, `${A}#x`)]);
    expect(story(decisions)).toEqual([`visit typed: ${A}`]);
    expect(state.tabs[1]!.pending).toEqual([]);
  });

  test('a redirect that came by the page and went on is followed to its end', () => {
    const events = [shown(50, A, 'd1'), moved(40, A, B), moved(41, B, A)];
    expect(told(...events).at(-1)).toBe(`retold typed: ${A} -server-> ${B} -server-> ${A}`);
    expect(travel(events).state.tabs[1]!.pending).toEqual([]);
  });

  test('is nothing where the tab shows no page', () => {
    expect(told(shown(50, 'about:home', 'd0'), moved(40, A, B))).toEqual([
      'elsewhere, not the web: about:home',
    ]);
  });

  test('a chain no longer than the one known tells nothing', () => {
    const known = [moved(10, A, B), moved(11, B, C), shown(50, C, 'd1')];
    expect(told(...known, moved(12, D, C, 'r2'))).toEqual([
      `visit typed: ${A} -server-> ${B} -server-> ${C}`,
    ]);
  });

  test('a longer one takes the place of the own hops, and of no other', () => {
    const events = [
      shown(1, D, 'd0'),
      at(20, 'before', A),
      shown(50, C, 'd1', { transitionQualifiers: ['client_redirect', 'server_redirect'] }),
      moved(11, A, B),
      moved(12, B, C),
    ];
    expect(told(...events).slice(1)).toEqual([
      `visit client-redirect: ${D} -client-> ${A} -server-> ${C}`,
      `retold client-redirect: ${D} -client-> ${A} -server-> ${B} -server-> ${C}`,
    ]);
  });

  test('and is then the chain that a still longer one is measured by', () => {
    const events = [shown(50, C, 'd1'), moved(11, B, C), moved(12, D, C, 'r2')];
    expect(told(...events).slice(1)).toEqual([`retold typed: ${B} -server-> ${C}`]);
  });
});

describe('a click or a key', () => {
  const click = (timeStamp: number) => ({ kind: 'gesture', tabId: 1, timeStamp });
  const link = { transitionType: 'link' };

  test('at the very commit is in the page shown', () => {
    const events = [shown(10, A, 'd1'), shown(50, B, 'd2', link), click(50)];
    const { state, decisions } = travel(events);
    expect(story(decisions).at(-1)).toBe(`visit client-redirect: ${A} -client-> ${B}`);
    expect(state.tabs[1]!.shown?.gesture).toBe(true);
  });

  test('in the page before makes a link of what was taken for a redirect, with its own hops', () => {
    const events = [shown(10, A, 'd1'), moved(20, B, C), shown(50, C, 'd2', link), click(40)];
    expect(told(...events).slice(1)).toEqual([
      `visit client-redirect: ${A} -client-> ${B} -server-> ${C}`,
      `retold link: ${B} -server-> ${C}`,
    ]);
  });

  test('and of its address the one asked for', () => {
    const events = [shown(10, A, 'd1'), shown(50, B, 'd2', link), click(40)];
    expect(travel(events).decisions.at(-1)).toMatchObject({ askedFor: B, chain: [{ url: B, by: 'asked' }] });
  });

  test('told once more, tells nothing more', () => {
    const events = [shown(10, A, 'd1'), shown(50, B, 'd2', link), click(40), click(41)];
    expect(told(...events)).toHaveLength(3);
    expect(travel(events).state.tabs[1]!.shown).toMatchObject({
      inferred: false,
      how: 'link',
      gesture: false,
    });
  });

  test('makes no link of a redirect that the browser marks', () => {
    const marked = { transitionQualifiers: ['client_redirect'] };
    expect(told(shown(10, A, 'd1'), shown(50, B, 'd2', marked), click(40))).toHaveLength(2);
  });

  test('in a tab of which nothing is known is nothing', () => {
    expect(travel([click(40)]).decisions).toEqual([]);
  });
});
