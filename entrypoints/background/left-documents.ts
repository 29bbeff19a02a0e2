import type { ShownDocument } from '../../utils/navigation/decision.ts';
import { isDocument, type LeftDocument, type Session, type TabDocument, type TabView } from './tab-state.ts';

/** As many as Firefox keeps in its back/forward cache; Chromium keeps 6 a tab. */
const MAX_LEFT = 8;

/** Puts a view in its tab, with what is remembered of the documents that the tab showed before. */
export function show(state: Session, tabId: number, view: TabView): void {
  const before = state.tabs[tabId];
  const left = [...(before?.left ?? []), ...(before && isDocument(before) ? [toRemember(before)] : [])];
  const key = isDocument(view) ? view.key : null;
  view.left = left.filter((one) => one.key !== key).slice(-MAX_LEFT);
  state.tabs[tabId] = view;
}

/** What is remembered of a document that its tab shows again; nothing where it was left too long ago. */
export function remembered(state: Session, { tabId, key }: ShownDocument): Partial<LeftDocument> {
  return state.tabs[tabId]?.left?.find((one) => one.key === key) ?? {};
}

function toRemember({ key, flagKey, chain, counted, flagged }: TabDocument): LeftDocument {
  return { key, flagKey, chain, counted, flagged };
}
