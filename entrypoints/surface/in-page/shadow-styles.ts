/** A root font size of the page must not scale the sheet. */
const PX_PER_REM = 16;

/**
 * The surfaces' styles inside a shadow root. What a page can reach from outside is not used there:
 * - custom properties that it sets on the element (`* { --ink: white !important }`) or registers with a syntax of its
 *   own (`@property --ink`): they stand on the root's first child, under names that begin with `prefix`;
 * - families that it names its own fonts after (`@font-face { font-family: "Segoe UI" }`): generic ones alone;
 * - its root's font size: rem is 16 px.
 * @param prefix letters that no page can know
 */
export function shadowStyles(css: string, prefix: string): string {
  const inside = css
    .replaceAll(/:root\b|:host\b(?=\s*[,{(])/g, ':host > div')
    .replaceAll(/:host > div\((\[[^\]]*\])\)/g, ':host > div$1')
    .replaceAll(/(?<![\w.-])(?:html|body)\b(?=\s*\{)/g, ':host > div')
    .replaceAll(/(\d*\.?\d+)rem\b/g, (_, size: string) => `${Number(size) * PX_PER_REM}px`);
  return `${inside}\n${LAST}`.replaceAll(/--(?=[a-z])(?!at\b)/g, `--${prefix}-`);
}

/** Rules that come after all others; `--at` is set by a component and keeps its name. */
const LAST = `
:host > div { background: none; font-size: 14px }
:host > div > * { pointer-events: auto }
:host > div, :host > div * { --font: system-ui, sans-serif; --mono: ui-monospace, monospace }
`;
