/** One drawing of some lines over the same axis. */
export interface Panel {
  title: string;
  /** Words under the axis: what its numbers count. */
  across: string;
  lines: { name: string; points: { x: number; y: number }[] }[];
}

const WIDTH = 860;
const HEIGHT = 200;
const LEFT = 90;
const RIGHT = 150;
const TOP = 34;
const BOTTOM = 40;
/** Colours that people with colour blindness tell apart (Okabe and Ito, 2008). */
export const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'];

/** Panels one under the other as an SVG drawing, each from zero to its greatest value. */
export function drawPanels(panels: Panel[]): string {
  const height = panels.length * HEIGHT;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    ...panels.map((panel, at) => `<g transform="translate(0 ${at * HEIGHT})">${drawPanel(panel)}</g>`),
    '</svg>\n',
  ].join('\n');
}

function drawPanel({ title, across, lines }: Panel): string {
  const all = lines.flatMap(({ points }) => points);
  const right = Math.max(1, ...all.map(({ x }) => x));
  const top = Math.max(...all.map(({ y }) => y), 0) || 1;
  const x = (value: number) => LEFT + (value / right) * (WIDTH - LEFT - RIGHT);
  const y = (value: number) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM);
  const label = (left: number, down: number, anchor: string, words: string, colour = '#222') =>
    `<text x="${left}" y="${down}" text-anchor="${anchor}" fill="${colour}">${escaped(words)}</text>`;
  return [
    label(LEFT, 20, 'start', title),
    label(LEFT - 8, TOP + 4, 'end', round(top)),
    label(LEFT - 8, HEIGHT - BOTTOM + 4, 'end', '0'),
    label(LEFT, HEIGHT - BOTTOM + 18, 'start', '0'),
    label(WIDTH - RIGHT, HEIGHT - BOTTOM + 18, 'end', `${round(right)} ${across}`),
    `<path d="M${LEFT} ${TOP}V${HEIGHT - BOTTOM}H${WIDTH - RIGHT}" fill="none" stroke="#222"/>`,
    ...lines.map(({ name, points }, at) => {
      const colour = COLOURS[at % COLOURS.length]!;
      const path = points.map((one) => `${x(one.x).toFixed(1)},${y(one.y).toFixed(1)}`).join(' ');
      return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="1.5"/>${label(
        WIDTH - RIGHT + 10,
        TOP + 4 + at * 18,
        'start',
        name,
        colour,
      )}`;
    }),
  ].join('\n');
}

function round(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}

export function escaped(words: string): string {
  return words.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
