import { withoutInvisible } from './invisible.ts';
import { emptySignals, LIMITS, type PageSignals } from './page-signals.ts';
import { countScripts } from './script-counts.ts';

/** Letters taken of the end of a long text, as of a page (utils/page). */
const END = 1_000;

const LINK = /https?:\/\/[^\s"'<>)\]）】」，。]+/g;
const NAMED_LINK = /\[([^\]\n]{0,60})\]\((https?:\/\/[^\s)]+)\)/g;

const plain = (text: string) =>
  text
    .replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1')
    .replace(/<[^>\n]{1,400}>/g, ' ')
    .replace(/[*`_~]{1,3}/g, '');

/** `key: "值"`, `'key' => '值'`: a bundle's keys are code, its values are the page. */
const STRINGS = /(["'`])((?:\\.|(?!\1)[^\\\n])*)\1/g;
const isBundle = (text: string) => /^\s*(?:export default|module\.exports|const \w+ ?=|\{)/.test(text);

/**
 * A page's signals from its text alone (a saved text, Markdown, a bundle of strings): what `ensign scan pages`
 * reads of files that are no HTML. Headings and links are Markdown's.
 */
export function textSignals(source: string, title = ''): PageSignals {
  const text = withoutInvisible(source.slice(0, 4 * LIMITS.text));
  const signals = emptySignals();
  const front = /^\s*---\n([\s\S]*?)\n---\n/.exec(text);
  const body = front ? text.slice(front[0].length) : text;
  signals.title = (title || (/^title:\s*["']?(.*?)["']?\s*$/m.exec(front?.[1] ?? '')?.[1] ?? '')).slice(
    0,
    LIMITS.title,
  );
  signals.description = (
    /^(?:description|summary|excerpt):\s*["']?(.*?)["']?\s*$/m.exec(front?.[1] ?? '')?.[1] ?? ''
  ).slice(0, LIMITS.description);
  for (const match of body.matchAll(/^(#{1,3})\s+(.+)$/gm)) {
    if (signals.headings.length < LIMITS.headings)
      signals.headings.push(
        plain(match[2] ?? '')
          .trim()
          .slice(0, LIMITS.heading),
      );
  }
  const urls = new Map<string, string>();
  for (const [, words = '', url = ''] of body.matchAll(NAMED_LINK)) urls.set(url, plain(words));
  for (const [url] of body.matchAll(LINK)) if (!urls.has(url)) urls.set(url, '');
  for (const [url, words] of urls) {
    if (signals.links.length < LIMITS.links) {
      signals.links.push({ url: url.slice(0, LIMITS.url), text: words.slice(0, LIMITS.linkText) });
    }
  }
  signals.codeBlocks = Math.floor((body.match(/^```/gm)?.length ?? 0) / 2);
  const read = isBundle(body)
    ? Array.from(body.matchAll(STRINGS), (match) => match[2] ?? '')
        .filter((value) => /[^\x20-\x7e]/.test(value) || /\b[A-Z]{3,5}\b/.test(value))
        .join('\n')
    : plain(body);
  const beginning = LIMITS.text - END;
  signals.text = read.length > LIMITS.text ? `${read.slice(0, beginning - 1)}\n${read.slice(-END)}` : read;
  signals.truncated = read.length > LIMITS.text;
  countScripts(signals.text, signals.scripts);
  countScripts(signals.title, signals.scripts);
  return signals;
}
