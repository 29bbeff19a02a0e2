import type { SUCCESSION_KINDS } from '../history/beside-schema.ts';

/** What was seen: docs/lineage.md says of each what it needs and what it is worth. */
export type SuccessionKind = (typeof SUCCESSION_KINDS)[number];

/** One thing that a sighting rests on. The codes are stored and exported: `what: value`. */
export interface Evidence {
  what: EvidenceCode;
  value: string;
}

export const EVIDENCE_CODES = [
  /** How the redirect was made: server, client (meta refresh, script), inferred (by timing alone). */
  'by',
  /** Hosts, or addresses, from the listed one to the page. */
  'way',
  /** The words of a notice, or of a link. */
  'words',
  /** A place in which the page presents itself as the exchange; with its text where titles are stored. */
  'place',
  /** A host of the exchange from which the page takes files. */
  'file',
  /** An app's or an analytics account's id that the exchange's own page bears too. */
  'id',
  /** A page that names the address, with a mark for the invitation code in it: `aff.example #1f3a`. */
  'page',
  /** What speaks against the candidate, as seen on its page: a code of SUCCESSION_DOUBTS. */
  'against',
] as const;
export type EvidenceCode = (typeof EVIDENCE_CODES)[number];

/** One thing seen that suggests that `to`, which the list does not hold, is a new name of a listed exchange. */
export interface Sighting {
  exchange: string;
  /** The listed name. */
  from: string;
  /** Registrable domain of the other; its host where it has none. */
  to: string;
  kind: SuccessionKind;
  evidence: Evidence[];
}

export function written({ what, value }: Evidence): string {
  return `${what}: ${value}`;
}

/** Reads a stored line; null for a code of another version. */
export function readEvidence(line: string): Evidence | null {
  const at = line.indexOf(': ');
  const what = EVIDENCE_CODES.find((code) => code === line.slice(0, at));
  return what === undefined ? null : { what, value: line.slice(at + 2) };
}
