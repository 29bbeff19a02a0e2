import { describe, expect, it } from 'vitest';
import { matchOf } from './matcher.ts';

const found = (host: string) => {
  const match = matchOf(host);
  return match && [match.exchange, match.confidence];
};

describe('a suffix that begins like an academic or a government one', () => {
  it.each([
    ['binance.go.dyndns.org', 'binance.dyndns.org'],
    ['binance-login.edu.eu.org', 'binance-login.eu.org'],
  ])('guards nothing on a platform: %s', (host, without) => {
    expect(found(host)).toEqual(['binance', 'high']);
    expect(found(without)).toEqual(['binance', 'high']);
  });
  it.each([
    'binance-login.go.jp',
    'binance-login.ac.uk',
    'binance-login.edu.cn',
    'binance-login.gov.au',
    'binance-login.mil.kr',
    'binance-login.gov.scot',
    'binance-login.edu.ru',
  ])('guards where a registry vets: %s', (host) => expect(found(host)).toBeNull());
});

describe('a word of another script ends where the name begins', () => {
  it.each([
    ['中国okx.com', 'okx'],
    ['한국okx.com', 'okx'],
    ['okx한국.com', 'okx'],
    ['ไทยokx.top', 'okx'],
    ['okxไทย.top', 'okx'],
    ['भारतokx.top', 'okx'],
    ['kraken中国.top', 'kraken'],
    ['kraken한국.top', 'kraken'],
    ['거래소binance.com', 'binance'],
    ['ธนาคารokx.com', 'okx'],
    ['okxธนาคาร.top', 'okx'],
    ['한okx.com', 'okx'],
    ['okx한.top', 'okx'],
  ])('%s', (host, exchange) => expect(found(host)?.[0]).toBe(exchange));
  it.each([
    ['bin한nce.com', 'Hangul'],
    ['ബinance.com', 'Malayalam'],
    ['binคnce.com', 'Thai'],
  ])('%s: one letter of it, %s, stands for a letter of the name', (host) =>
    expect(found(host)).toEqual(['binance', 'high']),
  );
  it('is beside the name, not in it', () => {
    expect(matchOf('한kraken.top')).toEqual({ ...matchOf('한국kraken.top'), score: expect.any(Number) });
    expect(matchOf('한kraken.top')).toMatchObject({ techniques: ['combosquat'], marks: [] });
  });
  it.each(['biทคทce.com', 'biกคกce.top'])('%s: letters that all pass for Latin ones are no word', (host) =>
    expect(matchOf(host)).toMatchObject({ exchange: 'binance', techniques: ['homoglyph'] }),
  );
  it.each(['biทค์ce.com', 'biทคัce.com', 'binกัnce.com'])('%s: nor are they by the marks over them', (host) =>
    expect(found(host)).toEqual(['binance', 'high']),
  );
  it.each([
    'binanc한.com',
    '한국어.com',
    'हिन्दी.com',
    'กรุงเทพ.com',
    '한국gate.com',
    'ไทยnews.com',
    '한국kbooks.com',
  ])('not %s', (host) => expect(found(host)).toBeNull());
});

describe('a host of many labels', () => {
  const letters = (count: number) => Array.from({ length: count }, (_, i) => String.fromCharCode(97 + i));
  const host = (...parts: (string | string[])[]) => [...parts.flat(), 'evil.com'].join('.');
  it.each([
    ['6 after it', host('okx.com', 'login.secure.account.verify.user')],
    ['8 after it', host('okx.com', 'login.secure.account.verify.user.session')],
    ['very many after it', host('okx.com', letters(26), letters(26), letters(26))],
    ['last of the first eight', host(letters(7), 'okx.com', letters(8))],
    ['among the last eight', host(letters(26), 'okx.com', letters(4))],
  ])('is looked at from both ends: %s', (_where, name) => expect(found(name)).toEqual(['okx', 'high']));
  it.each([
    ['in the middle of very many', host(letters(26), 'okx.com', letters(26))],
    ['of no name', host(letters(26), letters(26))],
  ])('and no further: %s', (_where, name) => expect(found(name)).toBeNull());
  it('counts each label once, where both ends meet', () => {
    for (let before = 0; before < 20; before++)
      expect(found(host(letters(before), 'okx.com'))).toEqual(['okx', 'high']);
  });
});
