import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from '../../../components/address/alignment.ts';
import { characterName, codeOf } from '../../../components/address/character-name.ts';
import { defang } from '../../../components/address/defang.ts';
import { difference } from '../../../components/address/difference.ts';
import { displayable } from '../../../components/address/displayable.ts';
import type { Mark } from '../../../utils/lookalike/match.ts';
import { translator } from './show.tsx';

const english = translator();
const chinese = translator('zh_CN');

describe('characters by name', () => {
  test.each([
    ['0', 'digit zero', '数字 0'],
    ['1', 'digit 1', '数字 1'],
    ['o', 'letter o', '字母 o'],
    ['-', 'hyphen', '连字符'],
    ['.', 'dot', '句点'],
    ['ö', 'accented letter o', '带附加符号的字母 o'],
    ['ο', 'Greek small letter omicron', '希腊文小写字母 omicron'],
    ['а', 'Cyrillic small letter a', '西里尔文小写字母 a'],
    ['օ', 'Armenian character օ', '亚美尼亚文字符 օ'],
    ['rn', 'rn', 'rn'],
  ])('%s', (text, inEnglish, inChinese) => {
    const name = characterName(text);
    expect(english.plain(name)).toBe(inEnglish);
    expect(chinese.plain(name)).toBe(inChinese);
  });

  test('code points', () => {
    expect(codeOf('ο')).toBe('U+03BF');
    expect(codeOf('𝐨')).toBe('U+1D428');
    expect(codeOf('rn')).toBe('');
  });
});

describe('differences in words', () => {
  const mark = (kind: Mark['kind'], start: number, end: number, expected = ''): Mark => ({
    kind,
    start,
    end,
    expected,
  });
  test.each([
    ['0kx.com', mark('replaced', 0, 1, 'o'), 'digit zero in place of letter o'],
    ['oxk.com', mark('replaced', 1, 3, 'kx'), 'x and k exchanged'],
    ['bittrnart.com', mark('replaced', 4, 6, 'm'), 'rn in place of letter m'],
    ['okx-cn.com', mark('inserted', 3, 6), '-cn added'],
    ['okx.co', mark('missing', 6, 6, 'm'), 'm left out'],
  ])('%s', (host, one, words) => {
    expect(english.plain(difference(one, host))).toBe(words);
  });
});

describe('the two names above each other', () => {
  test('replaced, inserted and missing', () => {
    const { stretches, comparable } = align('0kx-cn.co', 'okx.com', [
      { kind: 'replaced', start: 0, end: 1, expected: 'o' },
      { kind: 'inserted', start: 3, end: 6, expected: '' },
      { kind: 'missing', start: 9, end: 9, expected: 'm' },
    ]);
    expect(comparable).toBe(true);
    expect(stretches.map((one) => one.here).join('')).toBe('0kx-cn.co');
    expect(stretches.filter((one) => one.differs)).toHaveLength(3);
  });

  test('marks that do not spell the known address are not drawn as if they did', () => {
    expect(align('okx.com.verify.example', 'okx.com', []).comparable).toBe(false);
  });

  test('marks outside the host, overlapping or reversed never break the drawing', () => {
    const mark = fc.record({
      kind: fc.constantFrom('replaced' as const, 'inserted' as const, 'missing' as const),
      start: fc.integer({ min: -5, max: 40 }),
      end: fc.integer({ min: -5, max: 40 }),
      expected: fc.string({ maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(mark), (host, marks) => {
        expect(
          align(host, 'okx.com', marks)
            .stretches.map((one) => one.here)
            .join(''),
        ).toBe(host);
      }),
      { seed: 6 },
    );
  });
});

describe('text of a page', () => {
  test.each([
    ['a\u202eb', 'a[U+202E]b'],
    ['a\u200bb', 'a[U+200B]b'],
    ['a\nb\tc', 'a b c'],
    ['a\u0000', 'a[U+0000]'],
    ['\ud800', '[U+D800]'],
    ['ㅤ', '[U+3164]'],
    ['欧易 <b>', '欧易 <b>'],
  ])('%j', (text, shown) => {
    expect(displayable(text)).toBe(shown);
  });

  test('100 kB are cut', () => {
    expect(displayable('x'.repeat(100_000))).toHaveLength(301);
  });

  test('nothing invisible or reordering is ever let through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(displayable(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
      { seed: 6 },
    );
  });

  test('defanged', () => {
    expect(defang('www.okx.com')).toBe('www[.]okx[.]com');
    expect(defang('http.example')).toBe('hxxp[.]example');
  });
});
