import { type Phrase, phrase } from '../i18n/phrase.ts';
import { displayable } from './displayable.ts';
import { letterName } from './letter-names.ts';
import { scriptOf } from './script-of.ts';

/**
 * What a character is called: '0' digit zero, 'o' letter o, 'ö' accented letter o, 'ο' Greek small letter omicron,
 * '-' hyphen. Several characters are named by themselves.
 */
export function characterName(text: string): Phrase {
  if ([...text].length !== 1) return phrase('char_several', { text: { host: text } });
  if (text === '0') return phrase('char_zero');
  if (text === '-') return phrase('char_hyphen');
  if (text === '.') return phrase('char_dot');
  if (/^[0-9]$/.test(text)) return phrase('char_digit', { char: text });
  if (/^[a-z]$/i.test(text)) return phrase('char_letter', { char: text });
  return unusual(text);
}

/** '0' => 'U+0030'; '' for several characters. */
export function codeOf(text: string): string {
  if ([...text].length !== 1) return '';
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function unusual(text: string): Phrase {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
  if (/^[a-z]$/.test(plain)) return phrase('char_accented', { char: plain });
  const script = scriptOf(text);
  const name = letterName(text);
  if (script === null) return phrase('char_other', { char: displayable(text) });
  if (name === null) return phrase('char_of_script', { script: { script }, char: displayable(text) });
  return phrase('char_small_letter', { script: { script }, name });
}
