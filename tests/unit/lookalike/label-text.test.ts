import { describe, expect, it } from 'vitest';
import { charOf } from '../../../utils/lookalike/char-code.ts';
import { LabelText } from '../../../utils/lookalike/label-text.ts';
import { labelOf, tables } from './label.ts';

/** The symbols, a bar before each boundary. Another script is #, what may be any letter *. */
function symbolsOf(label: LabelText): string {
  let text = '';
  for (let i = 0; i < label.length; i++) {
    const code = label.codes[i]!;
    text += (label.bounds[i] ? '|' : '') + (code === 37 ? '#' : code === 0 ? '*' : charOf(code));
  }
  return text + (label.bounds[label.length] ? '|' : '');
}

const seconds = (label: LabelText) =>
  Array.from({ length: label.length }, (_, i) => (label.seconds[i] ? charOf(label.seconds[i]!) : '.')).join(
    '',
  );

const places = (label: LabelText) =>
  Array.from({ length: label.length }, (_, i) => `${label.from[i]}-${label.to[i]}`).join(' ');

describe('a label is read', () => {
  it.each([
    ['okx', '|okx|'],
    ['coin-base', '|coin|base|'],
    ['-okx-', '|okx|'],
    ['a--b', '|a|b|'],
    ['ok_x9', '|ok_x9|'],
    ['', '|'],
    ['---', '|'],
    // Letters that imitate one, or two.
    ['bіnance', '|binance|'],
    ['bınance', '|binance|'],
    ['ﬁat', '|fiat|'],
    // A letter that may stand for any.
    ['bin한nce', '|bin*nce|'],
    ['binⵣnce', '|bin*nce|'],
    ['biทคิทce', '|binance|'],
    // Dashes and what prints nothing.
    ['coin–base', '|coin|base|'],
    ['coin·base', '|coin|base|'],
    ['coin﹘base', '|coin|base|'],
    ['coin\u2212base', '|coin|base|'],
    ['coin\u2e3abase', '|coin|base|'],
    ['coin\u2e3bbase', '|coin|base|'],
    ['coin\u2010base', '|coin|base|'],
    ['coin\u2015base', '|coin|base|'],
    ['coin\u00adbase', '|coinbase|'],
    ['coin\u200bbase', '|coinbase|'],
    ['coin\u200fbase', '|coinbase|'],
    ['coi\u0301nbase', '|coinbase|'],
    ['coin\ufeffbase', '|coinbase|'],
    ['coin-\u200bbase', '|coin|base|'],
    ['coin\u200b-base', '|coin|base|'],
    ['é-okx', '|e|okx|'],
    // Another script begins and ends a part.
    ['中国okx', '|##|okx|'],
    ['okx中国', '|okx|##|'],
    ['okx中国login', '|okx|##|login|'],
    ['中-国', '|#|#|'],
    // 一 among letters is a dash, at the beginning and among Han it is not.
    ['coin一base', '|coin|base|'],
    ['一coin', '|#|coin|'],
    ['第一coin', '|##|coin|'],
    // A word of a script whose letters may imitate, where one of them does not.
    ['ไทยokx', '|###|okx|'],
    ['biทคทce', '|binance|'],
    ['한okx', '|#|okx|'],
    ['okx한', '|okx|#|'],
    ['okx-한국', '|okx|##|'],
    // Beyond the basic plane.
    ['okx𠀀', '|okx|#|'],
    ['𝐛inance', '|binance|'],
  ])('%s as %s', (text, symbols) => {
    expect(symbolsOf(labelOf(text))).toBe(symbols);
  });

  it.each([
    ['bitłrex', '...t...'],
    ['okx', '...'],
  ])('%s, its second readings %s', (text, second) => {
    expect(seconds(labelOf(text))).toBe(second);
  });

  it.each([
    ['a-bc', '0-1 2-3 3-4'],
    ['a中b', '0-1 1-2 2-3'],
    ['ﬁa', '0-1 0-1 1-2'],
    ['a𠀀b', '0-1 1-3 3-4'],
    ['a\u200bb', '0-1 2-3'],
  ])('%s, each symbol with its place: %s', (text, at) => {
    expect(places(labelOf(text))).toBe(at);
  });

  it.each([
    ['okx', 0, 0],
    ['bіnаnce', 2, 0],
    ['okx中国', 0, 2],
    ['bin한nce', 1, 0],
  ])('%s: %i foreign letters, %i of another script', (text, foreign, han) => {
    const label = labelOf(text);
    expect([label.foreignCount, label.hanCount]).toEqual([foreign, han]);
    expect(label.foreign.subarray(0, label.length).reduce((sum, one) => sum + one, 0)).toBe(foreign);
  });

  it.each([
    ['bitrnex', true],
    ['bitr-nex', true],
    ['vvhite', true],
    ['bitmex', false],
    ['віtrnеx', true],
    ['bitrпех', true],
    ['中rn', true],
    ['中mn', false],
  ])('%s closes up: %s', (text, closes) => {
    expect(labelOf(text).closes).toBe(closes);
  });
});

describe('the next label', () => {
  it('is read as if it were the first', () => {
    const label = new LabelText();
    const read = (text: string) => {
      label.read(text, 0, text.length, tables);
      return [
        symbolsOf(label),
        seconds(label),
        [...label.foreign.subarray(0, label.length)],
        label.foreignCount,
        label.hanCount,
        label.closes,
      ];
    };
    const fresh = (text: string) => {
      const other = labelOf(text);
      return [
        symbolsOf(other),
        seconds(other),
        [...other.foreign.subarray(0, other.length)],
        other.foreignCount,
        other.hanCount,
        other.closes,
      ];
    };
    for (const text of ['łłłłłrn', 'okxokx', '中国中国中国', 'binance-login', 'ab', 'ｏkx']) {
      expect(read(text)).toEqual(fresh(text));
    }
    label.hanKinds[2] = 1;
    read('中国');
    expect(label.hanKinds[2]).toBe(0);
  });

  it('is that stretch of the host', () => {
    const label = new LabelText();
    label.read('www.okx中.com', 4, 8, tables);
    expect([symbolsOf(label), places(label), label.start, label.end]).toEqual([
      '|okx|#|',
      '4-5 5-6 6-7 7-8',
      4,
      8,
    ]);
  });
});

it.each(['a', 'é', 'ﬁ'])('a label of many %s is cut', (letter) => {
  const label = labelOf(letter.repeat(600));
  expect(label.length).toBeGreaterThan(255);
  expect(label.length).toBeLessThanOrEqual(272);
});
