import type { ExchangeRecord } from '../exchange/record.ts';
import type { CoverageInterval, DailyCount, ExportedEdge, FlagRecord } from '../history/flag.ts';
import type { ExportOptions } from './options.ts';

/** A record as an export carries it, of whatever version its list was. */
export type PackagedRecord = Pick<ExchangeRecord, 'id'>;

/** What stands beside the flags; the same privacy level went over it. */
export interface Beside {
  daily: DailyCount[];
  coverage: CoverageInterval[];
  edges: ExportedEdge[];
  /** List versions that the exported flags were judged by. */
  lists: { version: number; sha256: string; flags: number }[];
  /** Detectors that made the exported flags; `detector_version` of the account is the exporting build's. */
  detectors: { version: string; flags: number }[];
  /** Records of the exchanges that the exported flags name, from the list in use. */
  records: PackagedRecord[];
  /** Stored rows that do not read as flags and were not exported. */
  unreadable: number;
}

/** One question of a study with its answer, as the participant read it. */
export interface ConsentAnswer {
  id: string;
  text: string;
  language: string;
  agreed: boolean;
}

/** How the export was made, in clear. */
export interface ExportAccount {
  /** null where rows of several exports stand together: then each row's `redactions` speak for it alone. */
  options: ExportOptions | null;
  extension_version: string;
  detector_version: string;
  /** The text that was agreed to; null where none was asked. */
  consent: string | null;
  /** What the study asked; empty where the export is made for none. */
  answers: ConsentAnswer[];
}

/** One export, redacted: the only thing a writer ever sees. */
export interface ExportBundle {
  account: ExportAccount;
  /** May be read once. */
  flags: AsyncIterable<FlagRecord>;
  /** What stands beside them; to be asked when the flags have been read to the end. */
  beside(): Promise<Beside>;
}

/** Turns a bundle into the bytes of one file. */
export type Writer = (bundle: ExportBundle) => AsyncIterable<Uint8Array>;
