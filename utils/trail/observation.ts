import type { Host } from '../domain/host.ts';
import type { Hop } from '../navigation/decision.ts';
import type { ListedRow } from '../verdict/listed.ts';

/** One document as the trail looks at it: pure facts, looked up beforehand. */
export interface Observation {
  /** From the address asked for to the page shown, both included. */
  way: Passage[];
  /** What the page showed; null while it has not been read. */
  page: PageMarks | null;
}

/** One address on the way, with the rows of the list that speak of it. */
export interface Passage {
  host: Host;
  url: string;
  by: Hop['by'];
  inferred: boolean;
  /** Firm rows first. */
  rows: ListedRow[];
}

/** What a page showed, as far as the trail asks: bounded, and never the page's text. */
export interface PageMarks {
  /** The exchange that the page presents itself as, with the places where it does. */
  claim: { exchange: string; places: { id: string; words: string }[] } | null;
  /** Hosts of listed exchanges from which the page takes files; scripts and styles are what it is built of. */
  files: { exchange: string; name: string; host: string; structural: boolean }[];
  /** Ids of apps and analytics accounts that an exchange's own pages bear. */
  shared: { exchange: string; name: string; id: string }[];
  /** Unlisted addresses that the page, one of somebody else, names as an exchange's. */
  named: { exchange: string; host: string; words: string; code: string | null }[];
  /** Addresses that the page, a listed one, announces as its new or spare ones. */
  announced: { host: string; words: string }[];
  /** The page says of itself that its name is parked or for sale. */
  forSale: boolean;
}
