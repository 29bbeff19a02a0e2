import { emptySignals, LIMITS, type PageSignals } from '../landing/page-signals.ts';
import { countScripts, languageOf } from '../landing/script-counts.ts';
import { hostIn, PageAddress, withoutQuery } from './addresses.ts';
import { collect, oneLine, optionTexts, singleBlanks } from './collect.ts';
import { noteAccount, noteFile, noteSource } from './files.ts';
import { briefSignals, isForeign } from './foreign.ts';
import { type HeadVisitor, readHead } from './head.ts';
import { INLINE } from './inline.ts';
import { briefText, type Visitor } from './walk.ts';

/** Nodes looked at in one reading, text or not. */
const NODES = 20_000;
/** Text taken from the beginning of the page; the rest of LIMITS.text is kept for its end. */
export const BEGINNING = 6_000;
/** Text after which a page without Chinese is left alone. */
const FIRST_LOOK = 3_000;
const LINKS_LOOKED_AT = 400;
const LONGEST_LINK = 2_000;
const FRAMES = 8;

const APP_FILE = /\.(?:apk|ipa|exe|dmg|mobileconfig)(?:$|[?#])/i;
const PRESSED = /^(?:submit|button)$/i;

/** Fills the signals of one reading, of the page and its frames, within their limits. */
export class Gatherer implements Visitor, HeadVisitor {
  readonly signals: PageSignals = emptySignals();
  /** Frames met, those of a frameset among them, for the caller to read. */
  readonly frames: HTMLIFrameElement[] = [];
  #address: PageAddress;
  #page: Document | null = null;
  #nodes = 0;
  #letters = 0;
  #looked = false;
  #foreign = false;
  #block: Node | null = null;
  #text = '';
  #links = new Set<string>();
  #linksSeen = 0;

  /** `address`: the page's; links to its own host are not gathered. */
  constructor(address: string) {
    this.#address = new PageAddress(address);
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
    this.#page = document;
    readHead(document, this);
    countScripts(signals.title, signals.scripts);
    countScripts(signals.description, signals.scripts);
  }

  text(node: Text): void {
    this.#nodes++;
    const left = BEGINNING - this.#letters;
    const text = singleBlanks(node.length > left ? node.substringData(0, left) : node.data);
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
      this.#foreign = isForeign(this.signals, this.#letters);
    }
  }

  /** The end of a page that is longer than was read: footers hold filings and names. */
  end(text: string): void {
    this.#text += `\n${oneLine(text, LIMITS.text - BEGINNING - 1)}`;
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
      case 'base':
        this.base(element);
        break;
      case 'frame':
      case 'iframe':
        this.file(element.getAttribute('src'));
        if (this.frames.length < FRAMES) this.frames.push(element as HTMLIFrameElement);
        return false;
      case 'pre':
        signals.codeBlocks++;
        break;
      case 'select':
        for (const text of optionTexts(element)) this.text(text);
        return false;
    }
    return true;
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

  /** A script or style sheet that the page has loaded. */
  source(address: string | null): void {
    if (address) noteSource(this.signals, this.#address.host, this.#address.written(address));
  }

  file(address: string | null): void {
    if (address) noteFile(this.signals, this.#address.host, this.#address.written(address));
  }

  /** One of a frame, a template or a shadow root is none of the page's. */
  base(element: Element): void {
    if (element.getRootNode() === this.#page) this.#address.rebase(element.getAttribute('href'));
  }

  #image(element: Element): void {
    const { signals } = this;
    const words = element.getAttribute('alt') || element.getAttribute('title');
    countScripts(collect(signals.imageTexts, words, LIMITS.imageText, LIMITS.imageTexts), signals.scripts);
    this.file(element.getAttribute('src'));
  }

  #link(element: Element): void {
    if (this.signals.links.length >= LIMITS.links || ++this.#linksSeen > LINKS_LOOKED_AT) return;
    const given = element.getAttribute('href')?.trim();
    if (!given || given.length > LONGEST_LINK) return;
    const href = this.#address.written(given);
    const host = hostIn(href);
    if (host !== null && host !== this.#address.host) {
      noteAccount(this.signals, host, href);
      this.#addLink(/^[\\/]/.test(href) ? `https:${href}` : href, element);
    } else if (APP_FILE.test(href)) {
      const url = this.#address.absolute(href);
      if (url) this.#addLink(url, element);
    }
  }

  #addLink(url: string, element: Element): void {
    const key = withoutQuery(url);
    if (this.#links.has(key)) return;
    this.#links.add(key);
    this.signals.links.push({ url: url.slice(0, LIMITS.url), text: briefText(element, LIMITS.linkText) });
  }

  finish(): PageSignals {
    const { signals } = this;
    if (this.#foreign || languageOf(signals.scripts, signals.lang) !== 'chinese') {
      return briefSignals(signals);
    }
    signals.text = this.#text.trim().slice(0, LIMITS.text);
    signals.truncated = this.done();
    return signals;
  }
}
