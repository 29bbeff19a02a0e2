import { describe, expect, it } from 'vitest';
import type { Technique } from '../../../utils/lookalike/match.ts';
import { matchOf } from './matcher.ts';

const HITS: [technique: Technique, exchange: string, hosts: string[]][] = [
  [
    'homoglyph',
    'binance',
    ['bіnance.com', 'bínance.net', 'b1nance.top', 'blnance.io', 'ƅinance.com', 'binаncе.com'],
  ],
  ['homoglyph', 'coinbase', ['c0inbase.com', 'colnbase.top', 'cоinbase-login.com', 'coınbase.com']],
  ['homoglyph', 'bitstamp', ['bitstannp.net', 'bitstarnp.com']],
  ['homoglyph', 'huobi', ['hùobi.com', 'huobì.com']],
  ['homoglyph', 'okx', ['0kx.com', '0kx-login.com']],
  ['homoglyph', 'gemini', ['gem1ni.com', 'germini.net']],
  ['typosquat', 'kraken', ['krakenn.com', 'kralken.co', 'kraaken.net']],
  [
    'typosquat',
    'binance',
    ['binnance.com', 'binacne.com', 'biinance.cc', 'bliovnarnce.com', 'brimance.com', 'binancce.ml'],
  ],
  ['typosquat', 'bittrex', ['bllttrexx.com', 'bitttrex.com', 'bitrrex.net']],
  ['typosquat', 'poloniex', ['polonreix.com', 'polonieex.com', 'polonixe.com']],
  ['typosquat', 'kucoin', ['kuciorn.com', 'kcucoin.com', 'kuccoin.com']],
  ['typosquat', 'localbitcoins', ['lokalbitcoins.org', 'localbitcions.com', 'localbitcoimss.com']],
  [
    'combosquat',
    'coinbase',
    [
      'login-coinbase.com',
      'coinbasewallet-support.com',
      'coinbase-verifizierung.de',
      'cbase-pro.com',
      'coinbase-ayuda.com',
    ],
  ],
  ['combosquat', 'okx', ['okx-airdrop.com', 'okxpay.vip', 'claim-okx.net', 'ouyiokx.com']],
  [
    'combosquat',
    'kraken',
    ['kraken-login.net', 'krakenwallet.top', 'www-kraken-logins.com', 'kraken-ixz.com'],
  ],
  [
    'combosquat',
    'binance',
    ['binance官网.com', 'bian-denglu.com', 'blnance-claim.com', 'binance-kyc.pages.dev'],
  ],
  ['tld-swap', 'kucoin', ['kucoin.gmbh', 'kucoin.xyz', 'kucoin.pages.dev']],
  ['tld-swap', 'okx', ['okx.icu', '欧易.com']],
  ['tld-swap', 'binance', ['币安.公司', '幣安.com', 'binance.com.ar']],
  ['hyphenation', 'coinbase', ['coin-base.shop', 'c-oinbase.com']],
  ['hyphenation', 'kucoin', ['k-ucoin.com', 'ku-coin.net']],
  [
    'target-embedding',
    'okx',
    [
      'okx.com.verify.example.com',
      'okx-com.top',
      'okx.com-x29.top',
      'okx.com123456.info',
      'a.okx.com.evil.net',
    ],
  ],
  ['tld-swap', 'gemini', ['gemini.pages.dev', 'gemini.us.com', 'gemini.github.io']],
  ['tld-swap', 'okx', ['okx.us.com', 'okx.netlify.app']],
  ['tld-swap', 'exmo', ['exmo.in.ua']],
  ['target-embedding', 'gate', ['gate-io.pages.dev', 'gate.io.evil.com']],
  ['target-embedding', 'cryptocom', ['crypto.com.claim-bonus.net', 'crypto-com.web.app']],
  [
    'brand-in-subdomain',
    'binance',
    ['binance.claim-bonus.top', 'login.binance.evil.com', 'binance-btc.neocities.org', 'binnance.evil.com'],
  ],
];

describe.each(HITS)('%s of %s', (technique, exchange, hosts) => {
  it.each(hosts)('%s', (host) => {
    const match = matchOf(host);
    expect(match?.exchange).toBe(exchange);
    expect(match?.techniques).toContain(technique);
    expect(match?.score).toBeGreaterThan(0);
    expect(match?.score).toBeLessThanOrEqual(1);
  });
});

const NEAR_MISSES: [why: string, hosts: string[]][] = [
  [
    'an ordinary word that begins or ends like a name',
    ['capgemini.com', 'gitkraken.com', 'jpegmini.com', 'seagate.com'],
  ],
  [
    'an ordinary name and an ordinary word',
    ['kraken-gaming.com', 'geminihomes.com', 'red-gate.com', 'gate-repair.com'],
  ],
  ['an ordinary name alone', ['kraken.io', 'gemini.studio.example.com', 'kraken.dev']],
  [
    'a word one edit away',
    ['balance.com', 'finance.com', 'challenge.com', 'peaceful.com', 'budget.com', 'codebase.com'],
  ],
  ['pinyin inside other pinyin', ['zhouyi.com', 'xiaoshouyi.com', 'bianma.com', 'debian-administration.org']],
  ['crypto and a word', ['cryptonews.com', 'crypto-games.net', 'cryptoslate.com']],
  [
    'vetted suffixes',
    ['binance.edu', 'coinbase-login.gov', 'kraken.ac.uk', 'binance.gov.cn', 'gemini.google'],
  ],
  ['a subdomain of a well-known house', ['gemini.google.com', 'binance.github.com', 'coinbase.reddit.com']],
  [
    'a short or ordinary name by itself under a national suffix, which is no platform',
    ['gemini.co.uk', 'kraken.com.au', 'gate.com.br', 'gemini.co.jp', 'okx.com.pl', 'exmo.com.ua'],
  ],
  ['a name of two or three letters by itself', ['xt.de', 'okx.de', 'zb.nl']],
  ['initials beside a word', ['service-bw.de', 'zb-support.nl', 'bank-xt.com']],
  [
    'words of the trade put together, of exchanges hardly imitated',
    ['cryptotrader.tax', 'crypto-trader.pl', 'l-bank.de', 'daxfutures.org', 'coinhub.net', 'bit-hub.com'],
  ],
  ['a word that is somebody’s pinyin too', ['bike-discount.de', 'bike-login.com']],
  ['other scripts', ['例子.com', 'пример.com', 'παράδειγμα.com', '日本語.jp']],
];

describe.each(NEAR_MISSES)('quiet: %s', (_why, hosts) => {
  it.each(hosts)('%s', (host) => {
    expect(matchOf(host)).toBeNull();
  });
});

describe('confidence', () => {
  it.each([
    'binance.com.evil.example.com',
    'login-coinbase.com',
    'bіnance.com',
    'kucoin.xyz',
    'kraken-login.net',
  ])('high: %s', (host) => {
    expect(matchOf(host)?.confidence).toBe('high');
  });
  it.each(['binancethereum.com', 'kraken.top', 'ouyi-xiazai.com', 'krakenwallet.top'])('low: %s', (host) => {
    expect(matchOf(host)?.confidence).toBe('low');
  });
});
