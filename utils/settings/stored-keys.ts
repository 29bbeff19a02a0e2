/**
 * Names under which `storage.local` keeps them; apart, so that a surface can look without carrying a validator.
 * /appearance.js and /popup-question.js, which can import nothing, name them too.
 */
export const SETTINGS_KEY = 'settings';
/** In `storage.session`: SHA-256 of the list in use, for open surfaces to follow. */
export const LIST_IN_USE_KEY = 'listInUse';
/** In `storage.session`, with a tab's id after it: what the tab shows. */
export const TAB_KEY = 'tab:';
/** In `storage.session`: what the popup says besides its page. */
export const POPUP_FACTS_KEY = 'popupFacts';
/** In `storage.session`: why the last page that was to be recorded was not. */
export const UNRECORDED_KEY = 'unrecorded';
/** In `storage.session`: the tab in which a link was asked about, until its popup has shown the answer. */
export const ASKED_IN_KEY = 'askedIn';
/** Managed storage as the browser last answered it. */
export const POLICY_KEY = 'policy';
/** Whether the origin's private file system may hold exports. */
export const EXPORTS_KEY = 'exports';
