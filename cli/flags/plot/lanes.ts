import { printable } from '../table-text.ts';
import { drawing, hint, label, rounded, WIDTH } from './svg.ts';

const LANE = 18;
const TOP = 44;
/** Lanes begin here; their names stand before. */
const LEFT = 360;
/** A number stands behind its bar. */
const RIGHT = WIDTH - 64;
/** More are no longer read; the table has them all. */
const MOST = 25;
/** Characters of a name that fit before its lane. */
const NAME = 52;

/** Something counted, a bar each. */
export function barPlot(title: string, bars: { name: string; value: number }[]): string {
  const top = bars.reduce((greatest, { value }) => Math.max(greatest, value), 0) || 1;
  return lanes(title, bars, ({ name, value }, y) => {
    const width = (value / top) * (RIGHT - LEFT);
    return [
      `<rect x="${LEFT}" y="${y + 4}" width="${rounded(width)}" height="${LANE - 8}">${hint(`${name}: ${value}`)}</rect>`,
      label(LEFT + width + 4, y + 13, 'start', String(value)),
    ];
  });
}

/** Something that lasted, a line each from its first to its last day; one day alone is a dot. */
export function rangePlot(title: string, ranges: { name: string; from: string; to: string }[]): string {
  const first = ranges.reduce((least, { from }) => (least === '' || from < least ? from : least), '');
  const last = ranges.reduce((greatest, { to }) => (to > greatest ? to : greatest), '');
  const span = Date.parse(last) - Date.parse(first) || 1;
  const x = (day: string) => LEFT + ((Date.parse(day) - Date.parse(first)) / span) * (RIGHT - LEFT);
  const days = [label(LEFT, TOP - 4, 'start', first), label(RIGHT, TOP - 4, 'end', last)];
  const line = ({ name, from, to }: (typeof ranges)[number], y: number) => [
    `<path d="M${rounded(x(from))} ${y + 9}H${rounded(x(to))}" stroke="currentColor" stroke-width="6" stroke-linecap="round">${hint(`${name}: ${from} – ${to}`)}</path>`,
  ];
  return lanes(title, ranges, line, days);
}

function lanes<Row extends { name: string }>(
  title: string,
  rows: Row[],
  draw: (row: Row, y: number) => string[],
  axis: string[] = [],
): string {
  const shown = rows.slice(0, MOST);
  const heading = shown.length < rows.length ? `${title} (${shown.length} of ${rows.length})` : title;
  const parts = shown.flatMap((row, i) => {
    const y = TOP + i * LANE;
    return [label(LEFT - 8, y + 13, 'end', printable(row.name, NAME)), ...draw(row, y)];
  });
  return drawing(heading, TOP + shown.length * LANE + 8, [...axis, ...parts]);
}
