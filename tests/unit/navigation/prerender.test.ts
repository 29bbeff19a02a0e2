import { describe, expect, test } from 'vitest';
import { A, announced, B, C, chromium, committed, qualified, redirect } from './events.ts';
import { story, travel } from './journey.ts';

const HIDDEN = { frameId: 7, documentLifecycle: 'prerender' };
const told = (...events: unknown[]) => story(travel(events).decisions);

describe('a page rendered ahead', () => {
  test('without an id cannot be known again', () => {
    const ahead = { ...committed(B, '', HIDDEN), documentId: undefined };
    const shown = { ...committed(B, '', chromium), documentId: undefined };
    expect(told(ahead)).toEqual([]);
    expect(told(ahead, shown)).toEqual([`visit link: ${B}`]);
  });

  test('counts once: committed again under its id it is known', () => {
    const { state } = travel([committed(B, 'd9', HIDDEN), committed(B, 'd9', chromium)]);
    expect(state.tabs[1]!.prerendered).toEqual({});
  });

  test('another document shown meanwhile is none', () => {
    const other = committed(C, 'd2', { ...chromium, transitionType: 'typed' });
    const { state, decisions } = travel([committed(B, 'd9', HIDDEN), other]);
    expect(story(decisions)).toEqual([`visit typed: ${C}`]);
    expect(Object.keys(state.tabs[1]!.prerendered)).toEqual(['d9']);
  });

  test('its address is that of its commit, with the fragment', () => {
    const events = [announced(A, HIDDEN), committed(A, 'd9', HIDDEN), committed(`${A}#x`, 'd9', chromium)];
    expect(told(...events)).toEqual([`visit prerender: ${A}#x`]);
  });

  test('keeps its chain beside a page that is shown by client redirect', () => {
    const events = [
      committed(A, 'd1', chromium),
      { ...redirect(B, C, '4'), ...HIDDEN },
      committed(C, 'd9', HIDDEN),
      committed(C, 'd9', { ...chromium, ...qualified('client_redirect') }),
    ];
    expect(told(...events).at(-1)).toBe(`visit prerender: ${B} -server-> ${C}`);
  });

  test('ten wait, the oldest go first', () => {
    const ahead = Array.from({ length: 12 }, (_, index) => committed(`${A}${index}`, `p${index}`, HIDDEN));
    const { state } = travel(ahead);
    expect(Object.keys(state.tabs[1]!.prerendered)).toEqual(
      Array.from({ length: 10 }, (_, index) => `p${index + 2}`),
    );
  });
});

describe('its navigation', () => {
  test('is not ended by the commit of the page shown, nor taken for its beginning', () => {
    const events = [
      announced(A, HIDDEN),
      committed(B, 'd1', { ...chromium, ...qualified('server_redirect') }),
    ];
    const { state, decisions } = travel(events);
    expect(story(decisions)).toEqual([`visit link: ${B}`]);
    expect(state.tabs[1]!.pending.map(({ frameId }) => frameId)).toEqual([7]);
  });

  test('is not ended by going back', () => {
    const back = committed(B, 'd1', { ...chromium, ...qualified('forward_back') });
    const { state } = travel([announced(A, HIDDEN), announced(B), announced(C), back]);
    expect(state.tabs[1]!.pending.map(({ frameId }) => frameId)).toEqual([7]);
  });
});
