/**
 * The bounded walk over a rendered page: nodes in document order, open shadow roots included, nothing that makes
 * the browser lay the page out (never innerText, offsetX, getComputedStyle). A generator: it yields between nodes,
 * so that the caller slices the work.
 */

/** Elements whose content is no text of the page. */
const SKIPPED: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'canvas',
  'object',
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

/** The first text below an element, at most `limit` and two dozen nodes: a link may wrap the whole page. */
export function briefText(element: Element, limit: number): string {
  const first = element.firstChild;
  if (!first) return '';
  if (first.nodeType === 3 && !first.nextSibling) return (first as Text).substringData(0, limit);
  let text = '';
  const open: (Node | null)[] = [first];
  for (let nodes = 0; nodes < BRIEF_NODES && open.length > 0 && text.length < limit; nodes++) {
    const node = open.pop() ?? null;
    if (!node) continue;
    if (typeof node.nodeType !== 'number') break;
    open.push(node.nextSibling);
    if (node.nodeType === 3) text += (node as Text).substringData(0, limit);
    else if (node.nodeType === 1 && !SKIPPED.has((node as Element).localName)) open.push(node.firstChild);
  }
  return text;
}

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

export function* walk(root: Node, visitor: Visitor, document: Document): Generator<void, void> {
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
      if (shadow) {
        yield* walk(shadow, visitor, document);
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

/** The last text below `root`, at least `letters` of it if there is as much within two hundred text nodes. */
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
    const from = Math.max(0, text.length - left);
    found.push(text.substringData(from, left));
    left -= text.length;
  }
  return found.reverse().join('\n');
}
