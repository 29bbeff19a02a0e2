import { codesOf } from './char-code.ts';

/** Letter pairs that close up to one letter at small sizes: 'rn' m, 'nn' m, 'vv' w, 'cl' d. */
const SINGLES = new Uint8Array(64 * 64);
for (const triple of ['rnm', 'nnm', 'vvw', 'cld']) {
  const [a, b, single] = codesOf(triple) as [number, number, number];
  SINGLES[a * 64 + b] = single;
}

/** What two codes read as together, or 0. */
export function closedPair(a: number, b: number): number {
  return SINGLES[a * 64 + b]!;
}

/** The codes with every such pair read as one letter: 'bitstannp' => 'bitstamp'. */
export function foldClusters(codes: number[]): number[] {
  const folded: number[] = [];
  for (let i = 0; i < codes.length; i++) {
    const single = i + 1 < codes.length ? closedPair(codes[i]!, codes[i + 1]!) : 0;
    if (single) i++;
    folded.push(single || codes[i]!);
  }
  return folded;
}
