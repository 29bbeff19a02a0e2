import type { UserManifest } from 'wxt';

/** The identity under which Firefox keeps the extension's data. */
export const GECKO_ID = 'ensign@ensign.example';

const PERMISSIONS = ['storage', 'alarms', 'webNavigation', 'webRequest', 'scripting', 'contextMenus'];

const SITES = ['http://*/*', 'https://*/*'];

/**
 * The manifest for one browser. Every permission has its reason in the README's table.
 * Firefox alone can stop a request before it leaves (`webRequestBlocking`).
 */
export function manifest(browser: string): UserManifest {
  const firefox = browser === 'firefox';
  return {
    name: '__MSG_app_name__',
    description: '__MSG_app_description__',
    default_locale: 'en',
    permissions: firefox ? [...PERMISSIONS, 'webRequestBlocking'] : PERMISSIONS,
    host_permissions: SITES,
    incognito: 'spanning',
    action: { default_title: '__MSG_app_name__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+E' } },
      'pause-recording': { description: '__MSG_command_pause__' },
      'open-history': { description: '__MSG_command_history__' },
    },
    ...(firefox
      ? {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '137', storage: { managed_schema: 'managed_schema.json' } }),
  };
}
