import { describe, expect, test } from 'vitest';
import { decodePage, PageFileError } from '../../../cli/scan/decode-page.ts';
import { encoded } from '../../fixtures/encoded.ts';

const html = (charset: string) => `<meta charset=${charset}><title>海燕交易所</title>`;

describe('a stored page is read', () => {
  test.each<[string, Uint8Array, string]>([
    ['as UTF-8, which is the default', Buffer.from('海燕'), '海燕'],
    ['in GBK, declared', encoded(html('gbk'), 'gbk'), html('gbk')],
    ['in GBK, declared as gb2312', encoded(html('gb2312'), 'gbk'), html('gb2312')],
    ['in Big5, declared', encoded('<meta charset=big5>幣安', 'big5'), '<meta charset=big5>幣安'],
    ['as UTF-8 though it declares GBK: it was converted', Buffer.from(html('gbk')), html('gbk')],
    [
      'in the encoding of its ASCII bytes',
      Buffer.from('<meta charset=iso-2022-jp>\x1b$B3$'),
      '<meta charset=iso-2022-jp>海',
    ],
    ['by a mark, which is left out', Buffer.from('\uFEFF海燕'), '海燕'],
    ['by a mark of UTF-16', Buffer.from('\uFEFF海燕', 'utf16le'), '海燕'],
    ['by a mark of UTF-16, the other way round', Buffer.from('\uFEFF海燕', 'utf16le').swap16(), '海燕'],
    ['empty', new Uint8Array(), ''],
  ])('%s', (_, page, text) => {
    expect(decodePage(page)).toBe(text);
  });
});

describe('a stored page is refused', () => {
  const cut = encoded(html('gbk'), 'gbk').subarray(0, -9);
  test.each<[string, Uint8Array, string]>([
    ['in GBK, undeclared', encoded('海燕交易所', 'gbk'), 'the page is not valid in utf-8'],
    ['in GBK, cut within a character', cut, 'the page is not valid in gbk'],
    ['with NUL bytes', Buffer.from('海\0燕'), 'the page holds NUL bytes'],
    ['in UTF-16 without a mark', Buffer.from('<p>', 'utf16le'), 'the page holds NUL bytes'],
  ])('%s', (_, page, words) => {
    expect(() => decodePage(page)).toThrow(PageFileError);
    expect(() => decodePage(page)).toThrow(words);
  });
});
