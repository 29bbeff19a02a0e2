import browser from 'webextension-polyfill';

/** Calls back when what is stored may have changed: a setting, or a return to this page. */
export function onStoredChange(listener: () => void): () => void {
  const shown = () => {
    if (document.visibilityState === 'visible') listener();
  };
  document.addEventListener('visibilitychange', shown);
  browser.storage.onChanged.addListener(listener);
  return () => {
    document.removeEventListener('visibilitychange', shown);
    browser.storage.onChanged.removeListener(listener);
  };
}
