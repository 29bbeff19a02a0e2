import fc from 'fast-check';
import type { DomainRecord, ExchangeRecord } from '../../utils/exchange/record.ts';
import { DOMAIN_ROLES } from '../../utils/exchange/record.ts';
import type { ListContents } from '../../utils/list/list-contents.ts';
import { exchange, listOf, reported } from '../unit/list/sample-list.ts';

const label = fc.stringMatching(/^[a-z][a-z0-9]{1,9}$/);
const domain = fc
  .tuple(label, fc.constantFrom('com', 'io', 'co.kr', 'pages.dev', 'xyz'))
  .map((parts) => parts.join('.'));
const role = fc.constantFrom(...DOMAIN_ROLES);
const note = fc.option(fc.constantFrom('欧易', 'a note', '“quoted”'), { nil: undefined });

const row = fc
  .record({ domain, role, note })
  .map(({ note: text, ...rest }): Partial<DomainRecord> => ({ ...rest, ...(text ? { note: text } : {}) }));

const exchanges = fc.uniqueArray(
  fc
    .tuple(label, fc.uniqueArray(row, { selector: (entry) => entry.domain, maxLength: 4 }))
    .map(([id, rows]): ExchangeRecord => exchange(id, rows)),
  { selector: (record) => record.id, maxLength: 8 },
);

const date = fc.option(fc.constantFrom('2019', '2024-02', '2025-12-31'), { nil: null });

/** Small lists with everything that the format can hold; names may meet between exchanges. */
export function arbitraryList(): fc.Arbitrary<ListContents> {
  return exchanges.chain((records) => {
    if (records.length === 0) return fc.constant(listOf([]));
    const ids = records.map((record) => record.id);
    const entry = fc
      .record({
        name: domain,
        id: fc.constantFrom(...ids),
        source: fc.constantFrom('one', 'two', '三'),
        firstSeen: date,
        lastSeen: date,
        exact: fc.boolean(),
      })
      .map(({ name, id, ...more }) => reported(name, id, more));
    return fc
      .uniqueArray(entry, { selector: ({ name }) => name, maxLength: 150 })
      .map((names) => listOf(records, names));
  });
}
