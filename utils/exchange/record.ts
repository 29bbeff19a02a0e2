/** The record of one exchange, as people edit it under assets/list/exchanges/ and as the snapshot carries it. */

/** Part a domain plays for its exchange. */
export const DOMAIN_ROLES = ['primary', 'regional', 'mirror', 'former', 'app', 'asset', 'api'] as const;
export type DomainRole = (typeof DOMAIN_ROLES)[number];

/** Why a row is weaker than a source that names the domain outright; absent means normal. */
export const CONFIDENCES = [
  'claimed',
  'third-party code',
  'unverified catalogue',
  'name is domain',
  'name only',
  'brand reuse',
] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** What a source found when it last tried the domain; absent means nobody tried. */
export const DOMAIN_STATES = ['does not answer', 'repurposed', 'redirected', 'unsafe'] as const;
export type DomainState = (typeof DOMAIN_STATES)[number];

/** Kind of house; `exchange` is a centralised exchange. Lender, broker and custodian are never called exchanges. */
export const HOUSE_TYPES = [
  'exchange',
  'dex',
  'instant-swap',
  'p2p',
  'lender',
  'broker',
  'custodian',
] as const;
export type HouseType = (typeof HOUSE_TYPES)[number];

export const LINEAGE_KINDS = [
  'renaming',
  'mirror',
  'takeover',
  'customers moved',
  'successor',
  'same founder',
  'sister site',
  'product renamed',
  'merger',
] as const;
export type LineageKind = (typeof LINEAGE_KINDS)[number];

/** A date as precise as its source: `2017`, `2017-08` or `2017-08-30`. */
export type PartialDate = string;

export interface DomainStatus {
  state: DomainState;
  checked: PartialDate;
  source: string;
}

export interface DomainRecord {
  /** Registrable domain. */
  domain: string;
  /** Only this host of the domain belongs to the exchange; then nothing else of the domain is listed. */
  host?: string;
  /**
   * The domain is a general financial house's (etoro.com): imitators use it, so it is protected and compared,
   * but visiting it is no visit to a crypto exchange and it is never listed.
   */
  imitated_only?: true;
  role: DomainRole;
  from?: PartialDate;
  until?: PartialDate;
  last_seen_live?: PartialDate;
  domain_status?: DomainStatus;
  confidence?: Confidence;
  source: string;
  note?: string;
}

export interface LineageEdge {
  from: string;
  to: string;
  kind: LineageKind;
  year?: number;
  confidence?: 'claimed' | 'inferred';
  source: string;
  note?: string;
}

export interface ExchangeRecord {
  id: string;
  name: string;
  type: HouseType;
  names_zh: string[];
  aliases: string[];
  domains: DomainRecord[];
  lineage: LineageEdge[];
  status: 'active' | 'defunct' | 'unknown';
  source: string[];
  names_pinyin?: { form: string; example?: string; source: string }[];
  /** Nicknames, some by machine translation: to recognise, never to display. */
  aliases_zh_informal?: { name: string; source: string }[];
  /** Names that are ordinary words, tokens or other firms: to display, no evidence by themselves. */
  ambiguous_names?: string[];
  name_is_ambiguous?: boolean;
  countries?: string[];
  serves_cn?: {
    value: boolean | 'unknown';
    strength?: 'strong' | 'medium' | 'weak';
    likely?: boolean;
    evidence?: string;
    source?: string;
  };
  launched?: PartialDate;
  status_detail?: string;
  status_year?: number;
  status_note?: string;
  status_source?: string[];
  /** Source by name, for the names in `names_zh` that have one of their own. */
  names_zh_source?: Record<string, string>;
  note?: string;
  /** Id of the record that this one may repeat; nobody has settled it. */
  possible_duplicate_of?: string;
  /** Ids of earlier records that were merged into this one. */
  merged_ids?: string[];
  /** Entry in the block123 catalogue, read in 2021. */
  block123?: string;
  /** Page with a Chinese description of the house. */
  bio_zh_source?: string;
}
