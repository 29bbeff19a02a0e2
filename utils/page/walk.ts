/**
 * The bounded walk over a rendered page: nodes in document order, open shadow roots included, nothing that makes
 * the browser lay the page out (never innerText, offsetX, getComputedStyle). A generator: it yields between nodes,
 * so that the caller slices the work.
 */
import { LOOKED_AT, oneLine, singleBlanks } from './collect.ts';

/** Elements whose content is no text of the page. */
const SKIPPED: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'noframes',
  'template',
  'svg',
  'math',
  'canvas',
  'audio',
  'textarea',
  'head',
]);

const ELEMENT_OR_TEXT = 1 | 4;

/** Reads a property by its class: a form's `<input name="localName">` hides the form's own. */
export function own<T>(node: object, property: string): T {
  return Reflect.get(Object.getPrototypeOf(node) as object, property, node) as T;
}

/** Calls a method by its class: a form named `getElementsByTagName` hides the document's own. */
export function call<T>(node: object, method: string, ...given: unknown[]): T {
  return own<(...args: unknown[]) => T>(node, method).apply(node, given);
}

const BRIEF_NODES = 24;

/** The first text below an element on one line, at most `limit`, of two dozen nodes: a link may wrap the whole page. */
export function briefText(element: Element, limit: number): string {
  const first = element.firstChild;
  if (!first) return '';
  if (first.nodeType === 3 && !first.nextSibling) return oneLine(beginning(first as Text, limit), limit);
  let text = '';
  const open: (Node | null)[] = [first];
  for (let nodes = 0; nodes < BRIEF_NODES && open.length > 0 && text.length < limit; nodes++) {
    const node = open.pop() ?? null;
    if (!node) continue;
    if (typeof node.nodeType !== 'number') break;
    open.push(node.nextSibling);
    if (node.nodeType === 3) text = singleBlanks(text + beginning(node as Text, limit)).trimStart();
    else if (node.nodeType === 1 && !SKIPPED.has((node as Element).localName)) open.push(node.firstChild);
  }
  return oneLine(text, limit);
}

const beginning = (text: Text, limit: number): string => text.substringData(0, LOOKED_AT * limit);

export interface Visitor {
  /** Whether to go below the element. */
  element(element: Element, name: string): boolean;
  text(node: Text): void;
  /** The address of a script met in the page. */
  source(address: string | null): void;
  /** True ends the walk. */
  done(): boolean;
}

/** Nodes between two yields: short enough for a slice, long enough that the generator costs nothing. */
const STEP = 256;

/** Shadow roots one inside the other that are gone into: each is a generator more in every step below it. */
const NESTED_ROOTS = 32;

export function* walk(root: Node, visitor: Visitor, document: Document, nested = 0): Generator<void, void> {
  const walker = call<TreeWalker>(document, 'createTreeWalker', root, ELEMENT_OR_TEXT);
  let steps = 0;
  let node: Node | null = walker.currentNode === root && root.nodeType === 1 ? root : walker.nextNode();
  while (node && !visitor.done()) {
    if (++steps % STEP === 0) yield;
    if (node.nodeType === 3) {
      visitor.text(node as Text);
      node = walker.nextNode();
      continue;
    }
    const element = node as Element;
    const plain = element.localName;
    // Only a form's property can be an element of the page.
    const name = typeof plain === 'string' ? plain : 'form';
    const skipped = SKIPPED.has(name);
    if (name === 'script') visitor.source(element.getAttribute('src'));
    let below = !skipped && visitor.element(element, name);
    if (below && name !== 'form') {
      const shadow = element.shadowRoot;
      if (shadow && nested < NESTED_ROOTS) {
        yield* walk(shadow, visitor, document, nested + 1);
        if (visitor.done()) return;
      }
    } else if (name === 'form') below = true;
    if (below) node = walker.nextNode();
    else {
      node = walker.nextSibling();
      while (!node && walker.parentNode()) {
        if (walker.currentNode === root) return;
        node = walker.nextSibling();
      }
    }
  }
}

const TEXT = 4;
const END_NODES = 200;

/** The last text below `root`, a line for each node: `letters` of it if there are as many in two hundred text nodes. */
export function lastText(root: Node, letters: number, document: Document): string {
  const walker = call<TreeWalker>(document, 'createTreeWalker', root, TEXT);
  const found: string[] = [];
  let left = letters;
  while (walker.lastChild());
  if (walker.currentNode === root) return '';
  let node: Node | null = walker.currentNode;
  for (let i = 0; node && i < END_NODES && left > 0; i++, node = walker.previousNode()) {
    const text = node as Text;
    if (SKIPPED.has((text.parentNode as Element | null)?.localName ?? '')) continue;
    const from = Math.max(0, text.length - LOOKED_AT * left);
    const line = singleBlanks(text.substringData(from, LOOKED_AT * left))
      .trim()
      .slice(-left);
    if (line === '') continue;
    found.push(line);
    left -= line.length + 1;
  }
  return found.reverse().join('\n');
}
