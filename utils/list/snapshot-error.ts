/** What is wrong with a snapshot's bytes. */
export type SnapshotFault =
  | 'not a snapshot'
  | 'unknown format version'
  | 'truncated'
  | 'bad section table'
  | 'missing section'
  | 'bad section length'
  | 'not sorted'
  | 'bad meta'
  | 'bad offset'
  | 'bad name record'
  | 'bad exchange record'
  | 'bad value';

/** Bytes that are no readable snapshot; `fault` is stable, the message says where. */
export class SnapshotError extends Error {
  readonly fault: SnapshotFault;

  constructor(fault: SnapshotFault, where: string, options?: ErrorOptions) {
    super(`${fault}: ${where}`, options);
    this.name = 'SnapshotError';
    this.fault = fault;
  }
}
