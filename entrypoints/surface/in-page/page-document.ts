/**
 * The page's document by its own members. A form, image or frame of the page that is named like one of them
 * (`<img name="documentElement">`) takes the place of `document.documentElement`, and not of these.
 */
export const pageDocument = {
  /** null while the page writes itself anew. */
  root: (): HTMLElement | null => own('documentElement') as HTMLElement | null,
  create: (): HTMLDivElement => Document.prototype.createElement.call(document, 'div') as HTMLDivElement,
  at: (x: number, y: number): Element | null => Document.prototype.elementFromPoint.call(document, x, y),
  all: (selector: string): Element[] => [...Document.prototype.querySelectorAll.call(document, selector)],
  /** Ends a view transition that is under way, by one of our own that shows nothing. */
  endTransition: (): void => {
    Document.prototype.startViewTransition?.call(document, () => undefined).skipTransition();
  },
};

function own(name: 'documentElement'): unknown {
  return Object.getOwnPropertyDescriptor(Document.prototype, name)?.get?.call(document);
}
