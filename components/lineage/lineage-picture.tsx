import type { PartialDate } from '../../utils/exchange/record.ts';
import { phrase } from '../i18n/phrase.ts';
import { useTranslator } from '../i18n/say.tsx';
import { Drawing, type DrawingProps, drawingHeight } from './drawing.tsx';
import { MARKS, Sample } from './legend.tsx';

const MARGIN = 24;
const TOP = 56;
const COLUMNS = 3;
const ROW = 20;

/** The drawing with its name, day and key in it, as it is saved: a file has no page around it. */
export function LineagePicture({ today, ...drawing }: DrawingProps & { today: PartialDate }) {
  const translator = useTranslator();
  const { title, lanes, scale } = drawing;
  const legend = TOP + drawingHeight(lanes) + 16;
  const width = scale.width + 2 * MARGIN;
  const height = legend + Math.ceil(MARKS.length / COLUMNS) * ROW + MARGIN;
  return (
    <svg
      class="picture"
      role="img"
      aria-label={title}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      <text class="head" x={MARGIN} y="32">
        {title}
      </text>
      <text x={MARGIN} y="50">
        {translator.date(today)}
      </text>
      <g transform={`translate(${MARGIN} ${TOP})`}>
        <Drawing {...drawing} />
      </g>
      {MARKS.map((mark, index) => {
        const x = MARGIN + ((index % COLUMNS) * scale.width) / COLUMNS;
        const y = legend + Math.floor(index / COLUMNS) * ROW;
        return (
          <g transform={`translate(${x} ${y})`} key={mark.key}>
            <Sample mark={mark} />
            <text x={mark.width + 8} y="9">
              {translator.plain(phrase(mark.key))}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
