import type { LineageEdge } from '../../../utils/exchange/record.ts';
import type { Story, StoryName } from './story.ts';

/** Sizes in pixels, as on the history page (components/lineage/time-scale.ts). */
const LABEL = 210;
const YEAR = 44;
const LANE = 34;
const TOP = 40;
const RIGHT = 24;
const ARROW_GAP = 9;
/** From an arrow's beginning to the middle of its number. */
const BADGE = 13;

const STYLE = `
  text { font: 13px ui-monospace, 'DejaVu Sans Mono', monospace; fill: #13202c }
  .head { font: 600 15px system-ui, sans-serif }
  .note { font: 11px system-ui, sans-serif; fill: #5b6976 }
  .ground { fill: #ffffff } .rule { stroke: #d6dde2 } .lane { fill: none }
  .primary { stroke: #13202c; stroke-width: 5 } .former { stroke: #76848f; stroke-width: 5 }
  .other { stroke: #13202c; stroke-width: 2 } .open { stroke: #76848f; stroke-width: 2; stroke-dasharray: 3 3 }
  .vague { stroke-dasharray: 2 3 } .claimed { stroke: #76848f; stroke-width: 1.25 } .stop { stroke: #76848f; stroke-width: 1.5 }
  .arrow { stroke: #1b4b9c; stroke-width: 1.5; fill: none } .thin { stroke-dasharray: 4 3 } .tip { fill: #1b4b9c }
  .badge { fill: #ffffff; stroke: #1b4b9c } .number { font: 10px system-ui, sans-serif; fill: #1b4b9c; text-anchor: middle }
  @media (prefers-color-scheme: dark) {
    text { fill: #e9eef2 } .note { fill: #93a1ae } .ground, .badge { fill: #121a22 } .rule { stroke: #2a3641 }
    .primary, .other { stroke: #e9eef2 } .arrow, .badge { stroke: #92b8f6 } .tip, .number { fill: #92b8f6 }
  }`;

/**
 * A lineage as a drawing that stands alone: a lane a name by year, an arrow an edge, dashed where only claimed or
 * inferred, its number in the list below. Names that no edge touches are counted. Edges without a year stand left of all years.
 * @param thisYear where the drawing ends.
 */
