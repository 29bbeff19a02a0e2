import type { LookalikeMatch, Mark } from '../../utils/lookalike/match.ts';
import { keyed } from '../i18n/keyed.ts';
import { type Phrase, phrase } from '../i18n/phrase.ts';
import { characterName, codeOf } from './character-name.ts';

/** More differences than this are told by technique: nobody reads six. */
const TOLD = 3;

/** One difference in words: 'digit zero in place of letter o', 'adds -cn', 'x and k exchanged'. */
export function difference(mark: Mark, host: string): Phrase {
  const found = host.slice(mark.start, mark.end);
  if (mark.kind === 'inserted') return phrase('diff_inserted', { found: { host: found } });
  if (mark.kind === 'missing') return phrase('diff_missing', { expected: { host: mark.expected } });
  if (found.length === 2 && found === [...mark.expected].reverse().join(''))
    return phrase('diff_swapped', { first: { host: found[0] ?? '' }, second: { host: found[1] ?? '' } });
  return phrase('diff_replaced', {
    found: named(found),
    expected: named(mark.expected),
  });
}

/** A character that looks like another is told by its code point too; what any keyboard has is not. */
function named(text: string): Phrase {
  const code = codeOf(text);
  if (code === '' || /^[\x20-\x7e]$/.test(text)) return characterName(text);
  return phrase('char_coded', { code, name: characterName(text) });
}

/** All that differs, as a list to put into a sentence; by technique where there are no marks or too many. */
export function differences(match: LookalikeMatch, host: string): Phrase[] {
  if (match.marks.length === 0 || match.marks.length > TOLD) return match.techniques.map(techniqueName);
  return match.marks.map((mark) => difference(mark, host));
}

export function techniqueName(technique: LookalikeMatch['techniques'][number]): Phrase {
  return phrase(keyed('technique', technique));
}
