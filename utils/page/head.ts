import { LIMITS, type PageSignals } from '../landing/page-signals.ts';
import { collect, oneLine } from './collect.ts';
import { own } from './walk.ts';

/** Elements of the head looked at: a head has some dozens, an attack a million. */
const HEAD_ELEMENTS = 300;
const SITE_NAME = /^(?:og:site_name|application-name|apple-mobile-web-app-title)$/;

/**
 * Takes title, language, description and site names; `source` is told of every script's and link's address, and
 * whether the page is built of it.
 */
export function readHead(
  document: Document,
  signals: PageSignals,
  source: (address: string | null, builtOn: boolean) => void,
): void {
  const root = own<Element | null>(document, 'documentElement');
  signals.lang = (root?.getAttribute('lang') ?? '').slice(0, LIMITS.lang);
  let element = own<Element | null>(document, 'head')?.firstElementChild ?? null;
  for (let i = 0; element && i < HEAD_ELEMENTS; i++, element = element.nextElementSibling) {
    switch (element.localName) {
      case 'title': {
        const text = element.firstChild;
        if (text?.nodeType === 3 && signals.title === '') {
          signals.title = oneLine((text as Text).substringData(0, 4 * LIMITS.title), LIMITS.title);
        }
        break;
      }
      case 'meta':
        readMeta(element, signals);
        break;
      case 'script':
        source(element.getAttribute('src'), true);
        break;
      case 'link':
        source(element.getAttribute('href'), element.getAttribute('rel') === 'stylesheet');
        break;
    }
  }
}

function readMeta(meta: Element, signals: PageSignals): void {
  const key = (meta.getAttribute('name') ?? meta.getAttribute('property') ?? '').toLowerCase();
  const content = meta.getAttribute('content');
  if (!content) return;
  if (key === 'description' || (key === 'og:description' && signals.description === '')) {
    signals.description = oneLine(content, LIMITS.description);
  } else if (SITE_NAME.test(key)) {
    collect(signals.siteNames, content, LIMITS.siteName, LIMITS.siteNames);
  }
}
