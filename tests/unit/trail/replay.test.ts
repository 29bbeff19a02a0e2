import { describe, expect, test } from 'vitest';
import { listedExchanges } from '../../../cli/list/read-records.ts';
import type { LineageEdge } from '../../../utils/exchange/record.ts';
import type { Sighting } from '../../../utils/trail/sighting.ts';
import { sightingsOf } from '../../../utils/trail/sightings.ts';
import { BARE_PAGE, observe, PretendList } from '../../fixtures/trail/observe.ts';

const RECORDS = await listedExchanges();
const EDGES = RECORDS.flatMap(({ id, lineage }) => lineage.map((edge) => ({ id, edge })));
const owners = (name: string) =>
  RECORDS.filter(({ domains }) =>
    domains.some((row) =>
      [row.host ?? row.domain, row.domain].some((own) => name === own || name.endsWith(`.${own}`)),
    ),
  ).map(({ id }) => id);
const LIST = new PretendList(RECORDS);
const list = (edge: LineageEdge) => LIST.without(edge.to);
/** It stands under a listed name: unknown or not, it is coinbase.com's. */
const BELONGS = ['gdax.com > pro.coinbase.com'];
const parent = (name: string) => name.split('.').slice(-2).join('.');

/** What one edge's scene suggests, and whether it is the edge again. */
const found = (sightings: Sighting[], kind: Sighting['kind'], { from, to }: LineageEdge) =>
  sightings.some(
    (one) =>
      one.kind === kind &&
      (one.to === to || one.to === parent(to) || to.endsWith(`.${one.to}`)) &&
      (from === one.from || from.endsWith(`.${one.from}`)) &&
      owners(from).includes(one.exchange),
  );

/** Ways by which old names lead to new ones. */
const WAYS = {
  'by the server': ({ from, to }: LineageEdge) => [`https://${from}/`, `https://www.${to}/`],
  'by the server, the same page': ({ from, to }: LineageEdge) => [
    `http://www.${from}/trade/btc_usdt`,
    `https://${from}/trade/btc_usdt`,
    `https://${to}/trade/btc_usdt`,
  ],
  'after a short link': ({ from, to }: LineageEdge) => [
    'https://bit.ly/x9',
    `https://${from}/`,
    `https://${to}/zh-cn/`,
  ],
  'by the page': ({ from, to }: LineageEdge) => [
    `https://${from}/`,
    { url: `https://${to}/`, by: 'client' as const },
  ],
  'by script, known by its timing': ({ from, to }: LineageEdge) => [
    `https://${from}/en`,
    { url: `https://${to}/en`, by: 'client' as const, inferred: true as const },
  ],
};

test('the list records 163 edges', () => {
  expect(EDGES).toHaveLength(163);
});

describe('with its new name unknown, each edge is found again', () => {
  const missing = (sight: (edge: LineageEdge) => Sighting[], kind: Sighting['kind']) =>
    EDGES.filter(({ edge }) => !found(sight(edge), kind, edge)).map(
      ({ edge }) => `${edge.from} > ${edge.to}`,
    );

  test.each(Object.entries(WAYS))('as a redirect %s', (_name, way) => {
    const lost = missing((edge) => sightingsOf(observe(list(edge), way(edge)), list(edge)), 'redirect');
    expect(lost).toEqual(BELONGS);
  });

  test('as a notice', () => {
    const lost = missing((edge) => {
      const page = { ...BARE_PAGE, announced: [{ host: `www.${edge.to}`, words: '备用网址' }] };
      return sightingsOf(observe(list(edge), [`https://${edge.from}/`], page), list(edge));
    }, 'notice');
    expect(lost).toEqual(BELONGS);
  });

  test('as a page built on the files of the old name', () => {
    const lost = missing((edge) => {
      const exchange = owners(edge.from)[0] ?? '';
      const name = list(edge).rows(edge.from)[0]?.name ?? edge.from;
      const page = {
        ...BARE_PAGE,
        claim: { exchange, places: [{ id: 'claims-title', words: 'x' }] },
        files: [{ exchange, name, host: `static.${edge.from}`, structural: true }],
      };
      return sightingsOf(observe(list(edge), [`https://${edge.to}/`], page), list(edge));
    }, 'assets');
    expect(lost).toEqual(BELONGS);
  });

  test('as a claim of its exchange', () => {
    const lost = missing((edge) => {
      const exchange = owners(edge.from)[0] ?? '';
      const page = { ...BARE_PAGE, claim: { exchange, places: [{ id: 'claims-site-name', words: 'x' }] } };
      const sightings = sightingsOf(observe(list(edge), [`https://${edge.to}/`], page), list(edge));
      // A claim names the exchange, by its present name; which old name it was is not to be known.
      return sightings.map((one) => (one.exchange === exchange ? { ...one, from: edge.from } : one));
    }, 'claim');
    expect(lost).toEqual(BELONGS);
  });
});
