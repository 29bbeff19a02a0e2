import browser from 'webextension-polyfill';
import type { MessageKey } from '../../components/i18n/messages.ts';
import { createTranslator, type Translator } from '../../components/i18n/translator.ts';
import type { LanguageChoice } from '../../components/models/settings.ts';

/** The browser's own language needs no fetch; another is read from the packaged messages. */
export async function loadLanguage(choice: LanguageChoice): Promise<Translator> {
  if (choice === 'auto') return createTranslator((key) => browser.i18n.getMessage(key));
  const response = await fetch(browser.runtime.getURL(`/_locales/${choice}/messages.json`));
  const messages = (await response.json()) as Partial<Record<MessageKey, { message: string }>>;
  return createTranslator((key) => messages[key]?.message ?? '');
}
