/**
 * Names under which `storage.local` keeps them; apart, so that a surface can look without carrying a validator.
 * /appearance.js, which can import nothing, names them too.
 */
export const SETTINGS_KEY = 'settings';
/** In `storage.session`: SHA-256 of the list in use, for open surfaces to follow. */
export const LIST_IN_USE_KEY = 'listInUse';
/** Managed storage as the browser last answered it. */
export const POLICY_KEY = 'policy';
