import { listedName } from '../../utils/exchange/listed-name.ts';
import type { ExchangeRecord } from '../../utils/exchange/record.ts';
import type { Attribute } from '../../utils/list/attribute-names.ts';

/** Shorter labels stand in too many names by chance. */
const SHORTEST = 5;

/** Labels of exchanges that are words of the field or of the language: in a name they point to nobody. */
const ORDINARY = new Set(
  `bitcoin block blockchain bridge change chain coins coinbank coinsto crypto currency curve delta derive digital
  equity exchange finance global liquid market markets network orca portal river shift spot stake strike swaps token
  tokens trade trader trading wallet waves world`.split(/\s+/),
);

/**
 * Attributes a name to the exchange whose domain label it holds whole: 'binance-login.example' => binance.
 * The longest label wins; of two exchanges with one label, the one that has it on more domains. Names that
 * misspell a label are left to the look-alike rules.
 */
export function attributeByName(exchanges: readonly ExchangeRecord[]): Attribute {
  const owners = new Map<string, { id: string; rows: number }>();
  for (const exchange of exchanges) {
    if (exchange.name_is_ambiguous) continue;
    for (const [label, rows] of labelsOf(exchange)) {
      if (rows > (owners.get(label)?.rows ?? 0)) owners.set(label, { id: exchange.id, rows });
    }
  }
  const labels = [...owners.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return (host) => {
    const found = labels.find((label) => host.ascii.includes(label));
    return found === undefined ? null : (owners.get(found)?.id ?? null);
  };
}

function labelsOf({ domains }: ExchangeRecord): Map<string, number> {
  const labels = new Map<string, number>();
  for (const row of domains) {
    const label = row.domain.split('.')[0]!;
    const counts = listedName(row)?.exact === false && label.length >= SHORTEST && !ORDINARY.has(label);
    if (counts) labels.set(label, (labels.get(label) ?? 0) + 1);
  }
  return labels;
}
