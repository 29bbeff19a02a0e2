import type { ExchangeRecord, PartialDate } from '../exchange/record.ts';

/** A confirmed lookalike, as a blocklist reports it. */
export interface ReportedName {
  /** Canonical ASCII hostname. */
  name: string;
  /** Id of the exchange that it imitates. */
  exchange: string;
  source: string;
  firstSeen: PartialDate | null;
  lastSeen: PartialDate | null;
  /** Only this very host was reported, on a domain that others share. */
  exact: boolean;
}

/** A whole list, as it goes into a snapshot and comes out of one. */
export interface ListContents {
  version: number;
  /** RFC 3339, UTC. */
  issued: string;
  expires: string;
  exchanges: ExchangeRecord[];
  reported: ReportedName[];
}
