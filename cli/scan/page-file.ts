import { readFile } from 'node:fs/promises';
import { Window } from 'happy-dom';
import type { PageSignals } from '../../utils/landing/page-signals.ts';
import { textSignals } from '../../utils/landing/text-signals.ts';
import { readAtOnce } from '../../utils/page/read.ts';
import { decodePage, PageFileError } from './decode-page.ts';

/** Server-side tags and template marks of stored sources: a browser never sees them. Words inside marks stay. */
function withoutTemplateMarks(html: string): string {
  return html
    .replace(/<\?(?:php|=)?[\s\S]*?(?:\?>|$)/gi, ' ')
    .replace(/<%[\s\S]*?%>/g, ' ')
    .replace(/\{\{--[\s\S]*?--\}\}/g, ' ')
    .replace(/\{:?\w*\(['"]([^'"{}]*)['"]\)\}/g, '$1')
    .replace(/\{\{?\s*[$@\w.|:()[\]'"=,\s-]*\}\}?/g, ' ');
}

/** Names of files that servers send as HTML or XHTML. */
const PAGE = /\.(?:x?html?|xht)$/i;
const NO_ADDRESS = 'about:blank';

/**
 * Signals of a stored file: `.html`, `.htm`, `.xhtml` and `.xht` are parsed as pages, anything else taken as a page's text.
 * @throws PageFileError
 */
export async function pageFileSignals(
  file: string,
  given: { url?: string; title?: string },
): Promise<PageSignals> {
  const source = decodePage(await readPage(file));
  if (!PAGE.test(file)) return textSignals(source, given.title);
  const window = new Window({
    url: given.url ?? NO_ADDRESS,
    settings: {
      disableJavaScriptEvaluation: true,
      disableJavaScriptFileLoading: true,
      disableCSSFileLoading: true,
      disableIframePageLoading: true,
    } as never,
  });
  try {
    const parsed = new window.DOMParser().parseFromString(withoutTemplateMarks(source), 'text/html');
    const signals = readAtOnce(parsed as unknown as Document, given.url ?? NO_ADDRESS);
    return signals.title === '' && given.title ? { ...signals, title: given.title.slice(0, 256) } : signals;
  } finally {
    await window.happyDOM.close();
  }
}

async function readPage(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new PageFileError((cause as Error).message, { cause });
  }
}
