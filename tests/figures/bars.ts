import { COLOURS, escaped } from './panels.ts';

/** One value with its interval, in a group of values that are compared. */
export interface Bar {
  group: string;
  name: string;
  value: number;
  low: number;
  high: number;
}

const WIDTH = 860;
const LEFT = 300;
const RIGHT = 60;
const ROW = 18;
const TOP = 64;

/** Ratios as points with their intervals, a row each, with a line at 1. */
export function drawBars(title: string, bars: Bar[]): string {
  const names = [...new Set(bars.map(({ name }) => name))];
  const [least, most] = [
    Math.min(0.9, ...bars.map(({ low }) => low)),
    Math.max(1.1, ...bars.map(({ high }) => high)),
  ];
  const x = (value: number) => LEFT + ((value - least) / (most - least)) * (WIDTH - LEFT - RIGHT);
  const height = TOP + bars.length * ROW + 20;
  const rows = bars.map(({ group, name, value, low, high }, at) => {
    const y = TOP + at * ROW;
    const colour = COLOURS[names.indexOf(name) % COLOURS.length]!;
    const first = bars.findIndex((bar) => bar.group === group) === at;
    return `${first ? `<text x="${LEFT - 12}" y="${y + 4}" text-anchor="end">${escaped(group)}</text>` : ''}
<path d="M${x(low).toFixed(1)} ${y}H${x(high).toFixed(1)}" stroke="${colour}" stroke-width="2"/>
<circle cx="${x(value).toFixed(1)}" cy="${y}" r="4" fill="${colour}"><title>${escaped(name)}: ${value.toFixed(3)}</title></circle>`;
  });
  const keys = names.map((name, at) => {
    const left = LEFT + at * 160;
    return `<circle cx="${left}" cy="36" r="4" fill="${COLOURS[at % COLOURS.length]}"/><text x="${left + 10}" y="40">${escaped(name)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    `<text x="12" y="20">${escaped(title)}</text>`,
    ...keys,
    ...ticks(least, most).map((tick) => tickAt(tick, x(tick), height)),
    ...rows,
    '</svg>\n',
  ].join('\n');
}

/** Fifths within the bounds, 1 among them. */
function ticks(least: number, most: number): number[] {
  const first = Math.ceil(least * 5);
  return Array.from({ length: Math.floor(most * 5) - first + 1 }, (_, at) => (first + at) / 5);
}

function tickAt(value: number, x: number, height: number): string {
  const line = value === 1 ? 'stroke="#888" stroke-dasharray="3 3"' : 'stroke="#ddd"';
  return `<path d="M${x.toFixed(1)} ${TOP - 12}V${height - 16}" ${line}/>
<text x="${x.toFixed(1)}" y="${height - 4}" text-anchor="middle">${value === 1 ? '1' : value.toFixed(1)}</text>`;
}
