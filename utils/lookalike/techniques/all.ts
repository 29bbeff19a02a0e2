import type { Technique } from '../match.ts';
import type { Reading } from '../reading.ts';
import { isBrandInSubdomain } from './brand-in-subdomain.ts';
import { isCombosquat } from './combosquat.ts';
import { isHomoglyph } from './homoglyph.ts';
import { isHyphenation } from './hyphenation.ts';
import { isTargetEmbedding } from './target-embedding.ts';
import { isTldSwap } from './tld-swap.ts';
import { isTyposquat } from './typosquat.ts';

const TESTS: [Technique, (reading: Reading) => boolean][] = [
  ['homoglyph', isHomoglyph],
  ['typosquat', isTyposquat],
  ['target-embedding', isTargetEmbedding],
  ['brand-in-subdomain', isBrandInSubdomain],
  ['tld-swap', isTldSwap],
  ['hyphenation', isHyphenation],
  ['combosquat', isCombosquat],
];

/** Every technique that the reading shows; at least one. */
export function techniquesOf(reading: Reading): Technique[] {
  const found = TESTS.filter(([, shows]) => shows(reading)).map(([technique]) => technique);
  return found.length > 0 ? found : ['tld-swap'];
}
