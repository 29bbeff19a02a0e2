import type { Host } from '../domain/host.ts';
import { namesWithinRegistrable } from '../domain/name-and-parents.ts';
import { hashName } from './hash.ts';
import { VALUE_EXACT, VALUE_EXCHANGE, VALUE_REPORTED } from './layout.ts';

/** A place in the table whose hash is that of the host or of a parent; the full name is still to be compared. */
export interface Position {
  index: number;
  /** The host or parent that was looked up. */
  name: string;
  exact: boolean;
  reported: boolean;
  /** Index of the exchange. */
  exchange: number;
}

/** How far off a guess may be: four standard deviations for a quarter of a million names. */
const GUESS_REACH = 1024;

/** Sorted hashes with their values: all that a look-up needs in memory, 10 bytes a name. */
export class NameTable {
  readonly size: number;
  readonly #high: Uint32Array;
  readonly #low: Uint32Array;
  readonly #values: Uint16Array;

  /** @param high ascending, with `low` as the lower half; all three of one length */
  constructor(high: Uint32Array, low: Uint32Array, values: Uint16Array) {
    this.size = high.length;
    this.#high = high;
    this.#low = low;
    this.#values = values;
  }

  /**
   * Places that may speak of a host, nearest name first: the host itself and each parent down to its
   * registrable domain, private suffixes counted as suffixes. 'a.b.okx.com' => a.b.okx.com, b.okx.com, okx.com;
   * 'x.pages.dev' => x.pages.dev alone. A place marked exact speaks of the very host only.
   */
  positions(host: Host): Position[] {
    const found: Position[] = [];
    for (const name of namesWithinRegistrable(host)) this.#collect(name, name === host.ascii, found);
    return found;
  }

  hashAt(index: number): [high: number, low: number] {
    return [this.#high[index] ?? 0, this.#low[index] ?? 0];
  }

  valueAt(index: number): number {
    return this.#values[index] ?? 0;
  }

  isReported(index: number): boolean {
    return (this.valueAt(index) & VALUE_REPORTED) !== 0;
  }

  /** What the value at a place says. */
  entryAt(index: number): { exact: boolean; reported: boolean; exchange: number } {
    const value = this.valueAt(index);
    return {
      exact: (value & VALUE_EXACT) !== 0,
      reported: (value & VALUE_REPORTED) !== 0,
      exchange: value & VALUE_EXCHANGE,
    };
  }

  /** @param step 1 compares all neighbours, a larger one samples */
  isSorted(step: number): boolean {
    for (let i = 1; i < this.size; i += step) {
      const before = this.#high[i - 1]!;
      const here = this.#high[i]!;
      if (before > here || (before === here && this.#low[i - 1]! > this.#low[i]!)) return false;
    }
    return true;
  }

  #collect(name: string, isHost: boolean, found: Position[]): void {
    const [high, low] = hashName(name);
    for (let index = this.#firstAtOrAfter(high, low); index < this.size; index++) {
      if (this.#high[index] !== high || this.#low[index] !== low) return;
      const entry = this.entryAt(index);
      if (!entry.exact || isHost) found.push({ index, name, ...entry });
    }
  }

  /** Hashes lie evenly, so that the place is guessed first: one or two lines of memory are read instead of eighteen. */
  #firstAtOrAfter(high: number, low: number): number {
    const guess = Math.floor((high / 2 ** 32) * this.size);
    let from = Math.max(0, guess - GUESS_REACH);
    let to = Math.min(this.size, guess + GUESS_REACH);
    if (from > 0 && !this.#isBefore(from - 1, high, low)) from = 0;
    if (to < this.size && this.#isBefore(to, high, low)) to = this.size;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.#isBefore(middle, high, low)) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  #isBefore(index: number, high: number, low: number): boolean {
    const here = this.#high[index]!;
    return here < high || (here === high && this.#low[index]! < low);
  }
}
