import { describe, expect, it } from 'vitest';
import type { ExchangeName } from '../../../utils/lookalike/exchange-names.ts';
import { groupedWords } from '../../../utils/lookalike/tables.ts';
import { indexed } from './indexed.ts';
import { tables } from './label.ts';

type Told = Partial<ExchangeName>;

describe('the most edits that a name bears', () => {
  it.each<[string, Told, number]>([
    ['aqx', {}, 24],
    ['ax', {}, 0],
    ['bqxz', {}, 24],
    ['bqxzv', {}, 44],
    ['bqxzvk', {}, 72],
    ['bqxzvkw', {}, 96],
    ['bqxzvkwj', {}, 108],
    ['bqxzvkwjh', {}, 120],
    ['bqxzvkwjhq', {}, 120],
    // An exchange attacked less.
    ['bqxzvkwj', { tier: 1 }, 36],
    ['bqxzv', { tier: 1 }, 36],
    ['bqxzvkwj', { tier: 2 }, 48],
    ['bqxzvkwj', { tier: 3 }, 0],
    // Names of other kinds.
    ['bqxzvkwj', { kind: 'product' }, 108],
    ['bqxzvkwj', { kind: 'dotted' }, 24],
    ['bqxzvkwj', { kind: 'pinyin' }, 24],
    ['bqxzvkwj', { kind: 'abbreviation' }, 24],
    // Words of the trade and a few letters, or put together.
    ['cryptoxqz', { attacked: 0 }, 24],
    ['cryptoxqzv', { attacked: 0 }, 120],
    ['cryptotrade', { attacked: 0 }, 24],
    ['bitcoin', {}, 0],
  ])('%s %j: %i eighths of a bit', (text, told, cap) => {
    expect(indexed(text, told).cap).toBe(cap);
  });

  it('are none for a word that is everywhere', () => {
    const [common] = groupedWords(tables.guards).get('common')!;
    expect(indexed(common!).common).toBe(true);
    expect(indexed(common!).cap).toBe(0);
  });
});

describe('a name', () => {
  it.each<[string, Told, boolean]>([
    ['okx', {}, true],
    ['okex', {}, true],
    ['bybit', {}, false],
    ['币安', { kind: 'han' }, false],
  ])('%s is short: %s', (text, told, short) => {
    expect(indexed(text, told).short).toBe(short);
  });

  it.each<[string, Told, boolean]>([
    ['kraken', {}, true],
    ['gemini', {}, true],
    ['binance', {}, false],
    ['binance', { ambiguous: true }, true],
    // Words of the lexicon, up to eight letters.
    ['house', {}, true],
    ['umbrella', {}, true],
    ['wonderful', {}, false],
    ['house', { kind: 'han' }, false],
    ['gemini', { kind: 'dotted' }, false],
    ['欧易', { kind: 'han' }, false],
  ])('%s %j is an ordinary word too: %s', (text, told, ordinary) => {
    expect(indexed(text, told).ordinary).toBe(ordinary);
  });

  it.each<[string, Told, boolean]>([
    ['cryptotrade', { attacked: 14 }, true],
    ['cryptotrade', { attacked: 15 }, false],
    ['cryptotrade', { attacked: 15, kind: 'product' }, true],
    ['cryptotrade', { attacked: 0, kind: 'abbreviation' }, false],
    ['binance', { attacked: 0 }, false],
    ['futurehub', { attacked: 0 }, true],
  ])('%s %j is made of words of the trade: %s', (text, told, composite) => {
    expect(indexed(text, told).composite).toBe(composite);
  });

  it.each([
    ['cryptox', true],
    ['cryptoxyz', true],
    ['cryptoxyzw', false],
    ['xcrypto', false],
    ['coinsxyz', true],
    ['coinxyz', false],
    ['binance', false],
  ])('%s is a word of the trade and a few letters: %s', (text, stemmed) => {
    expect(indexed(text).stemmed).toBe(stemmed);
  });

  it.each([
    ['bitcoin', true],
    ['exchange', true],
    // As common as a word of the trade.
    ['react', true],
    ['online', true],
    ['house', false],
    ['binance', false],
    ['kraken', false],
  ])('%s is a word of the trade: %s', (text, generic) => {
    expect(indexed(text).generic).toBe(generic);
  });

  it('has the suffixes that its exchange holds under this label', () => {
    const own = (host: string, standing: 'present' | 'past' | 'claimed' = 'present', exchange = 'okx') => ({
      host,
      exchange,
      standing,
    });
    const hosts = [
      own('okx.com'),
      own('okx.cab', 'past'),
      own('okx.claimed', 'claimed'),
      own('okex.com'),
      own('okx.other', 'present', 'other'),
      own('okx.co.uk'),
      own('okx'),
    ];
    expect(indexed('okx', {}, hosts).suffixes).toEqual(['com', 'cab', 'co.uk']);
    expect(indexed('binance', {}, hosts).suffixes).toEqual([]);
  });

  it('has a bit for the look of each of its letters', () => {
    expect(indexed('b1nance').classes).toBe(indexed('binance').classes);
    expect(indexed('binanc3').classes).toBe(indexed('binance').classes);
    expect(indexed('aaa').classes).toBe(1 << 1);
    expect(indexed('ab').classes).toBe((1 << 1) | (1 << 2));
  });
});
