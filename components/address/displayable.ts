/** Longer texts are cut: no host, title or piece of evidence needs more on screen. */
const LONGEST = 300;

/**
 * Control, format and bidi characters, line separators and lone surrogates: what could reorder, hide or break
 * the text around it. Unicode general categories Cc, Cf, Cs, Co, Zl, Zp, and the blank Hangul fillers.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu;

/**
 * Text of a page or list as it may be shown: what cannot be seen is written as its code point.
 * 'a\u202eb' => 'a[U+202E]b'; 'a\nb' => 'a b'; 100 kB => the first 300 characters and an ellipsis.
 */
export function displayable(text: string, longest: number = LONGEST): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return cut.replace(/[\t\n\r]+/g, ' ').replace(UNSEEN, codePoint);
}

/** 'ο' => 'U+03BF'. */
export function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}
