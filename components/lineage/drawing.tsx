import type { Tier } from '../../utils/verdict/finding.ts';
import { displayable } from '../address/displayable.ts';
import { roleName } from '../explain/listed.ts';
import { counted, phrase } from '../i18n/phrase.ts';
import { useTranslator } from '../i18n/say.tsx';
import { arrowX, bundles, numbersOf } from './bundles.ts';
import { LaneNote } from './lane-note.tsx';
import type { Lane } from './lanes.ts';
import type { Arrow } from './links.ts';
import { SIZES, type TimeScale } from './time-scale.ts';

interface Props {
  title: string;
  lanes: Lane[];
  arrows: Arrow[];
  scale: TimeScale;
}

const middle = (lane: number) => SIZES.top + lane * SIZES.lane + 19;

/** Domains over time: a lane each, arrows for lineage, dots for visits. The table below says the same in words. */
export function Drawing({ title, lanes, arrows, scale }: Props) {
  const translator = useTranslator();
  const bottom = SIZES.top + lanes.length * SIZES.lane;
  const height = bottom + 24;
  return (
    <svg
      class="lin"
      viewBox={`0 0 ${scale.width} ${height}`}
      width={scale.width}
      height={height}
      role="img"
      aria-label={title}
    >
      <defs>
        <marker
          id="arrowhead"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path class="head" d="M0 .5L7.5 4L0 7.5z" />
        </marker>
      </defs>
      {scale.years.map(({ year, x }) => (
        <g key={year}>
          <path class="yr" d={`M${x} 28V${bottom}`} />
          <text class="ax" x={x + 4} y="22">
            {year}
          </text>
        </g>
      ))}
      <path class="brk" d={`M${scale.yearsEnd} 28V${bottom}M${scale.closeUp} 28V${bottom}`} />
      {scale.months.map(({ month, x }) => (
        <g key={month}>
          <path class="yr" d={`M${x} 28V${bottom}`} />
          <text class="ax" x={x + 4} y="22">
            {translator.date(month).replace(/[ \u00a0]?\d{4}-?/, '')}
          </text>
        </g>
      ))}
      <text class="ax" x={SIZES.label} y={bottom + 16}>
        {translator.plain(phrase('drawing_by_year'))}
      </text>
      <text class="ax" x={scale.closeUp} y={bottom + 16}>
        {translator.plain(phrase('drawing_close_up'))}
      </text>
      <path class="hal" d={`M1 28V${bottom}`} />
      {lanes.map((lane, index) => (
        <LaneRow lane={lane} index={index} scale={scale} key={lane.name} />
      ))}
      {bundles(arrows, scale).map((bundle) => (
        <Bundle arrows={bundle} scale={scale} key={bundle[0]?.link.number} />
      ))}
      {lanes.map((lane, index) => (
        <LaneNote lane={lane} y={middle(index)} scale={scale} key={lane.name} />
      ))}
      {lanes.map((lane, index) =>
        dots(lane, scale).map((x) => {
          const open = lane.style === 'claimed' || lane.style === 'candidate';
          return (
            <circle
              class={open ? 'v open' : 'v'}
              cx={x}
              cy={middle(index)}
              r="3.75"
              key={`${lane.name} ${x}`}
            />
          );
        }),
      )}
    </svg>
  );
}

const TIERS: Record<Lane['style'], Tier> = {
  primary: 'notice',
  former: 'notice',
  mirror: 'notice',
  claimed: 'caution',
  candidate: 'caution',
};

/** Names longer than this run into the drawing. */
const LONGEST_NAME = 20;

function LaneRow({ lane, index, scale }: { lane: Lane; index: number; scale: TimeScale }) {
  const translator = useTranslator();
  const y = middle(index);
  const role =
    lane.record === null
      ? phrase('lineage_candidate')
      : lane.style === 'claimed'
        ? phrase('lane_unproven', { role: roleName(lane.record.role) })
        : roleName(lane.record.role);
  return (
    <>
      <path class="row" d={`M24 ${y + 19}H${scale.end}`} />
      <TinyFlag tier={TIERS[lane.style]} y={y - 12} />
      <text class={lane.style === 'primary' ? 'dom b' : 'dom'} x="26" y={y - 2}>
        {displayable(lane.name, LONGEST_NAME)}
      </text>
      <text class="role" x="26" y={y + 13}>
        {translator.plain(role)}
      </text>
      <LaneLine lane={lane} y={y} scale={scale} />
      <text class="cnt" x={scale.width - 2} y={y + 4}>
        {translator.plain(visits(lane))}
      </text>
    </>
  );
}

