import browser from 'webextension-polyfill';
import { readSettings } from '../../utils/settings/store.ts';
import type { Tier } from '../../utils/verdict/finding.ts';

/** The toolbar button's title for a tier, in the language chosen. */
export async function titleFor(tier: Tier): Promise<string> {
  const words = await messages();
  const state = words[`badge_${tier}`]?.message ?? '';
  return state === '' ? 'Ensign' : `Ensign: ${state}`;
}

type Messages = Record<string, { message: string }>;
let loaded: { language: string; words: Promise<Messages> } | null = null;

async function messages(): Promise<Messages> {
  const { language } = await readSettings();
  if (loaded?.language !== language) loaded = { language, words: read(language) };
  return loaded.words;
}

async function read(language: string): Promise<Messages> {
  const folder = language === 'auto' ? browser.i18n.getMessage('locale_folder') : language;
  const response = await fetch(browser.runtime.getURL(`/_locales/${folder}/messages.json`));
  return (await response.json()) as Messages;
}
