import { expect, test } from 'vitest';
import type { LandingAssessment } from '../../../utils/landing/assessment.ts';
import { emptySignals } from '../../../utils/landing/page-signals.ts';
import { namedAddresses } from '../../../utils/trail/named-addresses.ts';

const wordsOf = (url: string, text: string) => {
  const assessment = { exchange: 'okx', pageKind: 'affiliate' } as LandingAssessment;
  return namedAddresses({ ...emptySignals(), links: [{ url, text }] }, assessment)[0]?.words;
};

test.each([
  ['https://okx.cab/join/SRXT5KUM', '注册 srxt5kum SRXT5kum', '注册 … …'],
  ['https://okx.cab/', '官网 okx.cab/?r=7&lang=zh', '官网 okx.cab/?r=…&lang=…'],
  ['https://okx.cab/', '官网 https://okx.cab/#/reg?uid=12345', '官网 https://okx.cab/#/reg?uid=…'],
  ['https://okx.cab/', '官网okx.cab/join/A99X，备用', '官网okx.cab/join/…，备用'],
  ['https://okx.cab/?ref=SRXT5KUM', 'okx.cab/join/A99X', 'okx.cab/join/…'],
  [
    'https://okx.cab/',
    '官网 http://okx.cab/join/A99X okx.ac/join/a99x',
    '官网 http://okx.cab/join/… okx.ac/join/…',
  ],
  ['https://okx.cab/', '官网 okx.cab/zh 没有账号?#1', '官网 okx.cab/zh 没有账号?#1'],
])('%s, called %s', (url, text, words) => {
  expect(wordsOf(url, text)).toBe(words);
});

test('a code that the link says aloud is not in its words', () => {
  const links = [
    { url: 'https://okx.cab/join/SRXT5KUM', text: '注册 邀请码 SRXT5KUM' },
    { url: 'https://okx.ac/', text: '官网' },
  ];
  const assessment = { exchange: 'okx', pageKind: 'affiliate' } as LandingAssessment;
  expect(namedAddresses({ ...emptySignals(), links }, assessment)).toEqual([
    { exchange: 'okx', host: 'okx.cab', words: '注册 邀请码 …', code: 'SRXT5KUM' },
    { exchange: 'okx', host: 'okx.ac', words: '官网', code: null },
  ]);
});
