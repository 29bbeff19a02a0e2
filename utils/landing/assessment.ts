/** One observation that spoke for or against, with the words that matched. Weight 0: shown, never scored. */
export interface Signal {
  id: string;
  version: number;
  value: string;
  weight: number;
}

export type PageKind = 'exchange' | 'affiliate' | 'payment' | 'none';
export type ChineseScript = 'Hans' | 'Hant' | 'mixed' | 'none';

/** A host that belongs to a listed exchange, and how the page uses it. */
export interface ExchangeTie {
  exchange: string;
  host: string;
  tie: 'link' | 'invitation' | 'asset';
}

/** What the words and links of one page say. Exchanges are ids of the list. */
export interface LandingAssessment {
  /** `none`: not a landing page of or for an exchange. */
  pageKind: PageKind;
  /** `none`: not a Chinese page. */
  script: ChineseScript;
  sure: 'high' | 'low';
  /** 0 to 1; a landing page from .5. */
  score: number;
  /** The exchange that the page is mostly about; null where it names none that is listed, or several alike. */
  exchange: string | null;
  /** For and against, strongest first. */
  signals: Signal[];
  /** The exchange that the page presents itself as, on a host that is not known to be that exchange's. */
  brandClaim: { exchange: string; signals: Signal[] } | null;
  /** Ties to mainland China as mentioned on the page: unverified, never scored. */
  operations: Signal[];
  /** Claims of seat or licence as mentioned on the page: unverified, never scored. */
  seatClaims: Signal[];
  /** Links to, and files from, hosts of listed exchanges. */
  ties: ExchangeTie[];
}

/** What the engine is told beside the page: the list stays with the caller. */
export interface AssessmentContext {
  /** The page's own host; null where it is not known (a file). */
  host: string | null;
  /** The listed exchange that a host belongs to, or null. */
  hostOwner: (host: string) => string | null;
}
