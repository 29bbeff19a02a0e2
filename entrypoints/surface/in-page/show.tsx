import { type ComponentChild, render } from 'preact';
import browser from 'webextension-polyfill';
import base from '../../../assets/styles/base.css?inline';
import tokens from '../../../assets/styles/tokens.css?inline';
import type { MessageKey } from '../../../components/i18n/messages.ts';
import { Language } from '../../../components/i18n/say.tsx';
import { createTranslator, type Translator } from '../../../components/i18n/translator.ts';
import type { Theme } from '../../../components/models/settings.ts';
import { hasHostStyle, hostStyle } from './host-style.ts';
import { isOrphaned } from './orphaned.ts';
import { pageDocument } from './page-document.ts';
import { shadowStyles } from './shadow-styles.ts';
import { Watch } from './watch.ts';

/** Clicks sooner than this after the sheet is shown are not meant for it, ms. */
const SETTLING = 500;

/** What an in-page sheet needs beside its content. */
export interface InPage {
  theme: Theme;
  /** Messages of a language other than the browser's; null for the browser's own. */
  messages: Record<string, { message: string }> | null;
}

export interface Sheet {
  remove(): void;
}

/**
 * Shows a sheet over the page: a closed shadow root in the top layer, put back a bounded number of times when
 * the page removes, hides or covers it. The page can fight it; badge and popup are authoritative.
 * @param onLook called at least every second while the sheet is watched
 */
export function showInPage(
  css: string,
  { theme, messages }: InPage,
  content: ComponentChild,
  onLook: () => void = () => undefined,
): Sheet {
  const element = pageDocument.create();
  element.popover = 'manual';
  element.setAttribute('style', hostStyle(1));
  const root = element.attachShadow({ mode: 'closed' });
  const style = new CSSStyleSheet();
  style.replaceSync(shadowStyles(`${tokens}\n${base}\n${css}`, letters()));
  root.adoptedStyleSheets = [style];
  const body = pageDocument.create();
  if (theme !== 'system') body.dataset.theme = theme;
  root.append(body);
  render(<Language.Provider value={translator(messages)}>{content}</Language.Provider>, body);
  hearOnlyPeople(body);
  removeLifeless();
  const watch = new Watch(element, () => body.firstElementChild, onLook);
  watch.start();
  return {
    remove() {
      watch.stop();
      render(null, body);
      element.remove();
    },
  };
}

/** Firefox ends an updated extension's scripts and leaves what they put into the page. A living sheet comes back. */
function removeLifeless(): void {
  for (const element of pageDocument.all(':root > div[popover]')) if (hasHostStyle(element)) element.remove();
}

/** Only a person's click counts, and on a sheet shown long enough to be read. */
function hearOnlyPeople(body: HTMLElement): void {
  const shownAt = performance.now();
  body.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || performance.now() - shownAt < SETTLING) event.stopImmediatePropagation();
    },
    true,
  );
}

function translator(messages: InPage['messages']): Translator {
  return createTranslator((key: MessageKey) => {
    if (messages) return messages[key]?.message ?? '';
    return isOrphaned() ? '' : browser.i18n.getMessage(key);
  });
}

/** On http pages there is no crypto.randomUUID. */
function letters(): string {
  return `e${[...crypto.getRandomValues(new Uint32Array(4))].map((word) => word.toString(36)).join('')}`;
}
