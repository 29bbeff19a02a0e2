import type { Tier } from '../../utils/verdict/finding.ts';
import { displayable } from '../address/displayable.ts';
import { roleName } from '../explain/listed.ts';
import { counted, phrase } from '../i18n/phrase.ts';
import { useTranslator } from '../i18n/say.tsx';
import type { Lane } from './lanes.ts';
import { middle, SIZES, type TimeScale } from './time-scale.ts';

const TIERS: Record<Lane['style'], Tier> = {
  primary: 'notice',
  former: 'notice',
  mirror: 'notice',
  claimed: 'caution',
  candidate: 'caution',
};

/** Names longer than this run into the drawing. */
const LONGEST_NAME = 20;

/** A lane: its name and role, its line over time, how often it was visited. */
export function LaneRow({ lane, index, scale }: { lane: Lane; index: number; scale: TimeScale }) {
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
