import { expect, it } from 'vitest';
import { Suffixes } from '../../../utils/lookalike/suffix-class.ts';

const suffixes = new Suffixes(
  new Map([
    ['cheap', ['top', 'com.cheap']],
    ['crypto', ['exchange']],
    ['plain', ['house', 'ac.plain']],
    ['guarded', ['bank', 'gov.scot']],
  ]),
);

it.each([
  ['top', false, 'cheap'],
  ['exchange', false, 'crypto'],
  ['house', false, 'plain'],
  ['bank', false, 'guarded'],
  ['com', false, 'plain'],
  ['info', false, 'plain'],
  ['inc', false, 'plain'],
  ['world', false, 'cheap'],
  ['social', false, 'cheap'],
  ['xn--p1ai', false, 'plain'],
  ['co.uk', false, 'plain'],
  ['com.top', false, 'cheap'],
  ['com.exchange', false, 'crypto'],
  ['com.cheap', false, 'cheap'],
  ['edu.cn', false, 'guarded'],
  ['gov.uk', false, 'guarded'],
  ['ac.jp', false, 'guarded'],
  ['mil.kr', false, 'guarded'],
  ['go.th', false, 'guarded'],
  ['ac.plain', false, 'plain'],
  ['gov.scot', true, 'guarded'],
  ['edu.ru', true, 'guarded'],
  ['edu.eu.org', true, 'plain'],
  ['edu.eu.org', false, 'guarded'],
  ['go.dyn.top', true, 'cheap'],
  ['my.edu.top', false, 'cheap'],
] as const)('%s, on a platform: %s', (suffix, platform, kind) => {
  expect(suffixes.classOf(suffix, platform)).toBe(kind);
});
