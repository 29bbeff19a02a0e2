/** Spreadsheets cut a cell off at 32,767 characters; Excel spreads the rest over the next rows. */
const MAX_CELL = 32_000;

const FORMULA = /^\s*[=+\-@＝＋－＠]/u;
const LEADING_CONTROL = /^[\t\r\n]/;
/** Control characters but tab, line feed and carriage return; bidi marks, embeddings, overrides and isolates (UAX #9). */
const INVISIBLE = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Text as a spreadsheet shows it without acting on it (OWASP, CSV injection):
 * '=1+1' => "'=1+1"; ' @SUM(A1)' => "' @SUM(A1)"; '\tx' => "'\tx"; 'a\u202Eb' => 'a\\u202Eb' spelled out.
 */
export function inertCell(text: string): string {
  const shown = text.replace(INVISIBLE, (mark) =>
    /[\t\r\n]/.test(mark) ? mark : `\\u${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  const cut = shown.length > MAX_CELL ? `${shown.slice(0, MAX_CELL).toWellFormed()}…` : shown;
  return FORMULA.test(cut) || LEADING_CONTROL.test(cut) ? `'${cut}` : cut;
}
