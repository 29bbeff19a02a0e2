/** After this time in a page, what follows is no redirect in any case (utils/navigation/transition.ts). */
const EARLY_MS = 6_000;
/**
 * Of the mouse, a finger or a pen, and of the keyboard; a page can keep a press from being told, and its click from
 * what was pressed. Not `pointerdown`: Chromium draws a page anew when that is listened for.
 */
const GESTURES = ['mousedown', 'click', 'keydown'];
const BEFORE_THE_PAGE = { capture: true };

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
  const noted = (event: Event): void => {
    if (!event.isTrusted) return;
    end();
    tell(Date.now());
  };
  const end = (): void => {
    for (const type of GESTURES) window.removeEventListener(type, noted, BEFORE_THE_PAGE);
  };
  for (const type of GESTURES) window.addEventListener(type, noted, BEFORE_THE_PAGE);
  setTimeout(end, EARLY_MS);
}
