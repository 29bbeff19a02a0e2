import { expect, test } from 'vitest';
import { withoutInvisible } from '../../../utils/landing/invisible.ts';
import { singleBlanks } from '../../../utils/page/collect.ts';

/** Without the look that spares most text the work. */
const atLength = (text: string) => withoutInvisible(text).replace(/\s+/g, ' ');

test('no character passes for one that is seen: each of the first plane, inside a word and beside a blank', () => {
  const differ: string[] = [];
  for (let code = 0; code < 0x10000; code++) {
    const character = String.fromCharCode(code);
    for (const text of [`a${character}b`, `币 ${character}安`]) {
      if (singleBlanks(text) !== atLength(text)) differ.push(code.toString(16));
    }
  }
  expect(differ).toEqual([]);
});

test.each([
  ['', ''],
  [' a b ', ' a b '],
  ['a  b', 'a b'],
  ['立\u200b即\n注册', '立即 注册'],
  ['a\u{e0061}b', 'ab'],
])('of %j is left %j', (text, left) => expect(singleBlanks(text)).toBe(left));
