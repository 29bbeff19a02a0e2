import type { Writer } from './bundle.ts';

export const FORMATS = ['data-package', 'ndjson', 'csv', 'csv-spreadsheet', 'parquet', 'stix'] as const;
export type Format = (typeof FORMATS)[number];

/** Choices that concern one format alone. */
export interface FormatOptions {
  /** Spreadsheet preset: names and addresses unclickable. */
  defanged: boolean;
  /** STIX: flags, by exported id, that an analyst confirmed. */
  confirmed: ReadonlySet<string>;
}

export const FILE_TYPES: Record<Format, { extension: string; mediaType: string }> = {
  'data-package': { extension: 'zip', mediaType: 'application/zip' },
  ndjson: { extension: 'ndjson', mediaType: 'application/x-ndjson' },
  csv: { extension: 'csv', mediaType: 'text/csv' },
  'csv-spreadsheet': { extension: 'csv', mediaType: 'text/csv' },
  parquet: { extension: 'parquet', mediaType: 'application/vnd.apache.parquet' },
  stix: { extension: 'json', mediaType: 'application/stix+json' },
};

/** The writer of a format, loaded when it is asked for. */
export async function writerOf(format: Format, { defanged, confirmed }: FormatOptions): Promise<Writer> {
  switch (format) {
    case 'data-package':
      return (await import('./data-package.ts')).writeDataPackage;
    case 'ndjson':
      return (await import('./ndjson.ts')).writeNdjson;
    case 'csv':
      return (await import('./csv.ts')).writeCsvData;
    case 'csv-spreadsheet':
      return (await import('./csv.ts')).writeCsvSpreadsheet(defanged);
    case 'parquet':
      return (await import('./parquet.ts')).writeParquet;
    case 'stix':
      return (await import('./stix.ts')).writeStix(confirmed);
  }
}
