import { type Host, isBadHost, parseHost } from '../domain/host.ts';
import { namesWithinRegistrable } from '../domain/name-and-parents.ts';
import type { ExchangeRecord } from '../exchange/record.ts';
import type { ReportedName } from './list-contents.ts';
import { ownNames } from './own-names.ts';
import { isProtected } from './protected-names.ts';
import type { BlockedName } from './read-blocklist.ts';

/** Which exchange a name imitates, null where none that is listed. */
export type Attribute = (host: Host) => string | null;

export interface Attribution {
  reported: ReportedName[];
  /** Names that a list may not report, with the reason: blocklists hold real exchanges' hosts by mistake. */
  refused: { name: string; reason: string }[];
  /** How many concern no listed exchange. */
  others: number;
}

/** Keeps of a blocklist what concerns listed exchanges. @param source who reported it, without commas */
export function attributeNames(
  names: readonly BlockedName[],
  exchanges: readonly ExchangeRecord[],
  source: string,
  attribute: Attribute,
): Attribution {
  const own = ownNames(exchanges);
  const result: Attribution = { reported: [], refused: [], others: 0 };
  for (const { name, firstSeen, lastSeen } of names) {
    const host = parseHost(name);
    if (isBadHost(host)) continue;
    const exchange = attribute(host);
    const reason = refusal(host, own);
    if (reason) result.refused.push({ name, reason });
    else if (exchange === null) result.others++;
    else result.reported.push({ name, exchange, source, firstSeen, lastSeen, exact: false });
  }
  return result;
}

function refusal(host: Host, own: ReadonlyMap<string, string>): string | null {
  if (host.registrable === null) return 'a public suffix';
  if (isProtected(host.ascii)) return 'a protected name';
  const name = namesWithinRegistrable(host).find((one) => own.has(one));
  return name === undefined ? null : `${own.get(name)}'s own`;
}
