/** A page that fights the card. `script` runs with `whenCard(act)` and `done()` at hand. */
export interface Attack {
  name: string;
  style?: string;
  /** Attributes of the root. */
  root?: string;
  body?: string;
  script?: string;
  headers?: Record<string, string>;
  /** One of the few that every run makes; the others are made by `npm run attacks:card`. */
  core?: true;
  /** Needs a person's click on the page. */
  click?: true;
}

const COVER =
  'position:fixed;inset:0;width:100vw;height:100vh;max-width:none;max-height:none;border:0;background:#fff';
const TOKENS =
  'ground sheet inset ink ink-2 ink-3 edge rule blue yellow red white flagline caution notice'.split(' ');
const FAMILIES = [
  'Segoe UI',
  'Roboto',
  'Noto Sans',
  'Noto Sans CJK SC',
  'PingFang SC',
  'DejaVu Sans',
  'DejaVu Sans Mono',
  'Noto Sans Mono CJK SC',
  'Menlo',
  'Consolas',
  'system-ui',
  'ui-monospace',
  'sans-serif',
  'monospace',
];

/** Each tries another way to keep the card from being seen or to make it act. All end by telling the server. */
export const ATTACKS: Attack[] = [
  {
    name: 'rules that hide',
    style:
      'html > div, [popover], :popover-open { display: none !important; visibility: hidden !important; opacity: 0 !important; scale: 0 !important; translate: -9999px !important; clip-path: inset(50%) !important; mask: linear-gradient(transparent, transparent) !important; content-visibility: hidden !important; width: 0 !important; contain: strict !important }',
  },
  {
    core: true,
    name: 'its colours, set from outside',
    style: `* { ${TOKENS.map((token) => `--${token}: #fff !important`).join(';')}; --t2: 0; --l2: 0 }`,
  },
  {
    name: 'its colours, registered with another syntax',
    style: TOKENS.map(
      (token) => `@property --${token} { syntax: "<number>"; inherits: false; initial-value: 0 }`,
    ).join('\n'),
  },
  {
    name: 'fonts of its families without glyphs',
    style: FAMILIES.map(
      (family) =>
        `@font-face { font-family: "${family}"; src: local("DejaVu Sans"), local("Noto Sans CJK SC"); size-adjust: 0% }`,
    ).join('\n'),
  },
  {
    name: 'inherited text properties',
    style:
      'html { font-size: 1px; line-height: 0; letter-spacing: -2em; text-indent: -9999px; color: transparent; writing-mode: vertical-rl; direction: rtl; visibility: hidden; -webkit-text-fill-color: transparent; text-transform: uppercase } body { visibility: visible }',
  },
  {
    core: true,
    name: 'removed each time it comes',
    script: `let times = 12; new MutationObserver(() => { const c = card(); if (c && times-- > 0) c.remove(); else if (times < 0) done(); })
      .observe(document.documentElement, { childList: true }); setTimeout(done, 900);`,
  },
  {
    core: true,
    name: 'moved into a hidden place',
    body: '<div id="attic" style="display:none"></div>',
    script: `whenCard((c) => document.getElementById('attic').append(c));`,
  },
  {
    name: 'closed, and its events kept from it',
    script: `for (const kind of ['toggle', 'beforetoggle']) addEventListener(kind, (e) => { e.stopImmediatePropagation(); }, true);
      let times = 6; const t = setInterval(() => { card()?.hidePopover(); if (--times === 0) { clearInterval(t); done(); } }, 60);`,
  },
  {
    name: 'attributes on it',
    script: `whenCard((c) => { c.setAttribute('hidden', ''); c.inert = true; c.popover = 'auto'; c.className = 'x'; c.dir = 'rtl'; c.style.cssText = 'display:none!important'; });`,
  },
  {
    name: 'animations on it',
    style:
      '@keyframes away { to { opacity: 0; transform: translateX(-200vw) } } html > div { animation: away 1ms forwards !important; transition: all 99999s !important }',
    script: `whenCard((c) => { c.animate([{ opacity: 0, transform: 'scale(0)', clipPath: 'inset(50%)', display: 'none' }], { duration: 1, fill: 'forwards' }); });`,
  },
  {
    core: true,
    name: 'another root element',
    script: `whenCard(() => { const next = document.createElement('html'); next.append(...[...document.documentElement.children].filter((e) => !e.popover)); document.documentElement.replaceWith(next); });`,
  },
  {
    name: 'the document written anew',
    script: `whenCard(() => { const html = '<!doctype html><html lang="zh-CN"><title>' + document.title + '</title><body>' + all('main')[0].outerHTML + '</body></html>'; document.open(); document.write(html); document.close(); });`,
  },
  {
    core: true,
    name: 'a modal dialog over it',
    body: `<dialog id="d" style="${COVER}">closed for maintenance</dialog>`,
    script: `whenCard(() => document.getElementById('d').showModal());`,
  },
  {
    name: 'a popover over it, opened again and again',
    body: `<div id="d" popover="manual" style="${COVER}"></div>`,
    script: `whenCard(() => { const d = document.getElementById('d'); let times = 5; const t = setInterval(() => { if (d.matches(':popover-open')) d.hidePopover(); d.showPopover(); if (--times === 0) { clearInterval(t); done(); } }, 90); }, true);`,
  },
  {
    core: true,
    name: 'a cover in a closed shadow root that lets clicks through',
    body: '<div id="h"></div>',
    script: `whenCard(() => { const root = document.getElementById('h').attachShadow({ mode: 'closed' }); root.innerHTML = '<div popover="manual" style="${COVER};pointer-events:none"></div>'; root.firstChild.showPopover(); });`,
  },
  {
    name: 'full screen over it',
    body: `<div id="f" style="width:300px;height:300px;background:#fff">play</div>`,
    script: `document.getElementById('f').addEventListener('click', (e) => e.currentTarget.requestFullscreen().then(done, done));`,
    click: true,
  },
  {
    name: 'a frame over it',
    script: `whenCard(() => { const f = document.createElement('iframe'); f.popover = 'manual'; f.style = '${COVER};z-index:2147483647'; f.srcdoc = '<body bgcolor=white>'; document.documentElement.append(f); f.showPopover(); });`,
  },
  {
    name: 'a hundred covers at the highest level',
    script: `whenCard(() => { for (let i = 0; i < 100; i++) { const d = document.createElement('div'); d.style = '${COVER};z-index:2147483647'; document.documentElement.append(d); } });`,
  },
  {
    core: true,
    name: 'a root without a box',
    script: `whenCard(() => { document.documentElement.style.display = 'none'; });`,
  },
  {
    name: 'a root whose contents are skipped',
    style: 'html.skip { content-visibility: hidden !important }',
    script: `whenCard(() => { document.documentElement.className = 'skip'; });`,
  },
  {
    name: 'a root zoomed away',
    script: `whenCard(() => { document.documentElement.style.zoom = '0.05'; });`,
  },
  {
    name: 'a root faded, filtered, cut and thrown off',
    style:
      'html.off { opacity: 0; filter: brightness(10) opacity(0); transform: translateX(-300vw) scale(0.01); clip-path: inset(50%); mask: linear-gradient(transparent, transparent); perspective: 1px; will-change: transform }',
    script: `whenCard(() => { document.documentElement.className = 'off'; });`,
  },
  {
    name: 'a root of no size that contains',
    style:
      'html { contain: strict; width: 0; height: 0; overflow: hidden; position: fixed; container-type: size }',
  },
  {
    name: 'a view transition that never ends',
    style:
      '::view-transition { background: #fff } ::view-transition-group(*) { animation-duration: 9999s } ::view-transition-old(*), ::view-transition-new(*) { opacity: 0 !important; animation: none }',
    script: `whenCard(() => { document.startViewTransition?.(() => undefined); });`,
  },
  {
    core: true,
    name: 'names that take the place of the document',
    body: [
      'documentElement',
      'createElement',
      'createElementNS',
      'createTextNode',
      'elementFromPoint',
      'querySelectorAll',
      'body',
      'adoptedStyleSheets',
      'addEventListener',
      'startViewTransition',
    ]
      .map((name) => `<form name="${name}"></form><img name="${name}" alt="">`)
      .join(''),
  },
  {
    name: 'prototypes of its own',
    script: `Element.prototype.attachShadow = () => { throw new Error('no'); }; HTMLElement.prototype.showPopover = () => undefined; window.MutationObserver = class { observe() {} };
      Element.prototype.append = Node.prototype.appendChild = () => undefined; document.createElement = () => null; window.setTimeout = () => 0; done();`,
  },
  {
    core: true,
    name: 'clicks by script',
    script: `let times = 20; const t = setInterval(() => { const c = card(); const x = innerWidth - 60, y = innerHeight - 100;
      for (const at of [c, document.elementFromPoint(x, y), document.elementFromPoint(innerWidth - 40, innerHeight - 220)]) { at?.click(); at?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, clientX: x, clientY: y })); }
      for (const key of ['Escape', 'Enter']) (c ?? document).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      if (--times === 0) { clearInterval(t); done(); } }, 60);`,
  },
  {
    core: true,
    name: 'a reload as soon as it shows',
    script: `if (sessionStorage.again) done(); else whenCard(() => { sessionStorage.again = 1; location.reload(); }, true);`,
  },
  {
    name: 'other addresses within the page',
    script: `whenCard(() => { for (let i = 0; i < 40; i++) history.replaceState(null, '', '/in-page/' + i); });`,
  },
  {
    name: 'a sandbox',
    headers: { 'content-security-policy': "sandbox allow-scripts; style-src 'unsafe-inline'; connect-src *" },
  },
];

/** The attack as a page, on top of what makes the card show. */
export function attackPage(
  { root = '', style = '', body = '', script = 'done();' }: Attack,
  content: string,
): string {
  return `<!doctype html><html lang="zh-CN" ${root}><meta charset="utf-8"><title>币海交易所官网_立即注册</title>
<style>main { width: 520px } ${style}</style><body><main>${content}</main>${body}<script>
const soon = setTimeout.bind(window), often = setInterval.bind(window), tell = fetch.bind(window), all = Document.prototype.querySelectorAll.bind(document);
const done = () => tell('/done', { method: 'POST', mode: 'no-cors' });
const card = () => [...all('html > [popover]')].find((e) => !e.id && e.localName === 'div');
const whenCard = (act, tellsItself) => { const t = often(() => { const c = card(); if (!c) return; clearInterval(t); soon(() => { act(c); if (!tellsItself) done(); }, 400); }, 40); };
${script}</script></body></html>`;
}
