import type { FindingKind } from '../verdict/finding.ts';
import type { FlagAction } from './flag.ts';

/** Which flags are asked for; null and '' ask for all. */
export interface FlagQuery {
  /** Words, each of which must stand somewhere in the flag. */
  text: string;
  kind: FindingKind | null;
  /** Exchange id. */
  exchange: string | null;
  /** A domain with what stands under it. */
  domain: string | null;
  action: FlagAction | null;
  /** Local days, YYYY-MM-DD, both inclusive. */
  from: string | null;
  to: string | null;
  listVersion: number | null;
}

export const EVERYTHING: FlagQuery = {
  text: '',
  kind: null,
  exchange: null,
  domain: null,
  action: null,
  from: null,
  to: null,
  listVersion: null,
};
