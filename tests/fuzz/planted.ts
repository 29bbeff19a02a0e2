/** A parser with a fault that random inputs do not reach: four bytes, each a branch that one byte in 16 takes. */
export function planted(input: Uint8Array): void {
  const [a = 0, b = 0, c = 0, d = 0] = input;
  if (a >> 4 === 0x2) {
    if (b >> 4 === 0x4) {
      if (c >> 4 === 0xa) {
        if (d >> 4 === 0xd) throw new Error('reached');
      }
    }
  }
}
