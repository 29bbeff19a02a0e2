import { describe, expect, it } from 'vitest';
import { HanReader, romaniser, simplifier } from '../../../utils/lookalike/chinese.ts';
import { STRONG, WEAK } from '../../../utils/lookalike/keywords.ts';
import { indexed } from './indexed.ts';
import { labelOf } from './label.ts';

const simplify = (text: string) => simplifier('歐欧 幣币\n網网 𠀁万')(text);

describe('Chinese', () => {
  it.each([
    ['歐易', '欧易'],
    ['火幣', '火币'],
    ['欧易okx', '欧易okx'],
    ['𠀁幣', '万币'],
    ['', ''],
  ])('%s is simplified to %s', (text, simple) => {
    expect(simplify(text)).toBe(simple);
  });

  it.each([
    ['币安', 'bian'],
    ['欧易', 'ouyi'],
    ['币x', null],
    ['龘', null],
  ])('%s is romanised as %s', (text, latin) => {
    expect(romaniser('bi 币必\nan 安\nou 欧\nyi 易')(text)).toBe(latin);
  });
});

describe('Chinese names and words in a label', () => {
  const names = [
    indexed('币安', { kind: 'han' }),
    indexed('歐易', { kind: 'han' }),
    indexed('币安智能', { kind: 'han' }),
  ];
  const reader = () =>
    new HanReader(names, '[han weak]\n官 中文\n[han strong]\n官網 登录\n[strong]\n币', simplify);

  function read(text: string) {
    const label = labelOf(text);
    const found: string[] = [];
    reader().read(text, label, (name, from, to) => found.push(`${name.text} ${from}-${to}`));
    return { found, kinds: [...label.hanKinds.subarray(0, label.length)] };
  }

  it.each([
    ['币安', ['币安 0-2']],
    ['歐易官网', ['歐易 0-2']],
    ['欧易', ['歐易 0-2']],
    ['my-币安-欧易', ['币安 2-4', '歐易 4-6']],
    // The longer one first.
    ['币安智能', ['币安智能 0-4', '币安 0-2']],
    ['安币', []],
    ['币a安', []],
    ['币𠀂安', []],
    ['币-安', ['币安 0-2']],
    ['okx', []],
  ])('%s: %j', (text, found) => {
    expect(read(text).found).toEqual(expect.arrayContaining(found));
    expect(read(text).found).toHaveLength(found.length);
  });

  it('are found the longest first', () => {
    expect(read('币安智能').found).toEqual(['币安智能 0-4', '币安 0-2']);
  });

  it.each([
    ['欧易官网', [0, 0, STRONG, STRONG]],
    ['欧易官網', [0, 0, STRONG, STRONG]],
    ['中文okx', [WEAK, WEAK, 0, 0, 0]],
    ['官中文', [WEAK, WEAK, WEAK]],
    ['登录x登录', [STRONG, STRONG, 0, STRONG, STRONG]],
    // What a longer word covers a shorter one leaves.
    ['官网官', [STRONG, STRONG, WEAK]],
    // Of the words of other scripts nothing is read here.
    ['币', [0]],
  ])('%s has words of kinds %j', (text, kinds) => {
    expect(read(text).kinds).toEqual(kinds);
  });
});
