import { type ComponentChild, render } from 'preact';
import browser from 'webextension-polyfill';
import base from '../../assets/styles/base.css?inline';
import tokens from '../../assets/styles/tokens.css?inline';
import type { MessageKey } from '../../components/i18n/messages.ts';
import { Language } from '../../components/i18n/say.tsx';
import { createTranslator, type Translator } from '../../components/i18n/translator.ts';
import type { Theme } from '../../components/models/settings.ts';

/** Times the page may remove or hide the sheet before it is left so. Badge and popup stay right. */
const REPAIRS = 8;
/** Clicks sooner than this after the sheet is shown are not meant for it, ms. */
const SETTLING = 500;
/** A root font size of the page must not scale the sheet. */
const PX_PER_REM = 16;

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
 * the page removes it. The page can fight it; badge and popup are authoritative.
 */
export function showInPage(css: string, { theme, messages }: InPage, content: ComponentChild): Sheet {
  const element = document.createElement('div');
  element.popover = 'manual';
  element.setAttribute('style', HOST_STYLE);
  const root = element.attachShadow({ mode: 'closed' });
  const style = new CSSStyleSheet();
  style.replaceSync(inShadow(`${tokens}\n${base}\n${css}\n${REACHABLE}`));
  root.adoptedStyleSheets = [style];
  const body = document.createElement('div');
  if (theme !== 'system') body.style.colorScheme = theme;
  root.append(body);
  render(<Language.Provider value={translator(messages)}>{content}</Language.Provider>, body);
  const shownAt = performance.now();
  // Only a person's click counts, and on a sheet shown long enough to be read.
  body.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || performance.now() - shownAt < SETTLING) event.stopImmediatePropagation();
    },
    true,
  );
  const put = () => {
    document.documentElement.append(element);
    if (!element.matches(':popover-open')) element.showPopover();
  };
  put();
  let repairs = REPAIRS;
  const repair = new MutationObserver(() => {
    const changed = element.getAttribute('style') !== HOST_STYLE || element.popover !== 'manual';
    if (element.isConnected && !changed && element.matches(':popover-open')) return;
    if (repairs === 0) return repair.disconnect();
    repairs -= 1;
    element.popover = 'manual';
    element.setAttribute('style', HOST_STYLE);
    put();
  });
  repair.observe(document.documentElement, { childList: true });
  repair.observe(element, { attributes: true });
  element.addEventListener('toggle', () => {
    if (!element.matches(':popover-open') && element.isConnected && repairs > 0) {
      repairs -= 1;
      element.showPopover();
    }
  });
  return {
    remove() {
      repair.disconnect();
      repairs = 0;
      render(null, body);
      element.remove();
    },
  };
}

/** The sheet's element covers the window and lets clicks through; what is shown takes them. */
const REACHABLE = ':host > div { background: none } :host > div > * { pointer-events: auto }';

const HOST_STYLE = [
  'all: initial',
  'display: block',
  'position: fixed',
  'inset: 0',
  'width: auto',
  'height: auto',
  'margin: 0',
  'padding: 0',
  'border: 0',
  'background: transparent',
  'overflow: visible',
  'pointer-events: none',
  'z-index: 2147483647',
  'opacity: 1',
  'visibility: visible',
  'transform: none',
  'filter: none',
  'clip-path: none',
]
  .map((rule) => `${rule} !important`)
  .join(';');

function translator(messages: InPage['messages']): Translator {
  return createTranslator((key: MessageKey) =>
    messages ? (messages[key]?.message ?? '') : browser.i18n.getMessage(key),
  );
}

/** The surfaces' styles inside a shadow root: its host is their root, and rem is 16 px. */
function inShadow(css: string): string {
  return css
    .replaceAll(/:root\b/g, ':host')
    .replaceAll(/(?<![\w.-])(?:html|body)\b(?=\s*\{)/g, ':host > div')
    .replaceAll(/(\d*\.?\d+)rem\b/g, (_, size: string) => `${Number(size) * PX_PER_REM}px`);
}
