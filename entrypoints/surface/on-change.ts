import browser from 'webextension-polyfill';
import { LIST_IN_USE_KEY } from '../../utils/settings/stored-keys.ts';

/** Calls back when what is stored may have changed: a setting, what a tab shows, or a return to this page. */
export function onStoredChange(listener: () => void): () => void {
  return onChangeIn(['local', 'managed', 'session'], listener);
}

/** The same where settings and the list in use are shown: a visit in some tab changes nothing there. */
export function onSettingChange(listener: () => void): () => void {
  return onChangeIn(['local', 'managed'], listener, LIST_IN_USE_KEY);
}

/** `key` is followed in whatever area it is. */
function onChangeIn(areas: string[], listener: () => void, key?: string): () => void {
  const shown = () => {
    if (document.visibilityState === 'visible') listener();
  };
  document.addEventListener('visibilitychange', shown);
  const changed = (changes: object, area: string) => {
    if (areas.includes(area) || (key && key in changes)) listener();
  };
  browser.storage.onChanged.addListener(changed);
  return () => {
    document.removeEventListener('visibilitychange', shown);
    browser.storage.onChanged.removeListener(changed);
  };
}
