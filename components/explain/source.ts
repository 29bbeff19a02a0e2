import { type Insert, phrase } from '../i18n/phrase.ts';

/** Longest source name in a sentence; the details give the whole. */
const LONGEST = 64;

/**
 * The sources of a fact, as the record strings them together.
 * 'a/b@c975ccef data/okx; npm ccxt okx' => both; 'a file (x; y)' => that one.
 */
export function sourcesOf(source: string): string[] {
  const sources: string[] = [];
  for (const piece of source.split('; ')) {
    const last = sources.at(-1);
    if (last !== undefined && isOpen(last)) sources[sources.length - 1] = `${last}; ${piece}`;
    else sources.push(piece);
  }
  return sources.filter((one) => one !== '');
}

/** Whether a bracket of a text is not closed. */
function isOpen(text: string): boolean {
  return text.split('(').length > text.split(')').length;
}

/** Sources of a kind that has no name of its own, told in the reader's language. */
const PUBLIC_FILE = /^public repository file\b/;

/** The first source, to be put into a sentence. */
export function shortSource(source: string): Insert {
  return PUBLIC_FILE.test(source) ? phrase('source_public_file') : { quote: sourceInShort(source) };
}

/**
 * The first source, short enough for a sentence: without commit, path and remark.
 * It begins a sentence: 'public repository file (x)' => 'A public repository file'.
 * 'v2fly/domain-list-community@c975ccef data/okx' => 'v2fly/domain-list-community'.
 */
function sourceInShort(source: string): string {
  const first = sourcesOf(source)[0] ?? source;
  const name = /^([\w.-]+\/[\w.-]+)@/.exec(first)?.[1] ?? first.replace(/ \(.*$/s, '');
  const named = name.replace(/^public /, 'A public ');
  return named.length > LONGEST ? `${named.slice(0, LONGEST - 1).trimEnd()}…` : named;
}
