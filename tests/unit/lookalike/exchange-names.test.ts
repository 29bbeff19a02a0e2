import { describe, expect, it } from 'vitest';
import { buildTables, readWeights } from '../../../cli/lookalike/build-tables.ts';
import { isBadHost, parseHost } from '../../../utils/domain/host.ts';
import type { DomainRecord, ExchangeRecord } from '../../../utils/exchange/record.ts';
import { attackTier, priorCost } from '../../../utils/lookalike/attack-counts.ts';
import { buildLookalikeIndex } from '../../../utils/lookalike/build-index.ts';
import { exchangeNames } from '../../../utils/lookalike/exchange-names.ts';
import { openLookalike } from '../../../utils/lookalike/open.ts';

const row = (domain: string, more: Partial<DomainRecord> = {}): DomainRecord => ({
  domain,
  role: 'primary',
  source: 's',
  ...more,
});
const record = (id: string, domains: DomainRecord[], more: Partial<ExchangeRecord> = {}): ExchangeRecord => ({
  id,
  name: id,
  type: 'exchange',
  names_zh: [],
  aliases: [],
  domains,
  lineage: [],
  status: 'active',
  source: ['s'],
  ...more,
});
const none = { date: '', sources: [], hosts: {} };

describe('names by which an exchange may be imitated', () => {
  it('are the labels of its own main domains, and aliases only where they are such a label', () => {
    const names = exchangeNames(
      [
        record(
          'quoxo',
          [row('quoxo.com'), row('qx-mirror.net', { role: 'mirror' }), row('oldquo.com', { role: 'former' })],
          { aliases: ['OldQuo', 'Random'] },
        ),
      ],
      { ...none, hosts: { quoxo: 9 } },
    );
    expect(names.map((name) => name.text).sort()).toEqual(['oldquo', 'oldquocom', 'quoxo', 'quoxocom']);
  });

  it('leave out weak rows, and hosts that are only one part of a domain', () => {
    const weak = record('a', [
      row('zuqiba.com', { confidence: 'claimed' }),
      row('z.com', { host: 'coin.z.com' }),
    ]);
    expect(exchangeNames([weak], none).map((name) => name.text)).toEqual([]);
  });

  it('keep Chinese names, but none that is an ordinary word', () => {
    const names = exchangeNames(
      [record('b', [row('bxyz.com')], { names_zh: ['币安网', '抹茶'], ambiguous_names: ['抹茶'] })],
      none,
    );
    expect(names.filter((name) => name.kind === 'han').map((name) => name.text)).toEqual(['币安网']);
  });
});

describe('tiers', () => {
  it.each([
    [4, 900, 0],
    [1, 900, 1],
    [0, 59, 1],
    [0, 159, 2],
    [0, 160, 3],
  ])('%i hosts, rank %i → tier %i', (hosts, rank, tier) => {
    expect(attackTier(hosts, rank)).toBe(tier);
  });

  it('the rarer the attack, the higher the prior cost', () => {
    expect(priorCost(100, 1000)).toBeLessThan(priorCost(10, 1000));
    expect(priorCost(0, 0)).toBeGreaterThan(0);
  });
});

it('a list brings new exchanges by itself', () => {
  const tables = buildTables(readWeights());
  const fresh = [record('vorbalex', [row('vorbalex.com')])];
  const open = (hosts: Record<string, number>) =>
    openLookalike(tables.buffer.slice(0), buildLookalikeIndex(fresh, { ...none, hosts }).buffer);
  const judge = (text: string, matcher = open({ vorbalex: 10 })) => {
    const host = parseHost(text);
    return isBadHost(host) ? host : (matcher.match(host)?.exchange ?? null);
  };
  expect(judge('vorbalex-login.net')).toBe('vorbalex');
  expect(judge('vorballex.com')).toBe('vorbalex');
  expect(judge('vorbalex.com')).toBeNull();
  expect(judge('binance-login.net')).toBeNull();
});
