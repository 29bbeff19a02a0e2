import type { PageSignals } from '../../utils/landing/page-signals.ts';
import type { Sender } from '../../utils/messaging/sender.ts';
import type { Tier } from '../../utils/verdict/finding.ts';
import { decideOn, inOrder } from './journey.ts';
import { isDocument, session } from './tab-state.ts';

/** What the content script is told of its page. */
export interface PageAnswer {
  tier: Tier;
}

/**
 * Takes what a page showed into the verdict of its document. The address comes from the sender, never from
 * the payload; a message of a document the tab no longer shows is answered and forgotten.
 */
export function assessPage(
  signals: PageSignals,
  sender: Extract<Sender, { kind: 'content' }>,
): Promise<PageAnswer> {
  return inOrder(async () => {
    const state = await session();
    const view = state.tabs[sender.tabId];
    if (!isDocument(view) || !isSameDocument(view, sender)) return { tier: 'unknown' };
    view.title = signals.title;
    view.htmlLang = signals.lang;
    await decideOn(state, sender.tabId, view);
    return { tier: view.verdict?.tier ?? 'unknown' };
  });
}

function isSameDocument(
  view: { documentId: string | null; url: string },
  sender: { documentId: string | null; url: string },
): boolean {
  if (view.documentId && sender.documentId) return view.documentId === sender.documentId;
  return URL.parse(view.url)?.host === URL.parse(sender.url)?.host;
}
