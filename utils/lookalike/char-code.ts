/**
 * Characters as small integers. 1–26 a–z, 27–36 0–9, 37 a letter of a script that imitates nothing Latin (Han, kana …),
 * 38 underscore, 0 a foreign character that may stand for any Latin one.
 */
export const WILDCARD = 0;
export const DIGIT_0 = 27;
export const OTHER_SCRIPT = 37;
export const UNDERSCORE = 38;
export const CODES = 39;

/** The code of an ASCII character unit; -1 for a hyphen, a dot or anything else. */
export function codeOf(unit: number): number {
  if (unit >= 97 && unit <= 122) return unit - 96;
  if (unit >= 48 && unit <= 57) return unit - 48 + DIGIT_0;
  if (unit === 95) return UNDERSCORE;
  return -1;
}

/** The character of a code, for messages and marks. */
export function charOf(code: number): string {
  if (code >= 1 && code <= 26) return String.fromCharCode(96 + code);
  if (code >= DIGIT_0 && code < OTHER_SCRIPT) return String.fromCharCode(48 + code - DIGIT_0);
  return code === UNDERSCORE ? '_' : '?';
}

/** Codes of an ASCII name; characters without a code are left out. */
export function codesOf(name: string): number[] {
  const codes: number[] = [];
  for (let i = 0; i < name.length; i++) {
    const code = codeOf(name.charCodeAt(i));
    if (code >= 0) codes.push(code);
  }
  return codes;
}

export const isDigit = (code: number): boolean => code >= DIGIT_0 && code < OTHER_SCRIPT;

/**
 * Which characters look alike at a glance: the class is the code of its commonest member.
 * i l j 1 · o 0 · and the digits that stand for letters: 3 e, 4 a, 5 s, 7 t, 8 b, 9 g.
 */
export const VISUAL_CLASS: Uint8Array = (() => {
  const classes = Uint8Array.from({ length: CODES }, (_, code) => code);
  for (const group of ['ilj1', 'o0', 'e3', 'a4', 's5', 't7', 'b8', 'g9']) {
    const [first, ...rest] = codesOf(group);
    for (const code of rest) classes[code] = first!;
  }
  return classes;
})();
