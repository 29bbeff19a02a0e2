import { CODES } from './char-code.ts';

/** A set of three symbols in a row: what the first or last three of any key can be. One bit each, 7 KB. */
export class Triples {
  private readonly bits = new Uint32Array(Math.ceil(CODES ** 3 / 32));

  static of(a: number, b: number, c: number): number {
    return (a * CODES + b) * CODES + c;
  }

  add(triple: number): void {
    this.bits[triple >>> 5] = this.bits[triple >>> 5]! | (1 << (triple & 31));
  }

  /** Adds every three of five symbols, in order: what up to two deletions leave in front. */
  addThreeOfFive(symbols: ArrayLike<number>): void {
    const n = Math.min(5, symbols.length);
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        for (let k = j + 1; k < n; k++) this.add(Triples.of(symbols[i]!, symbols[j]!, symbols[k]!));
      }
    }
  }

  has(triple: number): boolean {
    return (this.bits[triple >>> 5]! & (1 << (triple & 31))) !== 0;
  }
}
