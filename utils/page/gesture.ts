/** After this time in a page, what follows is no redirect in any case (utils/navigation/transition.ts). */
const EARLY_MS = 6_000;
/**
 * A click beside the press it begins with: a page can keep either from being told. Not `pointerdown`: Chromium draws a
 * page anew when that is listened for.
 */
const GESTURES = ['mousedown', 'click', 'keydown'];

/**
 * Tells of the first click or key early in a page, with its time (milliseconds since 1970), so that the page it
 * leads to is not taken for the page's own redirect. Again when the page comes back from the cache.
 */
export function onEarlyGesture(window: Window, tell: (at: number) => void): void {
  if (window.navigator.userActivation?.hasBeenActive) tell(Date.now());
  else watch(window, tell);
  window.addEventListener('pageshow', (event) => event.isTrusted && event.persisted && watch(window, tell));
}

function watch(window: Window, tell: (at: number) => void): void {
  const until = new AbortController();
  const noted = (event: Event): void => {
    if (!event.isTrusted) return;
    until.abort();
    tell(Date.now());
  };
  for (const type of GESTURES) {
    window.addEventListener(type, noted, { capture: true, signal: until.signal });
  }
  setTimeout(() => until.abort(), EARLY_MS);
}
