import { describe, expect, test } from 'vitest';
import type { DomainRecord, ExchangeRecord } from '../../../utils/exchange/record.ts';
import { exchangeName, listedFinding } from '../../../utils/verdict/listed.ts';

const huobi: ExchangeRecord = {
  id: 'htx',
  name: 'HTX',
  type: 'exchange',
  names_zh: ['火币', '火必'],
  aliases: ['Huobi'],
  domains: [],
  lineage: [
    { from: 'a', to: 'b', kind: 'renaming', source: 's' },
    { from: 'huobi.com', to: 'htx.com', kind: 'renaming', year: 2023, source: 's' },
    { from: 'huobi.cn', to: 'huobi.com', kind: 'customers moved', year: 2017, source: 's' },
  ],
  status: 'active',
  source: ['s'],
};

function found(domain: Partial<DomainRecord>) {
  const record: DomainRecord = {
    domain: 'htx.com',
    role: 'primary',
    source: 'v2fly (2024-10-08)',
    ...domain,
  };
  return listedFinding({ name: record.domain, exchange: huobi, domain: record });
}

describe('the name of an exchange', () => {
  test('with the first of its Chinese names', () => {
    expect(exchangeName(huobi)).toEqual({ id: 'htx', name: 'HTX', nameZh: '火币', type: 'exchange' });
  });

  test('without one', () => {
    expect(exchangeName({ ...huobi, names_zh: [] }).nameZh).toBeNull();
  });
});

describe('a row of the list as a finding', () => {
  test('everything that the row says', () => {
    const whole = found({ from: '2023-09', until: '2026', last_seen_live: '2026-05-01', role: 'former' });
    expect(whole).toMatchObject({
      kind: 'listed',
      name: 'htx.com',
      role: 'former',
      from: '2023-09',
      until: '2026',
      source: 'v2fly (2024-10-08)',
      year: 2024,
      lastChecked: '2026-05-01',
    });
  });

  test('nothing that it does not', () => {
    expect(found({})).toMatchObject({ from: null, until: null, lastChecked: null, weaknesses: [] });
  });

  test('the later of two looks counts', () => {
    const looks = {
      domain_status: { state: 'does not answer', checked: '2026-07-01', source: 's' },
    } as const;
    expect(found({ ...looks, last_seen_live: '2024' }).lastChecked).toBe('2026-07-01');
    expect(found({ ...looks, last_seen_live: '2026-08' }).lastChecked).toBe('2026-08');
  });

  test.each([
    ['firm', {}, 'notice'],
    ['former', { role: 'former' }, 'notice'],
    ['claimed', { confidence: 'claimed' }, 'caution'],
    ['former and claimed', { role: 'former', confidence: 'claimed' }, 'caution'],
  ] as [string, Partial<DomainRecord>, string][])('%s: %j is a %s', (_what, domain, tier) => {
    expect(found(domain).tier).toBe(tier);
  });

  test('lineage by year, what has none at the end, and the record as it was', () => {
    expect(found({}).lineage.map(({ year }) => year)).toEqual([2017, 2023, undefined]);
    expect(huobi.lineage.map(({ year }) => year)).toEqual([undefined, 2023, 2017]);
  });
});
