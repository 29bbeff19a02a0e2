/** Four symbols in a row as one number; the newest lowest. */
export const quadOf = (a: number, b: number, c: number, d: number): number =>
  (a << 18) | (b << 12) | (c << 6) | d;

/** The next four symbols, one further on. */
export const nextQuad = (quad: number, symbol: number): number => ((quad << 6) | symbol) & 0xffffff;

const BITS = 1 << 17;

/** A set of fours: what the first or the last symbols of any key can be. 16 KB, hashed; says yes to a few strangers. */
export class Quads {
  private readonly bits = new Uint32Array(BITS / 32);

  add(quad: number): void {
    const at = Math.imul(quad, 0x9e3779b1) >>> 15;
    this.bits[at >>> 5] = this.bits[at >>> 5]! | (1 << (at & 31));
  }

  has(quad: number): boolean {
    const at = Math.imul(quad, 0x9e3779b1) >>> 15;
    return (this.bits[at >>> 5]! & (1 << (at & 31))) !== 0;
  }

  /** Adds every four of five or six symbols, in order: what one or two deletions leave in front. */
  addFours(symbols: ArrayLike<number>): void {
    const n = symbols.length;
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        for (let k = j + 1; k < n; k++) {
          for (let l = k + 1; l < n; l++)
            this.add(quadOf(symbols[i]!, symbols[j]!, symbols[k]!, symbols[l]!));
        }
      }
    }
  }
}
