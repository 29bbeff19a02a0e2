import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportFault } from './check-export.ts';

export const SET_ASIDE = 'set-aside.ndjson';

/** Names what a merge left aside, by file, line and fault. */
export class SetAside {
  count = 0;
  readonly #path: string;

  constructor(folder: string) {
    this.#path = join(folder, SET_ASIDE);
  }

  /** @param faults with line 0 where the whole file is meant. */
  add(file: string, faults: ExportFault[]): void {
    if (faults.length === 0) return;
    this.count += faults.length;
    appendFileSync(this.#path, faults.map((fault) => `${JSON.stringify({ file, ...fault })}\n`).join(''));
  }
}
