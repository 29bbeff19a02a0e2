import { expect, test } from 'vitest';
import { listedName } from '../../../utils/exchange/listed-name.ts';
import type { DomainRecord } from '../../../utils/exchange/record.ts';

const ROW: DomainRecord = { domain: 'z.com', role: 'primary', source: 's' };

test.each([
  ['a domain, with all of its subdomains', {}, { name: 'z.com', exact: false }],
  [
    'one host of a domain, and nothing else of it',
    { host: 'coin.z.com' },
    { name: 'coin.z.com', exact: true },
  ],
  [
    'one host of a domain that is only imitated',
    { host: 'coin.z.com', imitated_only: true },
    { name: 'coin.z.com', exact: true },
  ],
  ['a domain that is only imitated: none', { imitated_only: true }, null],
] as [string, Partial<DomainRecord>, object | null][])('%s', (_what, row, name) => {
  expect(listedName({ ...ROW, ...row })).toEqual(name);
});
