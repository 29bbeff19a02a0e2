import type { FindingKind } from '../../utils/verdict/finding.ts';
import type { MessageKey } from '../i18n/messages.ts';
import type { DailyCount } from '../models/history.ts';

/** One strip of the chart: a kind of flag, or the pages checked, a value for each day. */
export interface Strip {
  tier: 'danger' | 'caution' | 'notice' | 'none';
  label: MessageKey;
  values: number[];
  total: number;
  most: number;
}

const KINDS: readonly { tier: 'danger' | 'caution' | 'notice'; label: MessageKey; kinds: FindingKind[] }[] = [
  { tier: 'danger', label: 'strip_lookalike', kinds: ['lookalike', 'reported'] },
  { tier: 'caution', label: 'strip_landing', kinds: ['landing', 'brandClaim', 'succession'] },
  { tier: 'notice', label: 'strip_listed', kinds: ['listed'] },
];

/** Flags a day by kind, and pages checked, each on its own scale. */
export function stripsOf(daily: readonly DailyCount[]): Strip[] {
  const flagged = KINDS.map(({ tier, label, kinds }) =>
    strip(
      tier,
      label,
      daily.map((day) => kinds.reduce((sum, kind) => sum + (day.byKind[kind] ?? 0), 0)),
    ),
  );
  return [
    ...flagged,
    strip(
      'none',
      'strip_checked',
      daily.map((day) => day.checked),
    ),
  ];
}

function strip(tier: Strip['tier'], label: MessageKey, values: number[]): Strip {
  return {
    tier,
    label,
    values,
    total: values.reduce((sum, one) => sum + one, 0),
    most: values.reduce((most, one) => Math.max(most, one), 0),
  };
}
