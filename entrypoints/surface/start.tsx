import { type ComponentChild, render } from 'preact';
import type { MessageKey } from '../../components/i18n/messages.ts';
import { Language } from '../../components/i18n/say.tsx';
import { type Appearance, firstAppearance, onAppearance, showTheme } from './appearance.ts';
import { loadLanguage } from './language.ts';
import { Unanswered } from './unanswered.tsx';

/**
 * Shows a surface in the language and theme chosen, and again whenever either changes.
 * @param title what the browser's tab says
 * @param contents what the first drawing waits for, fulfilled or not: without it there is nothing to draw
 */
export async function start(
  title: MessageKey,
  surface: (appearance: Appearance) => ComponentChild,
  contents?: Promise<unknown>,
): Promise<void> {
  onAppearance((appearance) => void show(title, surface, appearance));
  const appearance = await firstAppearance();
  await contents;
  await show(title, surface, appearance);
}

async function show(
  title: MessageKey,
  surface: (appearance: Appearance) => ComponentChild,
  appearance: Appearance,
): Promise<void> {
  showTheme(appearance.theme);
  const translator = await loadLanguage(appearance.language);
  document.documentElement.lang = translator.tag;
  document.title = translator.plain({ key: 'surface_title', with: { surface: { key: title } } });
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no root element');
  render(
    <Language.Provider value={translator}>
      {surface(appearance)}
      <Unanswered />
    </Language.Provider>,
    root,
  );
}
