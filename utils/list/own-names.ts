import { listedName } from '../exchange/listed-name.ts';
import type { ExchangeRecord } from '../exchange/record.ts';
import { isFirm } from '../exchange/weakness.ts';

/** Names that are an exchange's own on a firm row, with its id: never to be reported as lookalikes. */
export function ownNames(exchanges: Iterable<ExchangeRecord>): Map<string, string> {
  const own = new Map<string, string>();
  for (const { id, domains } of exchanges) {
    for (const row of domains) {
      const listed = listedName(row);
      if (row.imitated_only) own.set(row.domain, id);
      else if (listed && isFirm(row)) own.set(listed.name, id);
    }
  }
  return own;
}
