import { gzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readRecords } from '../../../cli/list/read-records.ts';
import { listedName } from '../../../utils/exchange/listed-name.ts';
import { checkSnapshot } from '../../../utils/list/check-snapshot.ts';
import { encodeSnapshot } from '../../../utils/list/encode.ts';
import { openSnapshot } from '../../../utils/list/lookup.ts';
import { readInMemory } from '../../../utils/list/reading.ts';
import { Snapshot } from '../../../utils/list/snapshot.ts';
import { hostOf } from './sample-list.ts';

const list = await readRecords();
const bytes = encodeSnapshot(list);
const index = openSnapshot(bytes.buffer);

describe('the list that ships', () => {
  test('passes every check', () => {
    readInMemory(bytes, checkSnapshot(new Snapshot(bytes.buffer)));
    expect(list.exchanges.length).toBeGreaterThan(1200);
  });

  test('finds each of its names, and a subdomain of it unless the row is for one host', () => {
    for (const exchange of list.exchanges) {
      for (const row of exchange.domains) {
        const listed = listedName(row);
        if (!listed) continue;
        const ids = (host: string) => index.find(hostOf(host)).map((hit) => hit.exchange.id);
        expect(ids(listed.name)).toContain(exchange.id);
        expect(ids(`some.where.${listed.name}`).includes(exchange.id), listed.name).toBe(!listed.exact);
      }
    }
  });

  test.each([
    'z.com',
    'dmm.com',
    'revolut.com',
    'robinhood.com',
    'etoro.com',
    'wealthsimple.com',
    'alpaca.markets',
  ])('%s is no exchange', (host) => expect(index.find(hostOf(host))).toEqual([]));

  test('keeps lenders, brokers and custodians apart from exchanges', () => {
    const types = new Map(list.exchanges.map((exchange) => [exchange.id, exchange.type]));
    expect(['nexo', 'bitpanda', 'okx'].map((id) => types.get(id))).toEqual(['lender', 'broker', 'exchange']);
  });

  test('is small enough to ship', () => {
    expect(gzipSync(bytes, { level: 9 }).length).toBeLessThan(250_000);
  });
});
