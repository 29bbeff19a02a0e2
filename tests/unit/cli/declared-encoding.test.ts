import { expect, test } from 'vitest';
import { declaredEncoding } from '../../../cli/scan/declared-encoding.ts';

const FAR = ' '.repeat(1024);

test.each<[string, string | null]>([
  ['<meta charset=gbk>', 'gbk'],
  ['<META CHARSET="GB2312">', 'gbk'],
  ["<meta charset = ' gb18030 ' />", 'gb18030'],
  ['<html><head><meta name=a content=b><meta charset=big5>', 'big5'],
  ['<meta http-equiv=Content-Type content="text/html; charset=gb2312">', 'gbk'],
  [`<meta content='text/html; charset="big5"' http-equiv=content-type>`, 'big5'],
  ['<meta content="text/html; charset=gbk">', null],
  ['<meta http-equiv=refresh content="0; charset=gbk">', null],
  ['<meta http-equiv=content-type content="charset; charset = euc-kr">', 'euc-kr'],
  ['<meta charset=big5 charset=gbk>', 'big5'],
  ['<meta charset=nonsense><meta charset=gbk>', 'gbk'],
  ['<meta charset=utf-16le>', 'utf-8'],
  ['<!-- <meta charset=big5> --><meta charset=gbk>', 'gbk'],
  ['<!--><meta charset=gbk>-->', 'gbk'],
  ['<!-- <meta charset=gbk>', null],
  ['<a title="<meta charset=gbk>">', null],
  ["<a title='>' href=it's><meta charset=gbk>", 'gbk'],
  ['<?xml version="1.0"?><!doctype html></p><meta charset=gbk>', 'gbk'],
  ['<metal charset=gbk>', null],
  ['<meta>charset=gbk', null],
  ['<meta charset=gbk', null],
  ['charset=gbk', null],
  ['', null],
  [`${FAR}<meta charset=gbk>`, null],
])('%j declares %j', (page, encoding) => {
  expect(declaredEncoding(Buffer.from(page))).toBe(encoding);
});
