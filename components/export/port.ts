import type { ExportProgress } from '../../utils/export/export-file.ts';
import type { Format } from '../../utils/export/formats.ts';
import type { Imported } from '../../utils/export/import-history.ts';
import type { ExportOptions } from '../../utils/export/options.ts';
import type { FlagRecord } from '../../utils/history/flag.ts';

/** What is exported, and how. */
export interface ExportChoice {
  options: ExportOptions;
  format: Format;
  /** Spreadsheet preset: names and addresses unclickable. */
  defanged: boolean;
  /** Stored flags, by id, that were ticked off. */
  excluded: string[];
  /** The text agreed to, as it was shown. */
  consent: string;
}

/** One row as it will be exported. */
export interface PreviewRow {
  /** Id under which the history holds the flag. */
  storedId: string;
  row: FlagRecord;
}

export interface ExportOutcome extends ExportProgress {
  /** Name under which the file was saved. */
  name: string;
  unreadable: number;
}

/** The study taken part in, as far as an export for it is concerned. */
export interface ExportStudy {
  /** What an export for it holds at first, and at last where `fixed`. */
  options: ExportOptions & { study: NonNullable<ExportOptions['study']> };
  fixed: boolean;
  encrypted: boolean;
  /** ISO date from which flags are exported for it. */
  since: string;
}

/** What the export page asks of the extension. */
export interface ExportPort {
  /** The study taken part in; null for none. */
  study(): Promise<ExportStudy | null>;
  /** Flags that the history page chose, for a study those since it was joined. */
  count(options: ExportOptions): Promise<number>;
  /** The first rows by stored id, as the export will hold them; under new ids it has them in the order of those. */
  preview(options: ExportOptions, limit: number): Promise<PreviewRow[]>;
  /** Writes the file and offers it for saving. Rejects when the signal aborts, with nothing left behind. */
  run(
    choice: ExportChoice,
    onProgress: (progress: ExportProgress) => void,
    signal: AbortSignal,
  ): Promise<ExportOutcome>;
  /** Offers the last file once more. */
  saveAgain(): void;
  /** Reads an export back into the history; `encrypted` where it must be decrypted first. */
  importFile(file: File): Promise<Imported | 'encrypted'>;
}
