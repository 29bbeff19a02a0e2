import browser from 'webextension-polyfill';
import { readSettings } from '../../utils/settings/store.ts';
import type { Tier } from '../../utils/verdict/finding.ts';
import { once } from './once.ts';
import { report } from './report.ts';

const FOLDERS: Record<string, string> = { en: 'en', 'zh-Hans': 'zh_CN', 'zh-Hant': 'zh_TW' };
const KEYS: Record<Tier, string> = {
  danger: 'badge_danger',
  caution: 'badge_caution',
  notice: 'badge_notice',
  none: 'badge_none',
  unknown: 'badge_unknown',
};

/** The toolbar button's title for a tier, in the language chosen. */
export async function titleFor(tier: Tier): Promise<string> {
  const words = await messagesOf((await readSettings()).language).catch(noWords);
  return words[KEYS[tier]]?.message || 'Ensign';
}

/** All messages of a language chosen; 'auto' is the browser's own. */
export async function messagesOf(language: string): Promise<Messages> {
  if (loaded?.language !== language) loaded = { language, words: once(() => read(language)) };
  return loaded.words();
}

type Messages = Record<string, { message: string }>;
let loaded: { language: string; words(): Promise<Messages> } | null = null;

/** A verdict is shown and kept without them too. */
function noWords(cause: unknown): Messages {
  report(cause);
  return {};
}

async function read(language: string): Promise<Messages> {
  const folder = language === 'auto' ? FOLDERS[browser.i18n.getMessage('language_tag')] : language;
  const response = await fetch(browser.runtime.getURL(`/_locales/${folder ?? 'en'}/messages.json`));
  return (await response.json()) as Messages;
}
