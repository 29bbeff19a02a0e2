import type { IndexedName } from './indexed-name.ts';

/** A stretch of a label that reads as a name. */
export interface Hit {
  name: IndexedName;
  from: number;
  to: number;
  /** Eighths of a bit; 0 is the name letter by letter. */
  edit: number;
}
