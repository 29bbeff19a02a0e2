const RULES = [
  'all: initial',
  'display: block',
  'position: fixed',
  'inset: 0',
  'width: auto',
  'height: auto',
  'margin: 0',
  'padding: 0',
  'border: 0',
  'background: transparent',
  'overflow: visible',
  'pointer-events: none',
  'z-index: 2147483647',
  'opacity: 1',
  'visibility: visible',
  'transform: none',
  'filter: none',
  'clip-path: none',
  'direction: ltr',
  'unicode-bidi: isolate',
];

const important = (rule: string): string => `${rule} !important`;
const COMMON = RULES.map(important).join(';');

/**
 * Inline and `!important`: above every rule, animation and transition of the page. The element covers the window and
 * lets clicks through; what it shows takes them.
 * @param pageZoom CSS zoom of the page's root, which is undone
 */
export function hostStyle(pageZoom: number): string {
  const zoom = pageZoom > 0 ? 1 / pageZoom : 1;
  return `${COMMON};${important(`zoom: ${zoom}`)}`;
}

/** Whether an element bears the style of a sheet, at any zoom. */
export function hasHostStyle(element: Element): boolean {
  return element.getAttribute('style')?.startsWith(COMMON) ?? false;
}
