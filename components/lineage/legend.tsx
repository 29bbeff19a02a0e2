import type { MessageKey } from '../i18n/messages.ts';
import { Text } from '../i18n/say.tsx';

const LINES: readonly { key: MessageKey; line: string; width: number; dashes?: string; hollow?: boolean }[] =
  [
    { key: 'legend_primary', line: 'var(--ink)', width: 5 },
    { key: 'legend_former', line: 'var(--edge)', width: 5 },
    { key: 'legend_mirror', line: 'var(--ink)', width: 2 },
    { key: 'legend_unproven', line: 'var(--edge)', width: 1.25, hollow: true },
    { key: 'legend_candidate', line: 'var(--edge)', width: 2, dashes: '5 4' },
  ];

/** The key to the drawing. */
export function Legend() {
  return (
    <ul class="legend">
      {LINES.map(({ key, line, width, dashes, hollow }) => (
        <li key={key}>
          <svg width="28" height="10" aria-hidden="true">
            <path
              d={hollow ? 'M0 2.5h28v5H0z' : 'M0 5h28'}
              fill="none"
              stroke={line}
              stroke-width={width}
              {...(dashes === undefined ? {} : { 'stroke-dasharray': dashes })}
            />
          </svg>
          <Text k={key} />
        </li>
      ))}
      <li>
        <svg width="10" height="10" aria-hidden="true">
          <circle cx="5" cy="5" r="4" fill="var(--blue)" />
        </svg>
        <Text k="legend_visit" />
      </li>
      <li>
        <svg width="10" height="10" aria-hidden="true">
          <circle cx="5" cy="5" r="3.5" fill="none" stroke="var(--caution)" stroke-width="2" />
        </svg>
        <Text k="legend_visit_unproven" />
      </li>
    </ul>
  );
}
