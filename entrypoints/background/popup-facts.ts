import browser from 'webextension-polyfill';
import type { PopupFacts } from '../../components/models/popup.ts';
import { isManaged } from '../../utils/settings/policy.ts';
import { onSettings, readInForce } from '../../utils/settings/store.ts';
import { POPUP_FACTS_KEY } from '../../utils/settings/stored-keys.ts';
import { currentSource } from './list-source.ts';
import { recordingState } from './recording.ts';
import { report } from './report.ts';

/** What the popup says besides its page. */
export async function popupFacts(): Promise<PopupFacts> {
  const [recording, { policy }, source] = await Promise.all([
    recordingState(),
    readInForce(),
    currentSource(),
  ]);
  const { supportAddress: support = null } = policy.values;
  return { recording, policy: { managed: isManaged(policy), foreignList: source.foreign, support } };
}

/** Keeps them where the popup finds them without a worker, and follows their changes. */
export function keepPopupFacts(): void {
  const keep = async () => {
    const [facts, kept] = await Promise.all([popupFacts(), browser.storage.session.get(POPUP_FACTS_KEY)]);
    // Told to open popups as a change, a worker's start would have each of them ask twice.
    if (JSON.stringify(kept[POPUP_FACTS_KEY]) === JSON.stringify(facts)) return;
    await browser.storage.session.set({ [POPUP_FACTS_KEY]: facts });
  };
  onSettings(() => void keep().catch(report));
  void keep().catch(report);
}
