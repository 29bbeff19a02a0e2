import { describe, expect, test } from 'vitest';
import { attributeNames } from '../../../utils/list/attribute-names.ts';
import type { BlockedName } from '../../../utils/list/read-blocklist.ts';
import { exchange } from './sample-list.ts';

const blocked = (name: string, more: Partial<BlockedName> = {}): BlockedName => ({
  name,
  firstSeen: null,
  lastSeen: null,
  ...more,
});
const exchanges = () => [
  exchange('okx', ['okx.com', { domain: 'okex.com', role: 'former' }, { domain: 'okx.co.kr' }]),
  exchange('gmo', [{ domain: 'z.com', host: 'coin.z.com' }]),
  exchange('etoro', [{ domain: 'etoro.com', imitated_only: true }]),
  exchange('doubtful', [{ domain: 'doubtful.com', confidence: 'claimed' }]),
];
/** Every name imitates this exchange. */
const all = (names: BlockedName[]) => attributeNames(names, exchanges(), 'a blocklist', () => 'okx');

describe('what a blocklist reports', () => {
  test('is kept as it says it, under the exchange that it imitates', () => {
    const name = blocked('0kx-login.com', { firstSeen: '2024-05-01', lastSeen: '2025' });
    expect(all([name])).toEqual({
      reported: [
        {
          name: '0kx-login.com',
          exchange: 'okx',
          source: 'a blocklist',
          firstSeen: '2024-05-01',
          lastSeen: '2025',
          exact: false,
        },
      ],
      refused: [],
      others: 0,
    });
  });

  test('is asked for by the host, and counted where it imitates none that is listed', () => {
    const asked: string[] = [];
    const { reported, refused, others } = attributeNames(
      [blocked('mail.one.com'), blocked('two.com'), blocked('0kx.com')],
      exchanges(),
      'a blocklist',
      (host) => {
        asked.push(`${host.ascii} of ${host.registrable}`);
        return host.ascii.startsWith('0') ? 'okx' : null;
      },
    );
    expect(asked).toEqual(['mail.one.com of one.com', 'two.com of two.com', '0kx.com of 0kx.com']);
    expect(reported.map(({ name }) => name)).toEqual(['0kx.com']);
    expect(refused).toEqual([]);
    expect(others).toBe(2);
  });

  test('is passed over where it is no host', () => {
    expect(all([blocked('not a host'), blocked('')])).toEqual({ reported: [], refused: [], others: 0 });
  });

  test.each([
    ['com', 'a public suffix'],
    ['co.kr', 'a public suffix'],
    ['pages.dev', 'a public suffix'],
    ['google.com', 'a protected name'],
    ['www.google.com', 'a protected name'],
    ['okx.com', "okx's own"],
    ['www.okx.com', "okx's own"],
    ['a.b.c.okx.com', "okx's own"],
    ['www.okx.co.kr', "okx's own"],
    ['coin.z.com', "gmo's own"],
    ['www.coin.z.com', "gmo's own"],
    ['etoro.com', "etoro's own"],
  ])('refuses %s: %s', (name, reason) => {
    expect(all([blocked(name)])).toEqual({ reported: [], refused: [{ name, reason }], others: 0 });
  });

  test('refuses an own name whether or not it imitates one', () => {
    const found = attributeNames([blocked('okx.com')], exchanges(), 'a blocklist', () => null);
    expect(found).toEqual({ reported: [], refused: [{ name: 'okx.com', reason: "okx's own" }], others: 0 });
  });

  test.each([
    ['a name beside an own host', 'z.com'],
    ['a sibling of an own host', 'wallet.z.com'],
    ['a name that ends in an own one', 'notokx.com'],
    ['an own name as a part of another', 'okx.com.evil.example'],
    ['a former name, which others may hold today', 'okex.com'],
    ['a name that is in doubt', 'doubtful.com'],
    ['somebody on a shared domain', 'okx.pages.dev'],
    ['a page on a service', 'okx.sites.google.com'],
  ])('takes %s: %s', (_, name) => {
    expect(all([blocked(name)]).reported.map((entry) => entry.name)).toEqual([name]);
  });
});