/** Where a lane's visits stand; those that would cover each other stand once, and are counted at the lane's end. */
function dots({ visits }: Lane, scale: TimeScale): number[] {
  const places = visits.map((instant) => scale.close(instant)).filter((x) => x !== null);
  return [...new Set(places.map((x) => Math.round(x * 2) / 2))];
}

function visits({ visits: { length } }: Lane) {
  return length === 0 ? phrase('visits_none') : counted('visits', length);
}

function LaneLine({ lane, y, scale }: { lane: Lane; y: number; scale: TimeScale }) {
  const { from, until, lastSeen, style } = lane;
  if (style === 'candidate') {
    const x = scale.close(`${from}T00:00:00Z`) ?? scale.closeUp;
    return <path class="lane candidate" d={`M${x} ${y}H${scale.end}`} />;
  }
  if (from === null && until === null && lastSeen === null) return null;
  const end = until ?? lastSeen;
  const x2 = end === null ? scale.yearsEnd : scale.byYear(end);
  const x1 = from === null ? Math.max(SIZES.label, x2 - SIZES.year / 3) : scale.byYear(from);
  const hollow = (a: number, b: number) => `M${a} ${y - 2.5}H${b}V${y + 2.5}H${a}z`;
  const line = (a: number, b: number) => (style === 'claimed' ? hollow(a, b) : `M${a} ${y}H${b}`);
  // A former name without an end, or a name without a start: in use for some of this time.
  const vague = from === null || (style === 'former' && until === null);
  return (
    <>
      <path class={`lane ${style}${vague ? ' vague' : ''}`} d={line(x1, Math.max(x2, x1 + 2))} />
      {end === null && !vague ? (
        <path class={`lane ${style} now`} d={line(scale.closeUp, scale.end)} />
      ) : null}
      {until === null ? null : <path class="stop" d={`M${x2} ${y - 6}v12`} />}
      {lane.redirects && end !== null ? (
        <path class="lane redir" d={`M${x2 + 3} ${y}H${scale.yearsEnd}`} />
      ) : null}
    </>
  );
}

function Bundle({ arrows, scale }: { arrows: Arrow[]; scale: TimeScale }) {
  const [first] = arrows;
  if (first === undefined) return null;
  const x = arrowX(first, scale);
  const down = first.toLane > first.fromLane ? 1 : -1;
  const label = middle(first.fromLane) + 19 * down;
  const text = numbersOf(arrows.map((arrow) => arrow.link.number));
  const half = Math.max(8, text.length * 3.4 + 4);
  return (
    <g>
      {arrows.map((arrow) => (
        <Halo arrow={arrow} x={x} key={arrow.link.number} />
      ))}
      {arrows.map((arrow) => (
        <ArrowLine arrow={arrow} x={x} key={arrow.link.number} />
      ))}
      <g class="src">
        <rect x={x - half} y={label - 8} width={half * 2} height="16" rx="8" />
        <text x={x} y={label + 4}>
          {text}
        </text>
      </g>
    </g>
  );
}

/** Where an arrow begins and ends, clear of both lanes. */
function reach(arrow: Arrow): { from: number; to: number; down: 1 | -1 } {
  const down = arrow.toLane > arrow.fromLane ? 1 : -1;
  return { from: middle(arrow.fromLane) + 4 * down, to: middle(arrow.toLane) - 5 * down, down };
}

function Halo({ arrow, x }: { arrow: Arrow; x: number }) {
  const { from, to, down } = reach(arrow);
  return <path class="halo" d={`M${x} ${from}V${to - 3 * down}`} />;
}

function ArrowLine({ arrow, x }: { arrow: Arrow; x: number }) {
  const { kind } = arrow.link;
  const { from, to } = reach(arrow);
  const style = kind === 'candidate' ? ' cand' : kind === 'renaming' || kind === 'successor' ? '' : ' thin';
  return <path class={`arr${style}`} d={`M${x} ${from}V${to}`} marker-end="url(#arrowhead)" />;
}

function TinyFlag({ tier, y }: { tier: Tier; y: number }) {
  return (
    <g class="tiny" transform={`translate(2 ${y}) scale(.5)`}>
      <path d="M0 0h30v24H0z" class={tier === 'notice' ? 'blue' : 'yellow'} />
      <path
        d={tier === 'notice' ? 'M9 8h12v8H9z' : 'M0 6h30v12H0z'}
        class={tier === 'notice' ? 'white' : 'blue'}
      />
    </g>
  );
}
