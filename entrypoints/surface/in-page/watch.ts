import { hostStyle } from './host-style.ts';
import { pageDocument } from './page-document.ts';
import { hides } from './root-filter.ts';

/** Times the page may remove, hide or cover the sheet before it is left so. Badge and popup stay right. */
const REPAIRS = 40;
/** Repairs at once, between two looks: a page that answers each in the same moment does not use them all up. */
const BURST = 3;
/** Looks at what no event tells: the first after this many ms, later ones after twice as long, up to the last. */
const FIRST_LOOK = 125;
const LAST_LOOK = 1000;
/** Raised without cause every so many looks, this often at most: what lies in a page's closed shadow root is unseen. */
const BLIND = { every: 4, times: 10 };
const INSET = 12;

/** Keeps an element over the page while the bound on repairs lasts. */
export class Watch {
  private repairs = REPAIRS;
  private burst = BURST;
  private looks = 0;
  private zoom = 1;
  private above = new Set<Element>();
  private transitions = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private root: HTMLElement | null = null;
  private readonly observer = new MutationObserver(() => this.onChange());
  private readonly hurry = () => this.onChange();
  private readonly element: HTMLElement;
  private readonly sheet: () => Element | null;
  private readonly onLook: () => void;

  /**
   * @param sheet what the element shows, once it is drawn
   * @param onLook called before each look; may stop the watch
   */
  constructor(element: HTMLElement, sheet: () => Element | null, onLook: () => void) {
    this.element = element;
    this.sheet = sheet;
    this.onLook = onLook;
  }

  start(): void {
    this.put();
    addEventListener('toggle', this.hurry, true);
    addEventListener('fullscreenchange', this.hurry, true);
    this.next(FIRST_LOOK);
  }

  stop(): void {
    this.observer.disconnect();
    removeEventListener('toggle', this.hurry, true);
    removeEventListener('fullscreenchange', this.hurry, true);
    clearTimeout(this.timer);
    this.repairs = 0;
  }

  private next(after: number): void {
    this.timer = setTimeout(() => {
      this.burst = BURST;
      this.looks += 1;
      this.onLook();
      if (this.repairs > 0) this.look();
      if (this.repairs > 0) this.next(Math.min(LAST_LOOK, after * 2));
      else this.stop();
    }, after);
  }

  /** Something of the page's changed: what can be seen at once is mended at once. */
  private onChange(): void {
    if (this.intact() && !this.isUnder()) return;
    if (this.burst === 0 || this.repairs === 0) return;
    this.burst -= 1;
    this.mend();
  }

  private look(): void {
    this.endLongTransition();
    this.showRoot();
    this.zoom = pageDocument.root()?.currentCSSZoom ?? 1;
    if (!this.intact() || this.isUnder() || this.isCovered()) this.mend();
    else if (this.looks % BLIND.every === 0 && this.looks <= BLIND.every * BLIND.times) this.raise();
  }

  private mend(): void {
    if (this.repairs === 0) return;
    this.repairs -= 1;
    this.put();
    this.raise();
    // What our own repair changed is no news.
    this.observer.takeRecords();
  }

  private intact(): boolean {
    const { element } = this;
    return (
      element.parentNode === pageDocument.root() &&
      element.attributes.length === 2 &&
      element.popover === 'manual' &&
      element.getAttribute('style') === hostStyle(this.zoom) &&
      element.matches(':popover-open')
    );
  }

  private put(): void {
    const root = pageDocument.root();
    if (root !== this.root || root === null) this.observe(root);
    if (root === null) return;
    const { element } = this;
    for (const { name } of [...element.attributes])
      if (name !== 'style' && name !== 'popover') element.removeAttribute(name);
    element.popover = 'manual';
    element.setAttribute('style', hostStyle(this.zoom));
    if (element.parentNode !== root) root.append(element);
    if (!element.matches(':popover-open')) element.showPopover();
  }

  /** The root itself can be replaced, by script or by document.write. */
  private observe(root: HTMLElement | null): void {
    this.root = root;
    this.observer.disconnect();
    this.observer.observe(document, { childList: true });
    if (root !== null) this.observer.observe(root, { childList: true });
    this.observer.observe(this.element, { attributes: true });
  }

  /** Above whatever entered the top layer since. Not while somebody is at it by keyboard. */
  private raise(): void {
    const { element } = this;
    this.above = this.others();
    if (element.matches(':focus-within') || !element.matches(':popover-open')) return;
    element.hidePopover();
    element.showPopover();
  }

  private others(): Set<Element> {
    const found = pageDocument.all(':modal, :popover-open, :fullscreen');
    return new Set(found.filter((one) => one !== this.element));
  }

  /** Whether the page put something into the top layer since the sheet was last raised. */
  private isUnder(): boolean {
    const others = this.others();
    const fresh = [...others].some((one) => !this.above.has(one));
    if (!fresh) this.above = others;
    return fresh;
  }

  /** Whether something else is met where the sheet lies. */
  private isCovered(): boolean {
    const box = this.sheet()?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return true;
    const points: [number, number][] = [
      [box.left + INSET, box.top + INSET],
      [(box.left + box.right) / 2, (box.top + box.bottom) / 2],
      [box.right - INSET, box.bottom - INSET],
    ];
    return points.some(([x, y]) => inWindow(x, y) && pageDocument.at(x, y) !== this.element);
  }

  /** A page whose root has no box, or is filtered away, shows nothing; the top layer neither. */
  private showRoot(): void {
    const root = pageDocument.root();
    if (root === null) return;
    const { display, contentVisibility, filter } = getComputedStyle(root);
    const wrong: [string, string][] = [];
    if (display === 'none') wrong.push(['display', 'block']);
    if (contentVisibility === 'hidden') wrong.push(['content-visibility', 'visible']);
    if (hides(filter)) wrong.push(['filter', 'none']);
    if (wrong.length === 0 || this.repairs === 0) return;
    this.repairs -= 1;
    for (const [property, value] of wrong) root.style.setProperty(property, value, 'important');
  }

  /** A view transition lies above the top layer for as long as the page's animation lasts. */
  private endLongTransition(): void {
    const under = CSS.supports('selector(:active-view-transition)')
      ? pageDocument.root()?.matches(':active-view-transition')
      : false;
    this.transitions = under ? this.transitions + 1 : 0;
    if (this.transitions < 2 || this.repairs === 0) return;
    this.repairs -= 1;
    pageDocument.endTransition();
  }
}

function inWindow(x: number, y: number): boolean {
  return x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
}
