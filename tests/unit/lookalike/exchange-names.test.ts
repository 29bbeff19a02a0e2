import { describe, expect, it } from 'vitest';
import type { DomainRecord, ExchangeRecord } from '../../../utils/exchange/record.ts';
import type { AttackCounts } from '../../../utils/lookalike/attack-counts.ts';
import { type ExchangeName, exchangeNames, ownHosts } from '../../../utils/lookalike/exchange-names.ts';
import { exchange } from '../list/sample-list.ts';

const row = (domain: string, more: Partial<DomainRecord> = {}) => ({ domain, ...more });
const record = (
  id: string,
  domains: Partial<DomainRecord>[],
  more: Partial<ExchangeRecord> = {},
): ExchangeRecord => ({ ...exchange(id, domains), ...more });

/** Attacked often unless told otherwise. */
function namesOf(exchange: ExchangeRecord, attacks: Partial<AttackCounts> = {}): ExchangeName[] {
  return exchangeNames([exchange], { date: '', sources: [], hosts: { [exchange.id]: 9 }, ...attacks });
}
const told = (names: ExchangeName[]) => names.map(({ text, kind }) => `${text} ${kind}`).sort();

describe('the names of a record', () => {
  it.each<[string, ExchangeRecord, string[]]>([
    [
      'a label, and the address of a short one',
      record('quo', [row('quo.com')]),
      ['quo label', 'quocom dotted'],
    ],
    ['a long one alone', record('quoxobi', [row('quoxobi.com')]), ['quoxobi label']],
    ['with six letters both', record('quoxob', [row('quoxob.com')]), ['quoxob label', 'quoxobcom dotted']],
    ['no address of four letters', record('qx', [row('qx.io')]), ['qx label']],
    ['an address of five', record('qxo', [row('qxo.io')]), ['qxo label', 'qxoio dotted']],
    ['no single letter', record('q', [row('q.finance')]), ['qfinance dotted']],
    ['twenty letters', record('a'.repeat(20), [row(`${'a'.repeat(20)}.com`)]), [`${'a'.repeat(20)} label`]],
    ['no more', record('a'.repeat(21), [row(`${'a'.repeat(21)}.com`)]), []],
    ['no long address', record('quo', [row('quo.internationaltradexyz')]), ['quo label']],
    [
      'a label before its suffix, whatever that is',
      record('quo', [row('quo.co.uk')]),
      ['quo label', 'quocouk dotted'],
    ],
    [
      'the label of a main domain that is named otherwise',
      record('quo', [row('other.com')]),
      ['other label', 'othercom dotted'],
    ],
    ['none of another domain', record('quo', [row('other.com', { role: 'mirror' })]), []],
    [
      'that of another one named as the exchange, or by an alias',
      record('quo', [row('quo.net', { role: 'regional' }), row('quoxo.net', { role: 'former' })], {
        aliases: ['Quo Xo'],
      }),
      ['quo label', 'quonet dotted', 'quoxo label', 'quoxonet dotted'],
    ],
    ['none weakly sourced', record('quo', [row('quo.com', { confidence: 'claimed' })]), []],
    ['none of which one host alone is its', record('quo', [row('z.com', { host: 'quo.z.com' })]), []],
    ['none of no domain', record('quo', []), []],
    [
      'Chinese ones, without what is not Chinese; one sign is none',
      record('quo', [row('quo.com')], { names_zh: ['欧 易okx', '币', '抹茶'], ambiguous_names: ['抹茶'] }),
      ['quo label', 'quocom dotted', '欧易 han'],
    ],
    [
      'pinyin of three letters and more',
      record('quo', [row('quo.com')], {
        names_pinyin: [
          { form: 'ouyi', name: '欧易', source: 's' },
          { form: 'bi', name: '币', source: 's' },
          { form: 'ouy', name: '欧', source: 's' },
        ] as unknown as NonNullable<ExchangeRecord['names_pinyin']>,
      }),
      ['ouy pinyin', 'ouyi pinyin', 'quo label', 'quocom dotted'],
    ],
  ])('%s', (_, exchange, names) => {
    expect(told(namesOf(exchange))).toEqual([...names].sort());
  });

  it('products and abbreviations are those that attackers use of it', () => {
    const names = [
      { name: 'Quo Wallet', exchange: 'quo', kind: 'product', source: 's' } as const,
      { name: 'Other', exchange: 'other', kind: 'product', source: 's' } as const,
      { name: 'QX', exchange: 'quo', kind: 'abbreviation', source: 's' } as const,
    ];
    const found = namesOf(record('quo', [row('quo.com')]), { names });
    expect(told(found)).toEqual(['quo label', 'quocom dotted', 'quowallet product', 'qx abbreviation']);
  });

  it('stand for the domain that they are of; those of no domain for the main one', () => {
    const exchange = record('quo', [row('quo.net', { role: 'regional' }), row('quoxo.com')], {
      names_zh: ['欧易'],
    });
    const targets = Object.fromEntries(namesOf(exchange).map(({ text, target }) => [text, target]));
    expect(targets).toMatchObject({ quo: 'quo.net', quoxo: 'quoxo.com', 欧易: 'quoxo.com' });
  });

  it('without a main domain stand for the firmest row, and of those for the weightiest role', () => {
    const rows = [
      row('quo.app', { role: 'app' }),
      row('quo.old', { role: 'former' }),
      row('quo.eu', { role: 'regional' }),
      row('quo.weak', { role: 'regional', domain_status: { state: 'unsafe', checked: '2026', source: 's' } }),
    ];
    for (const domains of [rows, rows.toReversed()]) {
      const names = namesOf(record('quo', domains, { names_zh: ['欧易'] }));
      expect(names.find(({ kind }) => kind === 'han')?.target).toBe('quo.eu');
      expect(names.find(({ kind }) => kind === 'label')?.target).toBe('quo.eu');
    }
  });

  it('are addresses where a firmly sourced domain is spelt so', () => {
    const exchange = record('quocom', [row('quo.com'), row('quocom.net', { role: 'regional' })]);
    const weak = record('quocom', [
      row('quocom.net'),
      row('quo.com', { role: 'mirror', confidence: 'claimed' }),
    ]);
    const address = (names: ExchangeName[]) => names.find(({ text }) => text === 'quocom')?.address;
    expect([address(namesOf(exchange)), address(namesOf(weak))]).toEqual([true, false]);
  });

  it.each<[string, Partial<ExchangeRecord>, string[]]>([
    ['nothing', {}, []],
    ['the exchange by that word', { ambiguous_names: ['Quo'] }, ['quo']],
    ['its name as such', { name_is_ambiguous: true }, ['quo']],
  ])('are ambiguous where the record calls them so: %s', (_, more, ambiguous) => {
    const names = namesOf(record('quo', [row('quo.com')], more));
    expect(names.filter((name) => name.ambiguous).map(({ text }) => text)).toEqual(ambiguous);
  });
});

