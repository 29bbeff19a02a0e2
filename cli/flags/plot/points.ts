import { drawing, hint, label, MARGIN, rounded, WIDTH } from './svg.ts';

const HEIGHT = 240;

/** A number a day, with the first and last day and the greatest value; days without one are gaps. */
export function pointPlot(title: string, points: { day: string; value: number }[]): string {
  const known = points.filter(({ value }) => Number.isFinite(value));
  const days = points.map(({ day }) => day).sort();
  const [from, to] = [days[0] ?? '', days.at(-1) ?? ''];
  const span = Date.parse(to) - Date.parse(from) || 1;
  const top = known.reduce((greatest, { value }) => Math.max(greatest, value), 0) || 1;
  const x = (day: string) => MARGIN + ((Date.parse(day) - Date.parse(from)) / span) * (WIDTH - 2 * MARGIN);
  const y = (value: number) => HEIGHT - MARGIN - (value / top) * (HEIGHT - 2 * MARGIN);
  const marks = known.map(
    ({ day, value }) =>
      `<circle cx="${rounded(x(day))}" cy="${rounded(y(value))}" r="2">${hint(`${day}: ${value}`)}</circle>`,
  );
  return drawing(title, HEIGHT, [
    label(MARGIN - 4, MARGIN + 4, 'end', String(top)),
    label(MARGIN, HEIGHT - 16, 'start', from),
    label(WIDTH - MARGIN, HEIGHT - 16, 'end', to),
    `<path d="M${MARGIN} ${MARGIN}V${HEIGHT - MARGIN}H${WIDTH - MARGIN}" fill="none" stroke="currentColor"/>`,
    ...marks,
  ]);
}
