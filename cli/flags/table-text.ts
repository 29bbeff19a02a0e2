import { stripVTControlCharacters } from 'node:util';

const MAX_CELL = 48;

/** Rows as a table of text; what a terminal would act on is taken out. */
export function tableText(rows: Record<string, unknown>[]): string {
  const [first] = rows;
  if (!first) return '(nothing)\n';
  const names = Object.keys(first);
  const cells = [names, ...rows.map((row) => names.map((name) => cell(row[name])))];
  const widths = names.map((_, i) => Math.max(...cells.map((line) => line[i]!.length)));
  return cells
    .map(
      (line) =>
        `${line
          .map((text, i) => text.padEnd(widths[i]!))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function cell(value: unknown): string {
  return value === null || value === undefined ? '-' : printable(String(flat(value)), MAX_CELL);
}

/** A value for one cell: what holds fields is JSON. {a: 1} => '{"a":1}'; ['x', 'y'] stays. */
export function flat(value: unknown): unknown {
  const holdsFields = (one: unknown): boolean =>
    Array.isArray(one) ? one.some(holdsFields) : typeof one === 'object' && one !== null;
  return holdsFields(value) ? JSON.stringify(value) : value;
}

/** One line of at most so many characters, without what a terminal or a reader's eye would stumble over. */
export function printable(words: string, most: number): string {
  const text = stripVTControlCharacters(words).replace(/[\p{Cc}\p{Cf}]/gu, ' ');
  return text.length > most ? `${text.slice(0, most - 1).toWellFormed()}…` : text;
}
