/** One thing wrong with the records people edit: where, and why. */
export interface RecordFault {
  /** File name within assets/list. */
  file: string;
  /** Path of the field, `domains.3.from`; empty for the file as a whole. */
  field: string;
  reason: string;
}

export function compareFaults(a: RecordFault, b: RecordFault): number {
  return a.file.localeCompare(b.file, 'en') || a.field.localeCompare(b.field, 'en', { numeric: true });
}
