import { foldNotice, NOTICE_WORDS } from '../trail/notice-words.ts';
import { hostIn } from './addresses.ts';
import { oneLine, singleBlanks } from './collect.ts';
import { INLINE } from './inline.ts';
import { own, type Visitor, walk } from './walk.ts';

/** Limits of what is told of notices (page-notices-schema.ts). */
export const NOTICE_LIMITS = { blocks: 12, text: 400, hosts: 8, host: 253 } as const;
const NODES = 20_000;
/** Blocks after a notice that belong to it while they hold nothing but addresses: a list of mirrors. */
const FOLLOWING = 8;
const ADDRESS_ALONE = /^.{0,16}?(?:[a-z0-9\u4e00-\u9fa5-]+\.)+[a-z]{2,24}[/\w-]*.{0,8}$/i;

interface Block {
  text: string;
  hosts: string[];
}

/** Finds the blocks of a listed page that announce an address, with the addresses that stand in and right under them. */
export class NoticeReader implements Visitor {
  readonly blocks: Block[] = [];
  #own: string;
  #nodes = 0;
  #node: Node | null = null;
  #text = '';
  #hosts: string[] = [];
  #open: Block | null = null;
  #followed = 0;

  constructor(ownHost: string) {
    this.#own = ownHost;
  }

  done(): boolean {
    return this.#nodes >= NODES || this.blocks.length >= NOTICE_LIMITS.blocks;
  }

  source(): void {
    // Files announce nothing.
  }

  text(node: Text): void {
    this.#nodes++;
    this.#enter(node);
    if (this.#text.length < NOTICE_LIMITS.text)
      this.#text += singleBlanks(node.substringData(0, NOTICE_LIMITS.text));
  }

  element(element: Element, name: string): boolean {
    this.#nodes++;
    if (name === 'a') {
      const host = hostIn(element.getAttribute('href') ?? '');
      if (host !== null && host !== this.#own && host.length <= NOTICE_LIMITS.host) this.#link(host, element);
    }
    return true;
  }

  #link(host: string, element: Element): void {
    this.#enter(element);
    if (this.#hosts.length < NOTICE_LIMITS.hosts && !this.#hosts.includes(host)) this.#hosts.push(host);
  }

  /** Goes on in the block that holds the node, or closes the one under way and begins that. */
  #enter(node: Node): void {
    let block: Node | null = node.parentNode;
    while (block && INLINE.has((block as Element).localName)) block = block.parentNode;
    if (block === this.#node) return;
    this.end();
    this.#node = block;
  }

  /** Closes the block under way. Call once more at the end. */
  end(): void {
    const text = oneLine(this.#text, NOTICE_LIMITS.text);
    const hosts = this.#hosts;
    this.#text = '';
    this.#hosts = [];
    if (text === '' && hosts.length === 0) return;
    if (NOTICE_WORDS.test(foldNotice(text))) {
      this.#open = { text, hosts };
      this.#followed = 0;
      if (this.blocks.length < NOTICE_LIMITS.blocks) this.blocks.push(this.#open);
      return;
    }
    const belongs =
      this.#open !== null && this.#followed < FOLLOWING && (ADDRESS_ALONE.test(text) || text === '');
    if (!this.#open || !belongs) {
      this.#open = null;
      return;
    }
    this.#followed++;
    this.#open.text = `${this.#open.text} ${text}`.slice(0, NOTICE_LIMITS.text);
    this.#open.hosts = [...new Set([...this.#open.hosts, ...hosts])].slice(0, NOTICE_LIMITS.hosts);
  }
}

/** Notices of a document, in steps; `finish` may come early. */
export function readNoticeBlocks(
  document: Document,
  ownHost: string,
): { steps: Generator<void, void>; finish: () => Block[] } {
  const reader = new NoticeReader(ownHost);
  function* steps(): Generator<void, void> {
    const root = own<Element | null>(document, 'documentElement');
    if (root) yield* walk(root, reader, document);
  }
  return {
    steps: steps(),
    finish: () => {
      reader.end();
      return reader.blocks;
    },
  };
}
