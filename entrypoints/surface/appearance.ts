import browser from 'webextension-polyfill';
import { LANGUAGES, type LanguageChoice, THEMES, type Theme } from '../../components/models/settings.ts';

/** Language and theme as chosen; what is unset or malformed follows browser and system. */
export interface Appearance {
  language: LanguageChoice;
  theme: Theme;
}

const SETTINGS = 'settings';

export async function readAppearance(): Promise<Appearance> {
  return appearanceOf((await browser.storage.local.get(SETTINGS))[SETTINGS]);
}

/** Calls back whenever any setting changes. */
export function onAppearance(listener: (appearance: Appearance) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && SETTINGS in changes) listener(appearanceOf(changes[SETTINGS]?.newValue));
  });
}

/** Shows the theme, and keeps it for /theme.js, which cannot wait for the settings. */
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