export function drawSvg(story: Story, thisYear: number): string {
  const { edges } = story;
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const names = story.names.filter(
    ({ name, row, others }) =>
      linked.has(name) || others.length > 0 || (row?.role === 'primary' && !row.confidence),
  );
  const further = story.names.length - names.length;
  const years = yearsOf({ ...story, names }, thisYear);
  const x = (year: number) => LABEL + YEAR + (year - years.first) * YEAR;
  const lane = new Map(names.map((one, index) => [one.name, TOP + index * LANE + LANE / 2]));
  const bottom = TOP + names.length * LANE;
  const legend = [
    ...edges.map((edge, index) => `${index + 1}  ${edgeText(edge)}`),
    ...(further > 0 ? [`and ${further} recorded ${further === 1 ? 'name' : 'names'} without an edge`] : []),
  ];
  const width = Math.max(
    x(years.last + 1) + RIGHT,
    24 + 7.9 * Math.max(0, ...legend.map((line) => line.length)),
  );
  const height = bottom + 24 + legend.length * 18 + 8;
  const ruled = Array.from({ length: years.last - years.first + 1 }, (_, n) => years.first + n);
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${Math.ceil(width)} ${height}" width="${Math.ceil(width)}" height="${height}" role="img">`,
    `<title>${escaped(story.name)}: lineage</title>`,
    `<style>${STYLE}\n</style>`,
    `<rect class="ground" width="100%" height="100%"/>`,
    `<text class="head" x="12" y="24">${escaped(story.name)}</text>`,
    ...ruled.map(
      (year) =>
        `<path class="rule" d="M${x(year)} 32V${bottom}"/><text class="note" x="${x(year) + 3}" y="${28}">${year}</text>`,
    ),
    ...names.map((one) => laneSvg(one, lane.get(one.name) ?? 0, x, years.last + 1)),
    ...edges.map((edge, index) => arrowSvg(edge, index, edges, lane, x)),
    ...legend.map(
      (line, index) => `<text class="note" x="12" y="${bottom + 30 + index * 18}">${escaped(line)}</text>`,
    ),
    '</svg>',
  ].join('\n')}\n`;
}

function yearsOf({ names, edges }: Story, thisYear: number): { first: number; last: number } {
  const dates = names.flatMap(({ row }) => [row?.from, row?.until, row?.last_seen_live]);
  const years = [
    ...dates.map((date) => Number(date?.slice(0, 4))),
    ...edges.map(({ year }) => year ?? Number.NaN),
  ];
  const first = Math.min(thisYear - 3, ...years.filter((year) => year > 1990));
  return { first, last: thisYear };
}

function laneSvg(
  { name, row, others }: StoryName,
  y: number,
  x: (year: number) => number,
  end: number,
): string {
  const style =
    row === null
      ? 'open'
      : row.confidence
        ? 'claimed'
        : row.role === 'primary' || row.role === 'former'
          ? row.role
          : 'other';
  const label = `<text x="12" y="${y - 1}">${escaped(name)}</text><text class="note" x="12" y="${y + 12}">${escaped(role(row, others))}</text>`;
  const from = row?.from ? yearOf(row.from) : null;
  const until = row?.until ? yearOf(row.until) : row?.last_seen_live ? yearOf(row.last_seen_live) : null;
  if (row === null || (from === null && until === null)) {
    return `${label}<path class="lane open" d="M${LABEL} ${y}H${x(end)}"/>`;
  }
  const start = x(from ?? (until ?? end) - 0.5);
  const stop = Math.max(start + 4, x(until ?? end));
  // A former name without an end, or a name without a start: in use for some of this time.
  const vague = from === null || (row.role === 'former' && until === null);
  const line =
    style === 'claimed'
      ? `<path class="lane claimed" d="M${start} ${y - 2.5}H${stop}V${y + 2.5}H${start}z"/>`
      : `<path class="lane ${style}${vague ? ' vague' : ''}" d="M${start} ${y}H${stop}"/>`;
  const mark = row.until ? `<path class="stop" d="M${stop} ${y - 6}v12"/>` : '';
  return label + line + mark;
}

function arrowSvg(
  edge: LineageEdge,
  index: number,
  edges: readonly LineageEdge[],
  lane: ReadonlyMap<string, number>,
  x: (year: number) => number,
): string {
  const [from, to] = [lane.get(edge.from) ?? 0, lane.get(edge.to) ?? 0];
  // Edges of one year stand side by side; those without a year in the column before all years.
  const beside = edges.slice(0, index).filter((one) => one.year === edge.year).length;
  const column = edge.year === undefined ? LABEL + 8 : x(edge.year) + 8;
  const at = column + (beside % 4) * ARROW_GAP;
  const down = to >= from ? 1 : -1;
  const sure = edge.confidence === undefined && (edge.kind === 'renaming' || edge.kind === 'successor');
  const middle = from + BADGE * down;
  return [
    `<path class="arrow${sure ? '' : ' thin'}" d="M${at} ${from + 4 * down}V${to - 9 * down}"/>`,
    `<path class="tip" d="M${at} ${to - 3 * down}l-4 ${-7 * down}h8z"/>`,
    `<circle class="badge" cx="${at}" cy="${middle}" r="7"/><text class="number" x="${at}" y="${middle + 3.5}">${index + 1}</text>`,
  ].join('');
}

function role(row: StoryName['row'], others: string[]): string {
  if (row === null) return others.length > 0 ? `of ${others.join(', ')}` : 'in no record';
  const parts = [
    row.role,
    row.confidence,
    row.domain_status?.state,
    others.length > 0 ? `also ${others.join(', ')}` : '',
  ];
  return parts.filter(Boolean).join(', ');
}

/** 'okex.com → okx.com, renaming, 2022' */
export function edgeText({ from, to, kind, year, confidence }: LineageEdge): string {
  return [`${from} → ${to}`, kind, year ?? 'year not recorded', ...(confidence ? [confidence] : [])].join(
    ', ',
  );
}

/** '2017-07' => 2017.5 */
function yearOf(date: string): number {
  const [year = '0', month = '1'] = date.split('-');
  return Number(year) + (Number(month) - 1) / 12;
}

function escaped(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[one] ?? one,
  );
}
