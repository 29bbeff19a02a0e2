import { phrase } from '../i18n/phrase.ts';
import { useTranslator } from '../i18n/say.tsx';
import { Bundle } from './bundle.tsx';
import { bundles } from './bundles.ts';
import { LaneNote } from './lane-note.tsx';
import { LaneRow } from './lane-row.tsx';
import type { Lane } from './lanes.ts';
import type { Arrow } from './links.ts';
import { middle, SIZES, type TimeScale } from './time-scale.ts';

export interface DrawingProps {
  title: string;
  lanes: Lane[];
  arrows: Arrow[];
  scale: TimeScale;
}

/** With the words below its lanes, in pixels. */
export const drawingHeight = (lanes: readonly Lane[]): number => SIZES.top + lanes.length * SIZES.lane + 24;

/** Domains over time: a lane each, arrows for lineage, dots for visits. The table below says the same in words. */
export function Drawing({ title, lanes, arrows, scale }: DrawingProps) {
  const translator = useTranslator();
  const bottom = SIZES.top + lanes.length * SIZES.lane;
  const height = drawingHeight(lanes);
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
            {translator.month(month)}
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

/** Where a lane's visits stand; those that would cover each other stand once, and are counted at the lane's end. */
function dots({ visits }: Lane, scale: TimeScale): number[] {
  const places = visits.map((instant) => scale.close(instant)).filter((x) => x !== null);
  return [...new Set(places.map((x) => Math.round(x * 2) / 2))];
}
