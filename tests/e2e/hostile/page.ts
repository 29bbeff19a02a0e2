import { Random } from '../../fuzz/mutate.ts';
import { type Answer, page } from '../harness/answer.ts';
import { CHINESE_TEXT } from './text.ts';

/** One hostile page: its trick, and what the server answers. `again`: whether the trick needs the same path twice. */
export interface HostilePage {
  name: string;
  answer: Answer;
}

type Trick = (random: Random) => Answer;

/** A page of an exchange in Chinese, so that everything of ours runs on it, with the trick in head and body. */
function trap(
  script: string,
  body = '',
  headers: Record<string, string> = {},
  title = '币海交易所官网',
): Answer {
  return page(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title>
<script>try { ${script} } catch (error) { document.documentElement.dataset.trick = String(error) }</script>
<body>${body}${CHINESE_TEXT}`,
    headers,
  );
}

const one = <T>(random: Random, of: readonly T[]): T => of[random.below(of.length)]!;
const some = (random: Random, of: readonly string[], count: number) =>
  Array.from({ length: count }, () => one(random, of));

const CLOBBERED = [
  'body',
  'head',
  'documentElement',
  'createTreeWalker',
  'getElementsByTagName',
  'querySelector',
  'title',
  'forms',
  'defaultView',
  'location',
  'children',
  'firstChild',
  'nodeType',
  'localName',
  'parentNode',
  'attributes',
  'getAttribute',
  'append',
  'remove',
  'cookie',
  'implementation',
  'toString',
  '__proto__',
  'constructor',
  'ensignReads',
  'browser',
  'chrome',
];
const PROTOTYPES = [
  'Object.defineProperty(Object.prototype, NAME, { set() { throw new Error("set") }, get() { return 7 }, configurable: true });',
  'Node.prototype[NAME] = () => { throw new Error("node") };',
  'Object.defineProperty(Element.prototype, NAME, { get() { throw new Error("element") } });',
  'Document.prototype[NAME] = null;',
  'Array.prototype[NAME] = () => { throw new Error("array") };',
  'globalThis[NAME] = undefined;',
  'JSON.stringify = () => "{}"; JSON.parse = () => ({});',
  'Promise.prototype.then = () => { throw new Error("then") };',
  'String.prototype.replace = () => ""; RegExp.prototype.exec = () => null;',
  'window.MutationObserver = window.IntersectionObserver = class { constructor() { throw new Error("observer") } };',
  'Element.prototype.attachShadow = () => { throw new Error("shadow") };',
  'performance.now = () => NaN; Date.now = () => Infinity; setTimeout = (run) => run && 0;',
];
const BAD_TEXT = [
  '\\ud800',
  '\\udfff\\ud800',
  '\\u0000',
  '\\u202e\\u202d\\u2066',
  '\\ufeff\\ufffe\\uffff',
  '\\u200d\\u200c\\u00ad',
  `e${'\\u0301'.repeat(40)}`,
  '\\u{10ffff}',
  '<script>1</script>',
  '"><img src=x onerror=1>',
  '{{7*7}}',
  "';--",
];
const FRAMES = [
  '<iframe srcdoc="<p>立即注册</p><iframe srcdoc=&quot;x&quot;></iframe>"></iframe>',
  '<iframe sandbox srcdoc="<script>parent.x=1</script>币币交易"></iframe>',
  '<iframe src="javascript:document.write(1)"></iframe>',
  '<iframe src="data:text/html,<p>充币提币"></iframe>',
  '<iframe src="about:blank" name="body"></iframe>',
  '<iframe src="/frame" loading="lazy"></iframe>',
  '<object data="data:text/html,1"></object><embed src="about:blank">',
];
const POLICIES = [
  { 'content-security-policy': "default-src 'none'" },
  { 'content-security-policy': 'sandbox' },
  { 'content-security-policy': "sandbox allow-scripts; style-src 'none'" },
  { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
  { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' },
  { 'x-frame-options': 'DENY', refresh: '1;url=/next' },
  { 'permissions-policy': 'geolocation=(), sync-xhr=()', 'clear-site-data': '"cache", "storage"' },
];
const KINDS = [
  [
    'application/xhtml+xml',
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>币</title></head><body><form><input name="body"/></form>充币提币</body></html>',
  ],
  [
    'image/svg+xml',
    '<svg xmlns="http://www.w3.org/2000/svg"><title>币币交易</title><text>充币</text><foreignObject><body xmlns="http://www.w3.org/1999/xhtml">立即注册</body></foreignObject></svg>',
  ],
  ['text/plain', '立即注册 币币交易 充币 提币'],
  ['application/json', '{"__proto__":{"x":1},"币":"币"}'],
  ['text/xml', '<?xml version="1.0"?><a xmlns="urn:x"><title>币币交易</title></a>'],
  ['text/html', ''],
] as const;

/** The tricks, each made anew from random numbers. */
export const TRICKS: Record<string, Trick> = {
  clobbering: (random) => {
    const names = some(random, CLOBBERED, 12);
    const forms = names.map(
      (name) => `<form name="${name}" id="${name}"><input name="${one(random, names)}"></form>`,
    );
    const images = names.map(
      (name) => `<img name="${name}" id="${name}"><a id="${name}" name="${name}"></a>`,
    );
    return trap('', forms.join('') + images.join(''));
  },
  prototypes: (random) => {
    const tricks = some(random, PROTOTYPES, 4).map((text) =>
      text.replaceAll('NAME', JSON.stringify(one(random, CLOBBERED.slice(0, 20)))),
    );
    return trap(tricks.map((text) => `try { ${text} } catch {}`).join('\n'));
  },
  'huge title': (random) => {
    const length = 10 ** (4 + random.below(3));
    return trap(
      `document.title = ${JSON.stringify(one(random, ['币', '<b>', 'a\\u0301', '\u{1f4b0}']))}.repeat(${length});`,
    );
  },
  'deep nesting': (random) =>
    trap('', one(random, ['<div>', '<b><i>', '<table><tr><td>', '<svg><g>']).repeat(3_000)),
  'nesting by script': (random) =>
    trap(
      `addEventListener('load', () => { let at = document.body; for (let i = 0; i < ${5_000 + random.below(10_000)}; i++) at = at.appendChild(document.createElement('${one(random, ['div', 'span', 'form'])}')); });`,
    ),
  'many nodes': (random) =>
    trap(
      `addEventListener('load', () => { const part = document.createElement('p'); for (let i = 0; i < 1000; i++) part.append(document.createElement('${one(random, ['i', 'a', 'input', 'select'])}')); for (let i = 0; i < ${20 + random.below(60)}; i++) document.body.append(part.cloneNode(true)); });`,
    ),
  'endless change': (random) =>
    trap(
      `setInterval(() => { const p = document.createElement('p'); p.textContent = '充币' + Math.random(); document.body?.prepend(p); if (document.body?.children.length > 300) document.body.lastChild.remove(); ${one(random, ['', "document.title = '币' + Math.random();", "history.replaceState(0, '', '?' + Math.random());"])} }, ${1 + random.below(20)});`,
    ),
  'bad text': (random) => {
    const text = some(random, BAD_TEXT, 6).join('');
    return trap(
      `const text = '${text.replaceAll("'", "\\'")}'; document.title = text; addEventListener('load', () => { document.body.prepend(text); document.body.setAttribute('lang', text.slice(0, 3)); for (const a of document.links) a.textContent = text; });`,
    );
  },
  'bad bytes': (random) => {
    const bytes = Buffer.from(`<!doctype html><html lang="zh"><title>币海交易所</title>${CHINESE_TEXT}`);
    for (let i = 0; i < 200; i++) bytes[random.below(bytes.length)] = random.below(256);
    const charset = one(random, ['utf-8', 'gb18030', 'big5', 'utf-16le', 'x-user-defined', 'nonsense']);
    return { status: 200, headers: { 'content-type': `text/html; charset=${charset}` }, body: bytes };
  },
  frames: (random) => trap('', some(random, FRAMES, 6).join('')),
  policies: (random) => trap('', one(random, FRAMES), one(random, POLICIES)),
  'other documents': (random) => {
    const [type, body] = one(random, KINDS);
    return {
      status: one(random, [200, 200, 404, 500]),
      headers: { 'content-type': `${type}; charset=utf-8` },
      body,
    };
  },
  'document.open': (random) =>
    trap(
      `let left = ${3 + random.below(10)}; const again = () => { if (left-- > 0) { document.open(); document.write('<title>币' + left + '</title><p>充币提币</p>'); ${one(random, ['document.close();', ''])} setTimeout(again, 30); } }; addEventListener('load', again);`,
    ),
  'root replaced': (random) =>
    trap(
      `addEventListener('load', () => { ${one(random, ['document.documentElement.remove();', 'document.replaceChild(document.createElement("svg"), document.documentElement);', 'document.body.remove();', 'document.head.remove(); document.documentElement.prepend(document.createComment("x"));', 'while (document.firstChild) document.firstChild.remove();'])} });`,
    ),
  'history flood': (random) =>
    trap(
      `let i = 0; const flood = setInterval(() => { try { history.${one(random, ['pushState', 'replaceState'])}({ x: 'y'.repeat(1000) }, '', '/' + i + '#' + i); } catch {} location.hash = i; if (++i > ${40 + random.below(60)}) clearInterval(flood); }, 5);`,
    ),
  'refresh loop': (random) =>
    trap('', `<meta http-equiv="refresh" content="${random.below(2)};url=?${random.below(1000)}">`),
  'redirect loop': () => ({ status: 302, headers: { location: '?' } }),
  'slow and broken': (random) => ({
    ...trap(''),
    ...one(random, [{ delay: 300 }, { hangUp: true as const }, { status: 204 }]),
  }),
  workers: () =>
    trap(
      `navigator.serviceWorker?.register('/frame').catch(() => {}); new Worker(URL.createObjectURL(new Blob(['setInterval(() => postMessage(1), 1)']))).onmessage = () => {}; const channel = new BroadcastChannel('ensign'); setInterval(() => channel.postMessage({ kind: 'deleteHistory', payload: {} }), 5);`,
    ),
  'messages to the window': () =>
    trap(
      `setInterval(() => { for (const kind of ['assessPage', 'card', 'setSetting', 'deleteHistory']) { postMessage({ kind, payload: {} }, '*'); dispatchEvent(new CustomEvent(kind, { detail: {} })); } }, 5);`,
    ),
  'false events': () =>
    trap(
      `setInterval(() => { for (const type of ['pointerdown', 'keydown', 'pageshow', 'pagehide', 'popstate', 'hashchange', 'click']) { dispatchEvent(new Event(type)); document.dispatchEvent(new Event(type, { bubbles: true })); } }, 10);`,
    ),
  'shadow and templates': (random) =>
    trap(
      `addEventListener('load', () => { let at = document.body; for (let i = 0; i < ${50 + random.below(300)}; i++) { const host = document.createElement('div'); at.append(host); at = host.attachShadow({ mode: '${one(random, ['open', 'closed'])}' }); at.append('充币'); } });`,
      '<template>'.repeat(50),
    ),
  'custom elements': () =>
    trap(
      `customElements.define('x-trap', class extends HTMLElement { connectedCallback() { throw new Error('trap'); } get shadowRoot() { throw new Error('shadow'); } getAttribute() { throw new Error('attribute'); } get localName() { return { toString() { throw new Error('name'); } }; } }); addEventListener('load', () => { for (let i = 0; i < 50; i++) document.body.append(document.createElement('x-trap')); });`,
      '<x-trap></x-trap><a is="x-trap" href="https://okx.com">x</a>',
    ),
  'removes what is put in': () =>
    trap(
      `new MutationObserver((records) => { for (const record of records) for (const node of record.addedNodes) if (node.parentNode === document.documentElement && node !== document.body) node.remove(); }).observe(document, { childList: true, subtree: true });`,
    ),
  'long values': (random) =>
    trap(
      '',
      `<a href="https://okx.com/${'x'.repeat(1e5)}">${'币'.repeat(1e5)}</a><input placeholder="${'币'.repeat(10 ** (4 + random.below(2)))}"><meta name="description" content="${'充'.repeat(1e5)}">`,
    ),
};

/** The same seed gives the same pages; every trick comes up by turns. */
export function hostilePages(seed: number, count: number): HostilePage[] {
  const random = new Random(seed);
  const names = Object.keys(TRICKS);
  return Array.from({ length: count }, (_, index) => {
    const name = names[index % names.length]!;
    return { name: `${index} ${name}`, answer: TRICKS[name]!(random) };
  });
}
