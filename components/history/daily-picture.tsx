import { phrase } from '../i18n/phrase.ts';
import { useTranslator } from '../i18n/say.tsx';
import { bars, steps } from './chart-paths.ts';
import type { Strip } from './strips.ts';

const MARGIN = 24;
const LABELS = 200;
const CHART = 900;
const TOP = 64;
const STRIP = 48;

/** The chart with all its words in it, as it is saved: a file has no page around it. */
export function DailyPicture({ strips, days }: { strips: Strip[]; days: string[] }) {
  const translator = useTranslator();
  const step = CHART / Math.max(days.length, 1);
  const bottom = TOP + strips.length * STRIP;
  const width = MARGIN + LABELS + CHART + MARGIN;
  const height = bottom + 32;
  const left = MARGIN + LABELS;
  const span = { from: { date: days[0] ?? '' }, to: { date: days.at(-1) ?? '' } };
  return (
    <svg
      class="chart picture"
      role="img"
      aria-label={translator.plain(phrase('flags_a_day'))}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      <text class="head" x={MARGIN} y="32">
        {translator.plain(phrase('flags_a_day'))}
      </text>
      <text x={MARGIN} y="50">
        {translator.plain(phrase('flags_a_day_says', span))}
      </text>
      {strips.map((strip, index) => {
        const base = STRIP - 8;
        return (
          <g transform={`translate(0 ${TOP + index * STRIP})`} key={strip.label}>
            <text class="strip" x={MARGIN} y={base - 14}>
              {`${translator.plain(phrase(strip.label))} ${translator.number(strip.total)}`}
            </text>
            <text x={MARGIN} y={base + 2}>
              {translator.plain(phrase('most_a_day', { count: strip.most }))}
            </text>
            <g transform={`translate(${left} 0)`}>
              <path class="base" d={`M0 ${base + 0.5}H${CHART}`} />
              <path
                class={strip.tier === 'none' ? 'line' : `bar ${strip.tier}`}
                d={strip.tier === 'none' ? steps(strip, step, base) : bars(strip, step, base)}
              />
            </g>
          </g>
        );
      })}
      {days.map((day, index) =>
        day.endsWith('-01') ? (
          <g transform={`translate(${left + index * step} 0)`} key={day}>
            <path class="tick" d={`M0 ${TOP}V${bottom + 18}`} />
            <text x="5" y={bottom + 14}>
              {translator.date(day.slice(0, 7))}
            </text>
          </g>
        ) : null,
      )}
    </svg>
  );
}
