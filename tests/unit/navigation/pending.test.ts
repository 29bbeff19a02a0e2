import { describe, expect, test } from 'vitest';
import {
  begin,
  byRequest,
  comingBy,
  end,
  endingAt,
  endWithOlder,
  follow,
  judgeOnce,
} from '../../../utils/navigation/pending.ts';
import { MAX_PENDING, newTab } from '../../../utils/navigation/state.ts';
import { A, B, C } from './events.ts';

const top = (url: string) => ({ frameId: 0, url });
const inside = (url: string) => ({ frameId: 7, url });

describe('a first sign', () => {
  test('begins a navigation', () => {
    const tab = newTab(0);
    expect(begin(tab, top(A), null)).toEqual({
      frameId: 0,
      requestId: null,
      chain: [{ url: A, by: 'asked' }],
      judged: null,
      status: null,
      failed: null,
      late: false,
    });
    expect(tab.pending).toHaveLength(1);
  });

  test('and the next of the same page is another sign of it', () => {
    const tab = newTab(0);
    const one = begin(tab, top(A), null);
    expect(begin(tab, top(`${A}#x`), '1')).toBe(one);
    expect(begin(tab, top(A), null)).toBe(one);
    expect(begin(tab, top(A), '1')).toBe(one);
    expect(one.requestId).toBe('1');
  });

  test.each([
    ['another request', top(A), '2', false],
    ['another frame', inside(A), '1', false],
    ['another page', top(B), '1', false],
  ] as const)('of %s begins another', (_what, where, requestId, late) => {
    const tab = newTab(0);
    const one = begin(tab, top(A), '1');
    expect(begin(tab, where, requestId, late)).not.toBe(one);
    expect(tab.pending).toHaveLength(2);
  });

  test('told late is none of a navigation under way, and goes on with one that is late', () => {
    const tab = newTab(0);
    const late = begin(tab, top(A), '1', true);
    expect(late.late).toBe(true);
    expect(begin(tab, top(A), '1', true)).toBe(late);
    expect(begin(tab, top(A), '1')).not.toBe(late);
  });

  test(`past ${MAX_PENDING} the oldest is given up`, () => {
    const tab = newTab(0);
    for (let index = 0; index <= MAX_PENDING; index++) begin(tab, top(`${A}${index}`), null);
    expect(tab.pending.map(({ chain }) => chain[0]!.url)).toEqual(
      [1, 2, 3, 4].map((index) => `${A}${index}`),
    );
  });
});

describe('is found', () => {
  test('by where it ends, the newest of the frame', () => {
    const tab = newTab(0);
    begin(tab, top(A), '1');
    const newer = begin(tab, top(A), '2');
    begin(tab, inside(A), '3');
    expect(endingAt(tab, 0, `${A}#x`)).toBe(newer);
    expect(endingAt(tab, 1, A)).toBeUndefined();
    expect(endingAt(tab, 0, B)).toBeUndefined();
  });

  test('by what it came by, save one told late', () => {
    const tab = newTab(0);
    const one = begin(tab, top(A), '1');
    follow(tab, one, B);
    const other = begin(tab, inside(A), '2');
    begin(tab, top(A), '3', true);
    expect(comingBy(tab, 0, A)).toBe(one);
    expect(comingBy(tab, 0, B)).toBe(one);
    expect(comingBy(tab, 7, A)).toBe(other);
    expect(comingBy(tab, 7, B)).toBeUndefined();
    expect(comingBy(tab, 0, C)).toBeUndefined();
  });

  test('by its request, the newest; none without one', () => {
    const tab = newTab(0);
    begin(tab, top(A), null);
    begin(tab, top(B), '1');
    const newer = begin(tab, top(C), '1');
    expect(byRequest(tab, '1')).toBe(newer);
    expect(byRequest(tab, '2')).toBeUndefined();
    expect(byRequest(tab, undefined)).toBeUndefined();
  });
});

describe('a redirect', () => {
  test('is a hop by the server, and the answer before it no longer counts', () => {
    const tab = newTab(0);
    const one = begin(tab, top(A), '1');
    one.status = 302;
    follow(tab, one, B);
    expect(one).toMatchObject({
      chain: [
        { url: A, by: 'asked' },
        { url: B, by: 'server' },
      ],
      status: null,
    });
  });

  test('takes back what announced its target, and nothing else', () => {
    const tab = newTab(0);
    const one = begin(tab, top(A), '1');
    const repeated = begin(tab, top(B), null);
    const elsewhere = begin(tab, top(C), null);
    const requested = begin(tab, inside(B), '9');
    follow(tab, one, B);
    expect(tab.pending).toEqual([one, elsewhere, requested]);
    expect(tab.pending).not.toContain(repeated);
  });

  test('stays though it has no request itself', () => {
    const tab = newTab(0);
    const one = begin(tab, top(A), null);
    follow(tab, one, B);
    expect(tab.pending).toEqual([one]);
  });
});

describe('an end', () => {
  test('of one leaves the others', () => {
    const tab = newTab(0);
    const one = begin(tab, top(A), '1');
    const other = begin(tab, top(B), '2');
    end(tab, one);
    expect(tab.pending).toEqual([other]);
  });

  test('by its commit takes older ones of the frame along, not newer ones and not those of other frames', () => {
    const tab = newTab(0);
    begin(tab, top(A), '1');
    const hidden = begin(tab, inside(A), '2');
    const committed = begin(tab, top(B), '3');
    const newer = begin(tab, top(C), '4');
    endWithOlder(tab, committed);
    expect(tab.pending).toEqual([hidden, newer]);
  });
});

test('each hop is looked up once', () => {
  const tab = newTab(0);
  const one = begin(tab, top(A), '1');
  const looked = { kind: 'judge', tabId: 1, documentId: null };
  expect(judgeOnce(1, one, 'request')).toEqual([{ ...looked, url: A, phase: 'request', chain: one.chain }]);
  expect(judgeOnce(1, one, 'request')).toEqual([]);
  follow(tab, one, B);
  expect(judgeOnce(1, one, 'redirect')).toEqual([{ ...looked, url: B, phase: 'redirect', chain: one.chain }]);
});
