import { LIMITS, type PageSignals } from '../landing/page-signals.ts';
import { collect, oneLine } from './collect.ts';
import { own } from './walk.ts';

/** Elements of the head looked at: a head has some dozens, an attack a million. */
const HEAD_ELEMENTS = 300;
const SITE_NAME = /^(?:og:site_name|application-name|apple-mobile-web-app-title)$/;

export interface HeadVisitor {
  /** Where title, language, description and site names go. */
  readonly signals: PageSignals;
  base(element: Element): void;
  /** The address of a script or style sheet. */
  source(address: string | null): void;
  /** The address of any other file. */
  file(address: string | null): void;
}

export function readHead(document: Document, visitor: HeadVisitor): void {
  const { signals } = visitor;
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
      case 'base':
        visitor.base(element);
        break;
      case 'script':
        visitor.source(element.getAttribute('src'));
        break;
      case 'link': {
        const href = element.getAttribute('href');
        if (element.getAttribute('rel') === 'stylesheet') visitor.source(href);
        else visitor.file(href);
        break;
      }
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
