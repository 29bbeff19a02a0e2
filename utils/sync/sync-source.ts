import type { PublicKey } from '../list/minisign.ts';

/** Where one try asks, and whom it believes. */
export interface SyncSource {
  /** Address and keys in one text, by which the record knows its source. */
  name: string;
  /** With a slash at its end; '' for none. */
  address: string;
  /** At most two. */
  keys: readonly PublicKey[];
  /** A list signed by these keys continues the bundled one, so their versions count alike. */
  continuesBundled: boolean;
  intervalMs: number;
}
