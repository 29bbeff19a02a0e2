import { expect, it } from 'vitest';
import { type Host, parseHost } from '../../../utils/domain/host.ts';
import type { ExchangeIndex } from '../../../utils/lookalike/exchange-index.ts';
import { standingOf } from '../../../utils/lookalike/standing.ts';

const own = new Map(
  Object.entries({
    'okx.com': 'present',
    'okex.com': 'past',
    'okx-cn.com': 'claimed',
    'exchange.house.com': 'present',
  }).map(([host, standing]) => [host, { host, exchange: 'okx', standing }]),
) as unknown as ExchangeIndex['own'];

it.each([
  ['popular.org', 'own'],
  ['www.popular.org', 'own'],
  ['okx.com', 'own'],
  ['www.my.okx.com', 'own'],
  ['okex.com', { exchange: 'okx', claimed: false }],
  ['www.okex.com', { exchange: 'okx', claimed: false }],
  ['okx-cn.com', { exchange: 'okx', claimed: true }],
  ['exchange.house.com', 'own'],
  ['house.com', 'stranger'],
  ['okx.com.evil.org', 'stranger'],
  ['nokx.com', 'stranger'],
])('%s', (text, standing) => {
  expect(standingOf(parseHost(text) as Host, new Set(['popular.org']), own)).toEqual(standing);
});
