import { describe, expect, test } from 'vitest';
import { goesBy } from '../../../utils/navigation/goes-by.ts';
import { A, announced, B, C, committed, event, qualified, redirect, request } from './events.ts';
import { travel } from './journey.ts';

/** By which of three addresses a tab goes after these events. */
function by(...events: object[]): string[] {
  const tab = travel(events).state.tabs[1];
  return [A, B, C].filter((url) => goesBy(tab, url));
}

describe('a tab goes by', () => {
  test('nothing before it was told of', () => {
    expect(goesBy(undefined, A)).toBe(false);
  });

  test.each([
    ['what it is under way to', [announced(A)], [A]],
    ['all of a chain of redirects', [request(A, '1'), redirect(A, B, '1'), redirect(B, C, '1')], [A, B, C]],
    ['what it shows', [announced(A), committed(A, 'd1')], [A]],
    ['what it shows, told with a fragment', [announced(A), committed(`${A}#x`, 'd1')], [A]],
    ['what it shows, changed in its page', [committed(A, 'd1'), event('inPage', `${A}x`)], [A]],
    [
      'what redirected to the page shown, by server or page',
      [request(A, '1'), redirect(A, B, '1'), committed(B, 'd1'), announced(C), committed(C, 'd2')],
      [A, B, C],
    ],
    ['the page shown and the one under way', [committed(A, 'd1'), announced(B)], [A, B]],
  ])('%s', (_what, events, expected) => {
    expect(by(...events)).toEqual(expected);
  });
});

describe('a tab goes no longer by', () => {
  test.each([
    ['a navigation that was stopped', [announced(A), event('error', A, { error: 'net::ERR_ABORTED' })], []],
    ['one overtaken by another, which is shown', [announced(A), announced(B), committed(B, 'd1')], [B]],
    [
      'a page that was left for another',
      [committed(A, 'd1'), committed(B, 'd2', { transitionType: 'typed', ...qualified('from_address_bar') })],
      [B],
    ],
    ['a page that was left for none of the web', [committed(A, 'd1'), committed('about:blank', 'd2')], []],
  ])('%s', (_what, events, expected) => {
    expect(by(...events)).toEqual(expected);
  });
});
