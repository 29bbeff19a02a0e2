import { extensionApi } from './extension-api.ts';

/**
 * Hides elements of the page that are named `browser`, which the polyfill would take for the interface. An entry
 * imports this before all that imports the polyfill.
 */
if (!Object.hasOwn(globalThis, 'browser')) Reflect.set(globalThis, 'browser', extensionApi());