describe('exchanges attacked', () => {
  const named = (exchanges: ExchangeRecord[], hosts: Record<string, number>) =>
    exchangeNames(exchanges, { date: '', sources: [], hosts }).map(({ text, tier }) => `${text} ${tier}`);
  const long = (id: string, more: Partial<ExchangeRecord> = {}) => record(id, [row(`${id}.com`)], more);

  it('most come first, and of two alike the one earlier in the alphabet', () => {
    const exchanges = ['quoxobx', 'quoxoba', 'quoxobm'].map((id) => long(id));
    expect(named(exchanges, { quoxobx: 4, quoxoba: 4, quoxobm: 90 })).toEqual([
      'quoxobm 0',
      'quoxoba 0',
      'quoxobx 0',
    ]);
  });

  it('rarer have the dearer prior, by their share of all', () => {
    const names = exchangeNames([long('quoxoba'), long('quoxobb')], {
      date: '',
      sources: [],
      hosts: { quoxoba: 64, quoxobb: 1, others: 63 },
    });
    // A share of a half, and of a 128th: 6 bits, and 0.9 for each halving.
    expect(names.map(({ prior, attacked }) => [prior, attacked])).toEqual(
      [
        [8 * (6 + 0.9), 64],
        [8 * (6 + 0.9 * 7), 1],
      ].map(([prior, attacked]) => [Math.round(prior!), attacked]),
    );
  });

  it('keep a name that another has too', () => {
    const twice = [
      long('quoxoba'),
      record('quoxobb', [row('quoxoba.net', { role: 'regional' })], { aliases: ['quoxoba'] }),
    ];
    const owner = (hosts: Record<string, number>) =>
      exchangeNames(twice, { date: '', sources: [], hosts })
        .filter(({ text }) => text === 'quoxoba')
        .map(({ exchange }) => exchange);
    expect([owner({ quoxoba: 9, quoxobb: 5 }), owner({ quoxoba: 5, quoxobb: 9 })]).toEqual([
      ['quoxoba'],
      ['quoxobb'],
    ]);
  });

  it('by a label rather than by an address of the same letters', () => {
    // quo.com's dotted form, and the label of quocom.net.
    const both = record('quocom', [row('quocom.net'), row('quo.com', { role: 'regional' })], {
      aliases: ['quo'],
    });
    expect(
      namesOf(both)
        .filter(({ text }) => text === 'quocom')
        .map(({ kind }) => kind),
    ).toEqual(['label']);
  });

  it('not at all alarm by long names and Chinese ones alone', () => {
    const best = Array.from({ length: 160 }, (_, i) => record(`best${i}`, [], { source: ['a', 'b', 'c'] }));
    const obscure = (id: string) => record(id, [row(`${id}.com`)], { names_zh: ['欧易'] });
    const of = (id: string) => exchangeNames([...best, obscure(id)], { date: '', sources: [], hosts: {} });
    expect(told(of('quoxobi'))).toEqual(['quoxobi label', '欧易 han']);
    expect(told(of('quoxob'))).toEqual(['欧易 han']);
    expect(of('quoxobi').map(({ tier }) => tier)).toEqual([3, 3]);
  });

  it('are ranked by their sources, and by their ids where those are as many', () => {
    const best = Array.from({ length: 59 }, (_, i) => record(`best${i}`, [], { source: ['a', 'b'] }));
    const tiers = (...exchanges: ExchangeRecord[]) => named([...exchanges, ...best], {});
    expect(tiers(long('quoxobb'), long('quoxoba'))).toEqual(['quoxoba 1', 'quoxobb 2']);
    expect(tiers(long('quoxobb', { source: ['a', 'b', 'c'] }), long('quoxoba'))).toEqual([
      'quoxoba 2',
      'quoxobb 1',
    ]);
  });

  it.each([
    [19, 2],
    [20, 0],
    [0, 2],
  ])('%i times, a protocol is of tier %i', (hosts, tier) => {
    expect(named([long('quoxobx', { type: 'dex' })], { quoxobx: hosts })).toEqual([`quoxobx ${tier}`]);
    expect(named([long('quoxobx', { type: 'p2p' })], { quoxobx: 19 })).toEqual(['quoxobx 0']);
  });
});

it('the hosts of all exchanges are its own: today’s, of the past, or claimed', () => {
  const rows = [
    row('quo.com'),
    row('z.com', { host: 'quo.z.com', role: 'app' }),
    row('quo.old', { role: 'former' }),
    row('quo.gone', { domain_status: { state: 'repurposed', checked: '2026', source: 's' } }),
    row('quo.maybe', { confidence: 'claimed' }),
    row('quo.maybe.old', { confidence: 'name only', role: 'former' }),
  ];
  expect(
    ownHosts([record('quo', rows)]).map(({ host, exchange, standing }) => [host, exchange, standing]),
  ).toEqual([
    ['quo.com', 'quo', 'present'],
    ['quo.z.com', 'quo', 'present'],
    ['quo.old', 'quo', 'past'],
    ['quo.gone', 'quo', 'past'],
    ['quo.maybe', 'quo', 'claimed'],
    ['quo.maybe.old', 'quo', 'claimed'],
  ]);
});
