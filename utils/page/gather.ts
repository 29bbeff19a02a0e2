import { emptySignals, LIMITS, type PageSignals } from '../landing/page-signals.ts';
import { countScripts, languageOf } from '../landing/script-counts.ts';
import { briefText, call, own, type Visitor } from './walk.ts';

/** Nodes looked at in one reading, text or not. */
const NODES = 30_000;
/** Text after which a page without Chinese is left alone, and the share of Han that keeps it read. */
const FIRST_LOOK = 3_000;
const FEW_HAN = 0.02;
/** Links, and elements of the head, looked at. */
const LINKS_LOOKED_AT = 400;
const HEAD_ELEMENTS = 60;
const OPTIONS_PER_SELECT = 12;
const FRAMES = 8;

/** Elements that do not end a line: 立即<b>注册</b> is one word. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data dfn em font i ins kbd label mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

const SOURCES = [
  ['script', 'src'],
  ['link', 'href'],
] as const;

const clean = (text: string, limit: number) =>
  text
    .slice(0, 4 * limit)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, limit);

function push(list: string[], text: string | null, limit: number, count: number): void {
  if (!text || list.length >= count) return;
  const value = clean(text, limit);
  if (value && !list.includes(value)) list.push(value);
}

/** Fills the signals of one reading, of the page and its frames, within their limits. */
export class Gatherer implements Visitor {
  readonly signals: PageSignals = emptySignals();
  #base: string;
  #host: string;
  #nodes = 0;
  #letters = 0;
  #foreign = false;
  #block: Node | null = null;
  #text: string[] = [];
  #links = new Set<string>();
  #linksSeen = 0;
  readonly frames: HTMLIFrameElement[] = [];

  /** `base`: address that links are relative to; links to its own host are not gathered. */
  constructor(base: string) {
    this.#base = base;
    this.#host = URL.parse(base)?.host ?? '';
  }

  done(): boolean {
    return this.#foreign || this.#letters >= LIMITS.text || this.#nodes >= NODES;
  }

