import type { CoverageInterval, DailyCount, ExportedEdge } from '../history/flag.ts';
import type { PackagedRecord } from './bundle.ts';
import type { ReadFlag } from './read-flag.ts';

/** An export opened for reading; a Data Package only once every file was found to be what its descriptor says. */
export interface OpenedExport {
  format: 'ndjson' | 'data-package';
  /** Every line: the flag, or what is wrong with it. May be asked for more than once. */
  flags(): AsyncIterable<ReadFlag>;
  daily(): Promise<DailyCount[]>;
  coverage(): Promise<CoverageInterval[]>;
  edges(): Promise<ExportedEdge[]>;
  /** Records of the exchanges that the flags name, as the list held them then. */
  records(): Promise<PackagedRecord[]>;
  /** The descriptor's own part on Ensign; null for NDJSON. */
  account: unknown;
}
