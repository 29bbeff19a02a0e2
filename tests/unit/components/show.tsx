import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';
import english from '../../../assets/locales/en.json';
import simplified from '../../../assets/locales/zh_CN.json';
import traditional from '../../../assets/locales/zh_TW.json';
import { Language } from '../../../components/i18n/say.tsx';
import { createTranslator, type Translator } from '../../../components/i18n/translator.ts';
import type { Language as LanguageName } from '../../../components/models/settings.ts';

const LOCALES: Record<LanguageName, Record<string, string>> = {
  en: english,
  zh_CN: simplified,
  zh_TW: traditional,
};

export function translator(language: LanguageName = 'en'): Translator {
  return createTranslator((key) => LOCALES[language][key] ?? '');
}

/** Draws something into a fresh page, and lets its effects run. */
export async function show(content: ComponentChild, language: LanguageName = 'en'): Promise<HTMLElement> {
  document.body.replaceChildren();
  const root = document.body.appendChild(document.createElement('div'));
  await act(async () => {
    render(<Language.Provider value={translator(language)}>{content}</Language.Provider>, root);
  });
  await settle();
  return root;
}

/** Lets answers arrive, and what is asked after them: a page asks for its overview first, then for rows. */
async function settle(): Promise<void> {
  for (let round = 0; round < 3; round++) await act(async () => new Promise((done) => setTimeout(done, 0)));
}

/** Text as a reader meets it, white space apart. */
export function textOf(root: Element): string {
  return (root.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The button, link or field with a name, as an assistive tool would find it. */
export function button(root: Element, name: string): HTMLButtonElement {
  for (const one of root.querySelectorAll('button'))
    if (one.getAttribute('aria-label') === name || textOf(one) === name) return one;
  throw new Error(`No button ${name} in: ${textOf(root)}`);
}

export async function click(element: HTMLElement): Promise<void> {
  await act(async () => {
    element.click();
  });
  await settle();
}

export async function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
  await act(async () => {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
