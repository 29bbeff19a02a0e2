import { describe, expect, test } from 'vitest';
import { storedEvidence } from '../../../utils/trail/stored-evidence.ts';

describe('an address that a link writes out', () => {
  const kept = (words: string) =>
    (['domain', 'host', 'path', 'full'] as const).map((detail) =>
      storedEvidence([{ what: 'words', value: words }], detail, false)
        .join()
        .replace('words: ', ''),
    );

  test.each([
    ['okx.cab/?r=7', ['okx.cab', 'okx.cab', 'okx.cab/', 'okx.cab/?r=7']],
    [
      '注册 m.okx.cab/a/b?r=7#c 官网',
      ['注册 okx.cab 官网', '注册 m.okx.cab 官网', '注册 m.okx.cab/a/b 官网', '注册 m.okx.cab/a/b?r=7 官网'],
    ],
    [
      '官网https://m.okx.cab:8443/a',
      [
        '官网https://okx.cab',
        '官网https://m.okx.cab',
        '官网https://m.okx.cab:8443/a',
        '官网https://m.okx.cab:8443/a',
      ],
    ],
    [
      'okx.cab:81 okx.cab?r=7',
      ['okx.cab okx.cab', 'okx.cab okx.cab', 'okx.cab:81 okx.cab', 'okx.cab:81 okx.cab?r=7'],
    ],
    ['http://me:word@okx.cab/', ['http://okx.cab', 'http://okx.cab', 'http://okx.cab/', 'http://okx.cab/']],
    ['me:word@okx.cab/', ['okx.cab', 'okx.cab', 'okx.cab/', 'okx.cab/']],
    ['//me@okx.cab/', ['//okx.cab', '//okx.cab', '//okx.cab/', '//okx.cab/']],
    [
      '张三.okx.cab user_1.okx.cab',
      [
        'okx.cab okx.cab',
        '张三.okx.cab user_1.okx.cab',
        '张三.okx.cab user_1.okx.cab',
        '张三.okx.cab user_1.okx.cab',
      ],
    ],
    ['http://okx.cab\\a', ['http://okx.cab', 'http://okx.cab', 'http://okx.cab\\a', 'http://okx.cab\\a']],
  ])('%s', (words, details) => {
    expect(kept(words)).toEqual(details);
  });

  test.each([
    '官网okx.cab，备用',
    '没有账号?#1 okx.cab',
    '客服24/7 在线',
    '官方入口 3.5 折',
    'me@okx.cab',
    '192.0.2.7 入口',
  ])('words without more than a domain stay: %s', (words) => {
    expect(new Set(kept(words))).toEqual(new Set([words]));
  });
});
