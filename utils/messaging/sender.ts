/** Who may send a message: the content script of a page's top frame, or a surface of the extension itself. */
export type SenderKind = 'content' | 'surface';

/** What the browser says of a sender; the only thing about an origin that is believed. */
export interface RawSender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  documentId?: string | undefined;
  tab?: { id?: number | undefined; incognito: boolean } | undefined;
}

/** A sender that passed the door. */
export type Sender =
  | { kind: 'content'; tabId: number; url: string; incognito: boolean; documentId: string | null }
  | { kind: 'surface'; url: string; tabId: number | null };

/**
 * Tells who sent a message, or null for nobody we answer: another extension, a subframe, a page.
 * `extensionRoot` is the extension's own base address, e.g. 'chrome-extension://…/'.
 */
export function identify(sender: RawSender, extensionId: string, extensionRoot: string): Sender | null {
  if (sender.id !== extensionId || typeof sender.url !== 'string') return null;
  if (sender.url.startsWith(extensionRoot)) {
    return { kind: 'surface', url: sender.url, tabId: sender.tab?.id ?? null };
  }
  const tabId = sender.tab?.id;
  if (tabId === undefined || sender.frameId !== 0 || !/^https?:\/\//.test(sender.url)) return null;
  return {
    kind: 'content',
    tabId,
    url: sender.url,
    incognito: sender.tab?.incognito ?? false,
    documentId: sender.documentId ?? null,
  };
}
