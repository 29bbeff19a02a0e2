import { isSameHost, pageState, saysAll } from '../../components/models/page-state.ts';
import type { PopupFacts, PopupModel } from '../../components/models/popup.ts';
import { ASKED_IN_KEY, POPUP_FACTS_KEY, TAB_KEY, UNRECORDED_KEY } from '../../utils/settings/stored-keys.ts';
import type { Verdict } from '../../utils/verdict/finding.ts';

/** What /popup-question.js found: the popup's tab, and what the session keeps of it. */
export interface Found {
  tab: { id: number; url?: string; incognito: boolean };
  kept: Record<string, unknown>;
}

interface KeptView {
  url: string;
  verdict?: Verdict | null;
  marks?: object | null;
}

/**
 * What a page judged before is shown as, without waiting for the background to start; `more` follows from there.
 * null where the background must be asked: nothing judged, nothing found on a page that was not read and perhaps may
 * not be, another page meanwhile, a link asked about.
 */
export function knownModel({ tab, kept }: Found): PopupModel | null {
  const facts = kept[POPUP_FACTS_KEY] as PopupFacts | undefined;
  const view = kept[`${TAB_KEY}${tab.id}`] as KeptView | undefined;
  if (!facts || !view?.verdict || kept[ASKED_IN_KEY] === tab.id) return null;
  if (!isSameHost(view.url, tab.url ?? '') || !saysAll(view.verdict, view.marks)) return null;
  return {
    ...facts,
    privateWindow: tab.incognito,
    unrecorded:
      tab.incognito || facts.recording.mode !== 'on'
        ? null
        : ((kept[UNRECORDED_KEY] as PopupModel['unrecorded'] | undefined) ?? null),
    page: pageState(view.verdict),
    list: view.verdict.list,
    asked: null,
    stale: null,
    recent: [],
    more: true,
  };
}
