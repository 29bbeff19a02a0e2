import { printable } from '../table-text.ts';

export const WIDTH = 800;
export const MARGIN = 40;
const LONGEST = 200;

/** A drawing of `height`, its title at the top; parts are SVG elements, black on nothing. */
export function drawing(title: string, height: number, parts: string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12">`,
    label(MARGIN, 20, 'start', title),
    ...parts,
    '</svg>\n',
  ].join('\n');
}

/** Words at a place, `anchor` saying which end of them stands there. */
export function label(x: number, y: number, anchor: 'start' | 'end', words: string): string {
  return `<text x="${rounded(x)}" y="${y}" text-anchor="${anchor}">${text(words)}</text>`;
}

/** What a pointer resting on an element reads. */
export function hint(words: string): string {
  return `<title>${text(words)}</title>`;
}

export function rounded(place: number): string {
  return String(Math.round(place * 10) / 10);
}

/** Safe within an element, whatever was exported: markup is escaped, what XML forbids is taken out. */
function text(words: string): string {
  return printable(words.toWellFormed(), LONGEST)
    .replace(/\p{Noncharacter_Code_Point}/gu, ' ')
    .replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
