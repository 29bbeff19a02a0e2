import type { DomainRecord, ExchangeRecord, PartialDate } from '../exchange/record.ts';

/** What the list says of a host. */
export type ListHit =
  | {
      kind: 'listed';
      /** The listed name: the host itself or a parent of it. */
      name: string;
      /** The row speaks of this very host. */
      exact: boolean;
      exchange: ExchangeRecord;
      domain: DomainRecord;
    }
  | {
      kind: 'reported';
      name: string;
      exact: boolean;
      /** The exchange that the name imitates. */
      exchange: ExchangeRecord;
      source: string;
      firstSeen: PartialDate | null;
      lastSeen: PartialDate | null;
    };
