import browser from 'webextension-polyfill';

const LEAVE = 'leave-warning';

/** Lets the warning page of a tab go back by its own way; whether the tab shows one. */
export function askToLeave(tabId: number): boolean {
  const warning = browser.extension
    .getViews({ tabId })
    .find(({ location }) => location.pathname === '/warning.html');
  return warning?.dispatchEvent(new Event(LEAVE)) ?? false;
}

/** Calls back when the popup asks the warning page to leave. */
export function onAskedToLeave(listener: () => void): void {
  addEventListener(LEAVE, listener);
}
