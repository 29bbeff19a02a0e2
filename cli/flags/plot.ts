const WIDTH = 800;
const HEIGHT = 240;
const MARGIN = 40;

/** A number a day as an SVG drawing, with its first and last day and its greatest value; days without one are gaps. */
export function linePlot(title: string, points: { day: string; value: number }[]): string {
  const known = points.filter(({ value }) => Number.isFinite(value));
  const days = points.map(({ day }) => Date.parse(day));
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const top = Math.max(...known.map(({ value }) => value), 0) || 1;
  const x = (day: string) => MARGIN + ((Date.parse(day) - from) / (to - from || 1)) * (WIDTH - 2 * MARGIN);
  const y = (value: number) => HEIGHT - MARGIN - (value / top) * (HEIGHT - 2 * MARGIN);
  const marks = known.map(
    ({ day, value }) =>
      `<circle cx="${x(day).toFixed(1)}" cy="${y(value).toFixed(1)}" r="2"><title>${text(day)}: ${value}</title></circle>`,
  );
  const label = (at: number, height: number, anchor: string, words: string) =>
    `<text x="${at}" y="${height}" text-anchor="${anchor}">${text(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    label(MARGIN, 20, 'start', title),
    label(MARGIN - 4, MARGIN + 4, 'end', String(top)),
    label(MARGIN, HEIGHT - 16, 'start', points[0]?.day ?? ''),
    label(WIDTH - MARGIN, HEIGHT - 16, 'end', points.at(-1)?.day ?? ''),
    `<path d="M${MARGIN} ${MARGIN}V${HEIGHT - MARGIN}H${WIDTH - MARGIN}" fill="none" stroke="currentColor"/>`,
    ...marks,
    '</svg>\n',
  ].join('\n');
}

function text(words: string): string {
  return words.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
