/**
 * Names under which `storage.local` keeps them; apart, so that a surface can look without carrying a validator.
 * /appearance.js, which can import nothing, names them too.
 */
export const SETTINGS_KEY = 'settings';
/** Managed storage as the browser last answered it. */
export const POLICY_KEY = 'policy';
