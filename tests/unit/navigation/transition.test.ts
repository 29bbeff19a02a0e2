import { describe, expect, test } from 'vitest';
import type { Shown } from '../../../utils/navigation/state.ts';
import {
  MARKED_REDIRECT_MS,
  readTransition,
  UNMARKED_REDIRECT_MS,
} from '../../../utils/navigation/transition.ts';
import { A, B } from './events.ts';

const BEFORE: Shown = {
  key: 'd1',
  documentId: 'd1',
  url: A,
  at: 1_000,
  chain: [{ url: A, by: 'asked' }],
  own: 1,
  how: 'link',
  inferred: false,
  gesture: false,
};

function came(waited: number, qualifiers: string[] = [], { url = B, type = 'link', ...before } = {}) {
  const commit = {
    url,
    timeStamp: BEFORE.at + waited,
    transitionType: type,
    transitionQualifiers: qualifiers,
  };
  return readTransition(commit, { ...BEFORE, ...before });
}

const redirect = (inferred: boolean) => ({ how: 'client-redirect', inferred });
const plain = (how: string) => ({ how, inferred: false });

describe('a page after another', () => {
  test.each([
    ['at once', 0, redirect(true)],
    ['soon', UNMARKED_REDIRECT_MS, redirect(true)],
    ['later', UNMARKED_REDIRECT_MS + 1, plain('link')],
    ['committed before it', -1, plain('link')],
  ])('unmarked, %s', (_what, waited, seen) => {
    expect(came(waited)).toEqual(seen);
  });

  test.each([
    ['at once', 0, redirect(false)],
    ['after a while', MARKED_REDIRECT_MS, redirect(false)],
    ['much later', MARKED_REDIRECT_MS + 1, plain('link')],
    ['committed before it', -1, plain('link')],
  ])('marked, %s', (_what, waited, seen) => {
    expect(came(waited, ['client_redirect'])).toEqual(seen);
  });

  test('marked, whatever its type and in spite of a click', () => {
    const marked = ['client_redirect'];
    expect(came(10, marked, { type: 'form_submit' })).toEqual(redirect(false));
    expect(readTransition(commitOf(marked), { ...BEFORE, gesture: true })).toEqual(redirect(false));
  });

  test('unmarked, but of another type or after a click', () => {
    expect(came(10, [], { type: 'form_submit' })).toEqual(plain('form'));
    expect(readTransition(commitOf([]), { ...BEFORE, gesture: true })).toEqual(plain('link'));
  });

  test('the same page is a reload, its fragment apart', () => {
    expect(came(10, [], { url: `${A}#x` })).toEqual(plain('reload'));
    expect(came(10, ['client_redirect'], { url: A })).toEqual(plain('reload'));
  });

  test('none before it', () => {
    expect(readTransition(commitOf(['client_redirect']), null)).toEqual(plain('link'));
  });
});

test.each([
  [['forward_back', 'from_address_bar'], 'reload', 'back-forward'],
  [['from_address_bar'], 'reload', 'reload'],
  [['from_address_bar'], 'link', 'typed'],
  [[], 'typed', 'typed'],
  [[], 'generated', 'typed'],
  [[], 'keyword', 'typed'],
  [[], 'keyword_generated', 'typed'],
  [[], 'auto_bookmark', 'bookmark'],
  [[], 'form_submit', 'form'],
  [[], 'start_page', 'start'],
  [[], 'auto_toplevel', 'start'],
  [[], 'auto_subframe', 'other'],
  [[], '', 'other'],
])('%j of type %s is %s', (qualifiers, type, how) => {
  expect(came(10, qualifiers, { type })).toEqual(plain(how));
});

function commitOf(transitionQualifiers: string[]) {
  return { url: B, timeStamp: BEFORE.at + 10, transitionType: 'link', transitionQualifiers };
}
