import browser from 'webextension-polyfill';
import { siteOf } from '../../utils/domain/site-of.ts';
import type { Settings } from '../../utils/settings/settings.ts';
import { readSettings } from '../../utils/settings/store.ts';
import type { Verdict } from '../../utils/verdict/finding.ts';
import { keep, keepSoon, tabKey } from './kept-session.ts';
import type { Session, TabDocument } from './tab-state.ts';

/** Whether a verdict is one that the card shows: landing, brand claim, succession, weak rows; firm ones if asked for. */
export function calls(verdict: Verdict, settings: Settings): boolean {
  if (!settings.card) return false;
  return verdict.findings.some((finding) => {
    if (finding.kind === 'listed') return settings.cardForListed || finding.tier === 'caution';
    return finding.kind === 'landing' || finding.kind === 'brandClaim' || finding.kind === 'succession';
  });
}

/**
 * Shows the card once for a registrable domain and session, and once a document. It counts for the session when it
 * has been in sight long enough to be read (`noteCardSeen`): a page that reloads itself at once does not use it up.
 */
export async function offerCard(state: Session, tabId: number, document: TabDocument): Promise<void> {
  const { verdict } = document;
  if (!verdict || !calls(verdict, await readSettings())) return;
  if (document.carded || state.carded.includes(cardName({ verdict, incognito: document.incognito }))) return;
  document.carded = true;
  await keep(state, tabKey(tabId));
  inject(tabId, '/card.js', {
    onFailure() {
      document.carded = false;
      keepSoon(state, tabKey(tabId));
    },
  });
}

/** No domain has a blank. */
const PRIVATE = 'private ';

/** Under what a card is noted as seen: what was seen in a private window says nothing outside of it. */
export function cardName({ verdict, incognito }: { verdict: Verdict; incognito: boolean }): string {
  return `${incognito ? PRIVATE : ''}${siteOf(verdict.host)}`;
}

export function isPrivateCard(name: string): boolean {
  return name.startsWith(PRIVATE);
}

/**
 * Has a page read, once it is parsed or as far as it has come; a page that is being read already is looked at again
 * where it has changed its address.
 */
export function readPage(tabId: number, when: 'parsed' | 'now' = 'parsed'): void {
  inject(tabId, '/observe.js', { immediately: when === 'now' });
}

/** Puts the warning over the page shown in a tab. What is shown there by the second try may be another: it asks. */
export function layOver(tabId: number): void {
  const again = () => setTimeout(() => inject(tabId, '/overlay.js'), NEXT_TRY_MS);
  inject(tabId, '/overlay.js', { onFailure: again });
}

/** Has a listed page read for what it announces of new addresses (page-trail.ts). */
export function askForNotices(tabId: number): void {
  inject(tabId, '/notices.js');
}

const NEXT_TRY_MS = 1_000;

/** Not waited for: Chromium never answers where the page goes while the script is put in. */
function inject(
  tabId: number,
  file: string,
  { immediately = true, onFailure = () => undefined }: { immediately?: boolean; onFailure?(): unknown } = {},
): void {
  browser.scripting
    .executeScript({ target: { tabId, frameIds: [0] }, files: [file], injectImmediately: immediately })
    // The page has gone, or lets no script in: badge and popup say it.
    .catch((error: unknown) => {
      console.debug(error);
      onFailure();
    });
}
