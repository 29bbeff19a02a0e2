import { expect, test } from 'vitest';
import type { LandingAssessment } from '../../../utils/landing/assessment.ts';
import { emptySignals } from '../../../utils/landing/page-signals.ts';
import { namedAddresses } from '../../../utils/trail/named-addresses.ts';

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
