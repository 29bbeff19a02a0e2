import browser from 'webextension-polyfill';
import { LOOKALIKE_SECTION } from '../../utils/list/layout.ts';
import { openSnapshot } from '../../utils/list/lookup.ts';
import { LookalikeDataError } from '../../utils/lookalike/container.ts';
import { openLookalike } from '../../utils/lookalike/open.ts';
import { once } from './once.ts';

/** The extension's own half of the lookalike data; read once a worker. */
export const lookalikeTables = once(async () => {
  const response = await fetch(browser.runtime.getURL('/lookalike/tables.bin'));
  return response.arrayBuffer();
});

/** Why this version of Ensign cannot work with a list, in technical words; null where it can. */
export async function whyUnfit(snapshot: Uint8Array<ArrayBuffer>): Promise<string | null> {
  const index = openSnapshot(snapshot.buffer).section(LOOKALIKE_SECTION);
  if (!index) return 'no index of lookalikes';
  try {
    openLookalike(await lookalikeTables(), index.slice().buffer);
    return null;
  } catch (error) {
    if (error instanceof LookalikeDataError) return `index of lookalikes: ${error.message}`;
    throw error;
  }
}
