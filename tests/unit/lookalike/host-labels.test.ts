import { describe, expect, it } from 'vitest';
import { endBefore, labelStart, suffixStart } from '../../../utils/lookalike/host-labels.ts';

it.each([
  ['okx.com', 'com', 3],
  ['www.okx.com', 'com', 7],
  ['okx.co.uk', 'co.uk', 3],
  ['okx.eu.org.uk', 'eu.org.uk', 3],
  ['okx.бел', 'xn--90ais', 3],
  ['com', 'com', -1],
])('%s: its suffix %s begins after the dot at %i', (text, suffix, at) => {
  expect(suffixStart(text, suffix)).toBe(at);
});

it.each([
  ['www.okx.com', 11, 8],
  ['www.okx.com', 7, 4],
  ['www.okx.com', 3, 0],
  ['okx.com', 0, 0],
])('%s: the label that ends at %i begins at %i', (text, end, start) => {
  expect(labelStart(text, end)).toBe(start);
});

describe('the label that is looked at next', () => {
  const many = 'a.b.c.d.e.f.g.h.i.j.k.com';
  it('is the one before it', () => {
    expect(endBefore(many, 10, 7)).toBe(9);
    expect(endBefore(many, 0, 3)).toBe(-1);
  });
  it('ends, after eight from the end, with the first eight', () => {
    expect(endBefore(many, 20, 8)).toBe(15);
    expect(endBefore(many, 12, 8)).toBe(11);
    expect(endBefore(many, 20, 9)).toBe(19);
    expect(endBefore('a.b.com', 4, 8)).toBe(3);
  });
});
