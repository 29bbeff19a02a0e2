import browser from 'webextension-polyfill';
import { LANGUAGES, type LanguageChoice, THEMES, type Theme } from '../../components/models/settings.ts';
import { POLICY_KEY, SETTINGS_KEY } from '../../utils/settings/stored-keys.ts';

/** Language and theme in force: policy's language, else as chosen; what is unset or malformed follows browser and system. */
export interface Appearance {
  language: LanguageChoice;
  theme: Theme;
}

/** What /appearance.js asked for before this script was there. */
export async function firstAppearance(): Promise<Appearance> {
  const early = (globalThis as { storedAppearance?: Promise<Stored> }).storedAppearance;
  return early === undefined ? readAppearance() : inForce(await early);
}

async function readAppearance(): Promise<Appearance> {
  return inForce(await browser.storage.local.get([SETTINGS_KEY, POLICY_KEY]));
}

type Stored = Record<string, unknown>;

function inForce(stored: Stored): Appearance {
  const chosen = appearanceOf(stored[SETTINGS_KEY]);
  // The background keeps there what policy said, and takes it away where there is none.
  const held = appearanceOf(stored[POLICY_KEY]).language;
  return held === 'auto' ? chosen : { ...chosen, language: held };
}

/** Calls back whenever any setting changes, or policy does. */
export function onAppearance(listener: (appearance: Appearance) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'local' || !(SETTINGS_KEY in changes || POLICY_KEY in changes)) return;
    void readAppearance().then(listener);
  });
}

/** Shows the theme, and keeps it for /appearance.js, which cannot wait for the settings. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  localStorage.setItem('theme', theme);
}

// The whole schema is the background's; a surface reads two fields of it and carries no validator.
function appearanceOf(stored: unknown): Appearance {
  const record = typeof stored === 'object' && stored !== null ? stored : {};
  const { language, theme } = record as Record<string, unknown>;
  return {
    language: LANGUAGES.find((one) => one === language) ?? 'auto',
    theme: THEMES.find((one) => one === theme) ?? 'system',
  };
}
