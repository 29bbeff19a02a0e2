import { phrase } from '../i18n/phrase.ts';
import { useTranslator } from '../i18n/say.tsx';
import type { Lane } from './lanes.ts';
import { SIZES, type TimeScale } from './time-scale.ts';

/** Until when a lane goes, or that nobody recorded it. Drawn after the arrows, which would cut it. */
export function LaneNote({ lane, y, scale }: { lane: Lane; y: number; scale: TimeScale }) {
  const translator = useTranslator();
  const { from, until, lastSeen, style, redirects } = lane;
  if (style === 'candidate') return null;
  const end = until ?? lastSeen;
  if (end === null && from !== null) return null;
  const said =
    end === null
      ? phrase('drawing_no_dates')
      : phrase(redirects ? 'drawing_redirects' : until === null ? 'drawing_last_seen' : 'drawing_until', {
          date: { date: end },
        });
  return (
    <text class="note" x={end === null ? SIZES.label + 6 : scale.byYear(end) + 8} y={y + 4}>
      {translator.plain(said)}
    </text>
  );
}
