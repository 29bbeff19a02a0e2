import { CODES, codesOf } from '../../../utils/lookalike/char-code.ts';
import { groups, read } from './sources.ts';

const EIGHTHS = 8;
const OTHER_EDIT_BITS = 6.5;
const KEY_BITS = 5;

/** What it costs to take one letter for another, by shape and by where keys lie; letters read as one. */
export function editTables(): { substitutions: Uint8Array; clusters: Uint8Array } {
  const substitutions = new Uint8Array(CODES * CODES).fill(OTHER_EDIT_BITS * EIGHTHS);
  const clusters: number[] = [];
  const lower = (a: number, b: number, bits: number) => {
    for (const at of [a * CODES + b, b * CODES + a])
      substitutions[at] = Math.min(substitutions[at]!, bits * EIGHTHS);
  };
  for (const [head, items] of groups(read('shapes.txt'))) {
    const bits = Number(head.split(' ').at(-1));
    let above: number[] = [];
    for (const item of items) {
      const codes = codesOf(item);
      if (head.startsWith('keys')) {
        for (let i = 0; i < codes.length; i++) {
          // A key touches the next one, and two of the row above, which stands half a key to the left.
          for (const near of [codes[i + 1], above[i], above[i + 1]]) {
            if (near !== undefined) lower(codes[i]!, near, KEY_BITS);
          }
        }
        above = codes;
      } else if (item.includes('=')) {
        if (codes.length === 3) clusters.push(...codes, bits * EIGHTHS);
      } else lower(codes[0]!, codes[1]!, bits);
    }
  }
  for (let code = 0; code < CODES; code++) {
    substitutions[code * CODES + code] = 0;
    // A foreign character nobody reads as one Latin letter may stand for any.
    substitutions[code * CODES] = 4 * EIGHTHS;
  }
  return { substitutions, clusters: Uint8Array.from(clusters) };
}
