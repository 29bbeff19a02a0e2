import type { Host } from '../domain/host.ts';
import { codeOf, isDigit } from './char-code.ts';
import { suffixStart } from './host-labels.ts';
import type { IndexedName } from './indexed-name.ts';
import type { LabelText } from './label-text.ts';

/** 'okx' then 'com', after a dot, a hyphen or nothing, and then no further letter. */
export function ownSuffixFollows(label: LabelText, host: Host, name: IndexedName, to: number): boolean {
  for (const suffix of name.suffixes) {
    if (followsInLabel(label, suffix, to) || followsInNextLabel(label, host, suffix, to)) return true;
  }
  return false;
}

function followsInLabel(label: LabelText, suffix: string, to: number): boolean {
  let at = to;
  for (let i = 0; i < suffix.length; i++) {
    if (suffix[i] === '.') continue;
    if (at >= label.length || label.codes[at] !== codeOf(suffix.charCodeAt(i))) return false;
    at++;
  }
  return label.bounds[at] === 1 || (isDigit(label.codes[at]!) && label.bounds[to] === 1);
}

function followsInNextLabel(label: LabelText, host: Host, suffix: string, to: number): boolean {
  const text = host.unicode;
  if (to !== label.length || !text.startsWith(suffix, label.end + 1)) return false;
  const next = label.end + 1 + suffix.length;
  if (next >= text.length) return false;
  const code = codeOf(text.charCodeAt(next));
  // 'kraken' + '.com' must not be the host's own suffix: bittrex.com.se is a swapped suffix.
  return label.end + 1 < suffixStart(text, host.suffix!) && (code < 0 || isDigit(code));
}
