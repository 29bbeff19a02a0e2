import { emptySignals, LIMITS, type PageSignals } from '../landing/page-signals.ts';
import { countScripts, languageOf } from '../landing/script-counts.ts';
import { accountIn } from './accounts.ts';
import { hostIn, withoutQuery } from './addresses.ts';
import { collect, oneLine } from './collect.ts';
import { readHead } from './head.ts';
import { INLINE } from './inline.ts';
import { briefText, type Visitor } from './walk.ts';

/** Nodes looked at in one reading, text or not. */
const NODES = 20_000;
/** Text taken from the beginning of the page; the rest of LIMITS.text is kept for its end. */
export const BEGINNING = 6_000;
/** Text after which a page without Chinese is left alone, and the share of Han that keeps it read. */
const FIRST_LOOK = 3_000;
const FEW_HAN = 0.02;
const LINKS_LOOKED_AT = 400;
const LONGEST_LINK = 2_000;
const OPTIONS_PER_SELECT = 12;
const FRAMES = 8;

/** Spaces that are not single blanks, and all of them. */
const SPACES = /[\t\n\r\f\u00a0\u3000]| {2}/;
const ALL_SPACES = /\s+/g;
const HTTP = /^https?:/i;
const APP_FILE = /\.(?:apk|ipa|exe|dmg|mobileconfig)(?:$|[?#])/i;
const PRESSED = /^(?:submit|button)$/i;

/** Fills the signals of one reading, of the page and its frames, within their limits. */
export class Gatherer implements Visitor {
  readonly signals: PageSignals = emptySignals();
  /** Frames met, for the caller to read. */
  readonly frames: HTMLIFrameElement[] = [];
  #base: string;
  #host: string;
  #nodes = 0;
  #letters = 0;
  #looked = false;
  #foreign = false;
  #block: Node | null = null;
  #text = '';
  #links = new Set<string>();
  #linksSeen = 0;

  /** `base`: address that links are relative to; links to its own host are not gathered. */
  constructor(base: string) {
    this.#base = base;
    this.#host = URL.parse(base)?.hostname ?? '';
  }

  /** Letters of text met so far. */
  get letters(): number {
    return this.#letters;
  }

  /** The text looked at so far is not Chinese. */
  get foreign(): boolean {
    return this.#foreign;
  }

  done(): boolean {
    return this.#foreign || this.#letters >= BEGINNING || this.#nodes >= NODES;
  }

  head(document: Document): void {
    const { signals } = this;
    readHead(document, signals, (address, builtOn) => {
      if (builtOn) this.source(address);
      else this.#file(address ?? '');
    });
    countScripts(signals.title, signals.scripts);
    countScripts(signals.description, signals.scripts);
  }

  text(node: Text): void {
    this.#nodes++;
    const left = BEGINNING - this.#letters;
    const data = node.length > left ? node.substringData(0, left) : node.data;
    const text = SPACES.test(data) ? data.replace(ALL_SPACES, ' ') : data;
    if (text === '' || text === ' ') return;
    let block: Node | null = node.parentNode;
    while (block && INLINE.has((block as Element).localName)) block = block.parentNode;
    if (block !== this.#block) {
      this.#text += '\n';
      this.#block = block;
    }
    this.#text += text;
    this.#letters += text.length + 1;
    countScripts(text, this.signals.scripts);
    if (!this.#looked && this.#letters >= FIRST_LOOK) {
      this.#looked = true;
      this.#foreign = this.#isForeign();
    }
  }

  /** The end of a page that is longer than was read: footers hold filings and names. */
  end(text: string): void {
    this.#text += `\n${oneLine(text, LIMITS.text - BEGINNING - 1)}`;
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
        if (signals.headings.length < LIMITS.headings) {
          collect(signals.headings, briefText(element, LIMITS.heading), LIMITS.heading, LIMITS.headings);
        }
        break;
      case 'button':
        if (signals.controls.length < LIMITS.controls) this.#control(briefText(element, LIMITS.control));
        break;
      case 'input':
        this.#input(element);
        break;
      case 'img':
        this.#image(element);
        break;
      case 'iframe':
        this.#file(element.getAttribute('src') ?? '');
        if (this.frames.length < FRAMES) this.frames.push(element as HTMLIFrameElement);
        return false;
      case 'pre':
        signals.codeBlocks++;
        break;
      case 'select':
        this.#options(element);
        return false;
    }
    return true;
  }

  /** A script or style sheet that the page has loaded. */
  source(address: string | null): void {
    if (!address) return;
    const host = this.#file(address);
    if (host === null) return;
    const { builtOn } = this.signals;
    if (builtOn.length < LIMITS.builtOn && !builtOn.includes(host)) builtOn.push(host);
    this.#account(host, address);
  }

  /** A file that the page has loaded: its host, unless it is the page's own. */
  #file(address: string): string | null {
    const { assetHosts } = this.signals;
    const host = hostIn(address);
    if (!host || host === this.#host || host.length > LIMITS.host) return null;
    if (assetHosts.length < LIMITS.assetHosts && !assetHosts.includes(host)) assetHosts.push(host);
    return host;
  }

  #account(host: string, address: string): void {
    const { accounts } = this.signals;
    if (accounts.length >= LIMITS.accounts) return;
    const id = accountIn(host, address);
    if (id !== null && !accounts.includes(id)) accounts.push(id);
  }

  #control(text: string | null): string {
    return collect(this.signals.controls, text, LIMITS.control, LIMITS.controls);
  }

  #input(element: Element): void {
    const { signals } = this;
    const type = element.getAttribute('type') ?? 'text';
    collect(signals.inputs, type.toLowerCase(), LIMITS.input, LIMITS.inputs);
    // Placeholders and labels are no text nodes: on sparse pages they carry the language.
    countScripts(this.#control(element.getAttribute('placeholder')), signals.scripts);
    if (PRESSED.test(type)) countScripts(this.#control(element.getAttribute('value')), signals.scripts);
  }

  #image(element: Element): void {
    const { signals } = this;
    const words = element.getAttribute('alt') || element.getAttribute('title');
    countScripts(collect(signals.imageTexts, words, LIMITS.imageText, LIMITS.imageTexts), signals.scripts);
    this.#file(element.getAttribute('src') ?? '');
  }

  #options(select: Element): void {
    const options = select.getElementsByTagName('option');
    for (let i = 0; i < OPTIONS_PER_SELECT; i++) {
      const child = options.item(i)?.firstChild;
      if (child?.nodeType === 3) this.text(child as Text);
    }
  }

  #link(element: Element): void {
    if (this.signals.links.length >= LIMITS.links || ++this.#linksSeen > LINKS_LOOKED_AT) return;
    const href = element.getAttribute('href');
    if (!href || href.length > LONGEST_LINK) return;
    const host = hostIn(href);
    if (host !== null && host !== this.#host) {
      this.#account(host, href);
      this.#addLink(href.startsWith('//') ? `https:${href}` : href, element);
    } else if (APP_FILE.test(href)) {
      const url = URL.parse(href, this.#base)?.href;
      if (url && HTTP.test(url)) this.#addLink(url, element);
    }
  }

  #addLink(url: string, element: Element): void {
    const key = withoutQuery(url);
    if (this.#links.has(key)) return;
    this.#links.add(key);
    const text = oneLine(briefText(element, LIMITS.linkText), LIMITS.linkText);
    this.signals.links.push({ url: url.slice(0, LIMITS.url), text });
  }

  finish(): PageSignals {
    const { signals } = this;
    if (this.#foreign || languageOf(signals.scripts, signals.lang) !== 'chinese') {
      const { title, lang, scripts, siteNames, assetHosts, builtOn, accounts } = signals;
      return { ...emptySignals(), title, lang, scripts, siteNames, assetHosts, builtOn, accounts };
    }
    signals.text = this.#text.trim().slice(0, LIMITS.text);
    signals.truncated = this.done();
    return signals;
  }
}