  text(node: Text): void {
    this.#nodes++;
    const { length } = node;
    if (length === 0) return;
    const left = LIMITS.text - this.#letters;
    const data = length > left ? node.substringData(0, left) : node.data;
    const text = /\S/.test(data) ? data.replace(/\s+/g, ' ') : '';
    if (text === '') return;
    let block: Node | null = node.parentNode;
    while (block && INLINE.has((block as Element).localName)) block = block.parentNode;
    if (block !== this.#block) this.#text.push('\n');
    this.#block = block;
    this.#text.push(text);
    this.#letters += text.length + 1;
    const { scripts } = this.signals;
    countScripts(text, scripts);
    if (this.#letters >= FIRST_LOOK && !this.#foreign) this.#foreign = this.#isForeign();
  }

  #isForeign(): boolean {
    const { scripts, lang } = this.signals;
    if (scripts.han < FEW_HAN * this.#letters) return true;
    const language = languageOf(scripts, lang);
    return language === 'japanese' || language === 'korean';
  }

  element(element: Element, name: string): boolean {
    this.#nodes++;
    const { signals } = this;
    switch (name) {
      case 'a':
        this.#link(element);
        break;
      case 'h1':
      case 'h2':
      case 'h3':
        if (signals.headings.length < LIMITS.headings)
          push(signals.headings, briefText(element, LIMITS.heading), LIMITS.heading, LIMITS.headings);
        break;
      case 'button':
        if (signals.controls.length < LIMITS.controls)
          push(signals.controls, briefText(element, LIMITS.control), LIMITS.control, LIMITS.controls);
        break;
      case 'input': {
        const type = element.getAttribute('type') ?? 'text';
        push(signals.inputs, type.toLowerCase(), LIMITS.input, LIMITS.inputs);
        push(signals.controls, element.getAttribute('placeholder'), LIMITS.control, LIMITS.controls);
        if (/^(?:submit|button)$/i.test(type))
          push(signals.controls, element.getAttribute('value'), LIMITS.control, LIMITS.controls);
        break;
      }
      case 'img':
        push(
          signals.imageTexts,
          element.getAttribute('alt') || element.getAttribute('title'),
          LIMITS.imageText,
          LIMITS.imageTexts,
        );
        this.#asset(element.getAttribute('src'));
        break;
      case 'iframe':
        this.#asset(element.getAttribute('src'));
        if (this.frames.length < FRAMES) this.frames.push(element as HTMLIFrameElement);
        return false;
      case 'pre':
        signals.codeBlocks++;
        break;
      case 'select': {
        const options = element.getElementsByTagName('option');
        for (let i = 0; i < OPTIONS_PER_SELECT; i++) {
          const child = options.item(i)?.firstChild;
          if (child?.nodeType === 3) this.text(child as Text);
        }
        return false;
      }
    }
    return true;
  }

  #link(element: Element): void {
    const { links } = this.signals;
    if (links.length >= LIMITS.links || ++this.#linksSeen > LINKS_LOOKED_AT) return;
    const href = element.getAttribute('href');
    if (!href || href.length > 2_000) return;
    const file = /\.(?:apk|ipa|exe|dmg|mobileconfig)(?:$|[?#])/i.test(href);
    if (!file && !/^(?:https?:)?\/\//i.test(href)) return;
    const url = URL.parse(href, this.#base);
    if (!url || !/^https?:$/.test(url.protocol) || (url.host === this.#host && !file)) return;
    const key = url.host + url.pathname;
    if (this.#links.has(key)) return;
    this.#links.add(key);
    links.push({
      url: url.href.slice(0, LIMITS.url),
      text: clean(briefText(element, LIMITS.linkText), LIMITS.linkText),
    });
  }

  #asset(source: string | null): void {
    const { assetHosts } = this.signals;
    if (!source || assetHosts.length >= LIMITS.assetHosts || !/^(?:https?:)?\/\//i.test(source)) return;
    const host = URL.parse(source.slice(0, 300), this.#base)?.hostname;
    if (host && host !== this.#host && host.length <= LIMITS.host && !assetHosts.includes(host))
      assetHosts.push(host);
  }

  /** Title, language and meta data; scripts and styles for their hosts. */
  head(document: Document): void {
    const { signals } = this;
    const root = own<Element | null>(document, 'documentElement');
    signals.lang = (root?.getAttribute('lang') ?? '').slice(0, LIMITS.lang);
    const named = (name: string) => call<HTMLCollectionOf<Element>>(document, 'getElementsByTagName', name);
    const title = named('title').item(0)?.firstChild;
    if (title?.nodeType === 3) {
      signals.title = clean((title as Text).substringData(0, 4 * LIMITS.title), LIMITS.title);
      countScripts(signals.title, signals.scripts);
    }
    const metas = named('meta');
    for (let i = 0; i < HEAD_ELEMENTS; i++) {
      const meta = metas.item(i);
      if (!meta) break;
      const key = (meta.getAttribute('name') ?? meta.getAttribute('property') ?? '').toLowerCase();
      const content = meta.getAttribute('content') ?? '';
      if (key === 'description' || (key === 'og:description' && signals.description === '')) {
        signals.description = clean(content, LIMITS.description);
      } else if (/^(?:og:site_name|application-name|apple-mobile-web-app-title)$/.test(key)) {
        push(signals.siteNames, content, LIMITS.siteName, LIMITS.siteNames);
      }
    }
    countScripts(signals.description, signals.scripts);
    for (const [name, attribute] of SOURCES) {
      const elements = named(name);
      for (let i = 0; i < HEAD_ELEMENTS; i++) {
        const element = elements.item(i);
        if (!element) break;
        this.#asset(element.getAttribute(attribute));
      }
    }
  }

  /** Letters of text met so far. */
  get letters(): number {
    return this.#letters;
  }

  finish(): PageSignals {
    const { signals } = this;
    if (this.#foreign || languageOf(signals.scripts, signals.lang) !== 'chinese') {
      const { title, lang, scripts } = signals;
      return { ...emptySignals(), title, lang, scripts };
    }
    signals.text = this.#text.join('').trim().slice(0, LIMITS.text);
    signals.truncated = this.done();
    return signals;
  }
}
