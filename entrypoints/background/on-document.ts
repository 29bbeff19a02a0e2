import type { Sender } from '../../utils/messaging/sender.ts';
import { inOrder } from './in-order.ts';
import { session } from './session.ts';
import { isDocument, type Session, type TabDocument } from './tab-state.ts';

type PageSender = Extract<Sender, { kind: 'content' }>;

/** Runs work on the document that sent a message, in order; answers otherwise where the tab shows another. */
export function onDocument<Answer>(
  sender: PageSender,
  otherwise: Answer,
  work: (state: Session, view: TabDocument) => Promise<Answer>,
): Promise<Answer> {
  return inOrder(async () => {
    const state = await session();
    const view = state.tabs[sender.tabId];
    return isDocument(view) && isSameDocument(view, sender) ? work(state, view) : otherwise;
  });
}

/** Whether a view is the document that a message came from; without ids, by host. */
export function isSameDocument(
  view: { documentId: string | null; url: string },
  sender: { documentId: string | null; url: string },
): boolean {
  if (view.documentId && sender.documentId) return view.documentId === sender.documentId;
  return URL.parse(view.url)?.host === URL.parse(sender.url)?.host;
}
