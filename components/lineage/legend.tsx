import type { MessageKey } from '../i18n/messages.ts';
import { Text } from '../i18n/say.tsx';

export interface Mark {
  key: MessageKey;
  /** Of its sample, in pixels; all are 10 high. */
  width: number;
  circle?: { r: number; fill: string; stroke?: string };
  line?: { d: string; stroke: string; width: number; dashes?: string };
}

const LINE = 'M0 5h28';

/** What the drawing's lines and dots mean. */
export const MARKS: readonly Mark[] = [
  { key: 'legend_primary', width: 28, line: { d: LINE, stroke: 'var(--ink)', width: 5 } },
  { key: 'legend_former', width: 28, line: { d: LINE, stroke: 'var(--edge)', width: 5 } },
  { key: 'legend_mirror', width: 28, line: { d: LINE, stroke: 'var(--ink)', width: 2 } },
  { key: 'legend_unproven', width: 28, line: { d: 'M0 2.5h28v5H0z', stroke: 'var(--edge)', width: 1.25 } },
  { key: 'legend_candidate', width: 28, line: { d: LINE, stroke: 'var(--edge)', width: 2, dashes: '5 4' } },
  { key: 'legend_visit', width: 10, circle: { r: 4, fill: 'var(--blue)' } },
  { key: 'legend_visit_unproven', width: 10, circle: { r: 3.5, fill: 'none', stroke: 'var(--caution)' } },
];

/** The key to the drawing. */
export function Legend() {
  return (
    <ul class="legend">
      {MARKS.map((mark) => (
        <li key={mark.key}>
          <svg width={mark.width} height="10" aria-hidden="true">
            <Sample mark={mark} />
          </svg>
          <Text k={mark.key} />
        </li>
      ))}
    </ul>
  );
}

/** A line or dot as the drawing has it. */
export function Sample({ mark: { circle, line } }: { mark: Mark }) {
  if (circle !== undefined) {
    const { stroke, ...dot } = circle;
    return <circle cx="5" cy="5" {...dot} {...(stroke === undefined ? {} : { stroke, 'stroke-width': 2 })} />;
  }
  if (line === undefined) return null;
  const { d, stroke, width, dashes } = line;
  return (
    <path
      d={d}
      fill="none"
      stroke={stroke}
      stroke-width={width}
      {...(dashes === undefined ? {} : { 'stroke-dasharray': dashes })}
    />
  );
}
