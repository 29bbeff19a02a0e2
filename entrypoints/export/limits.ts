import type { FlagSelection } from '../../components/models/flag.ts';
import type { DayLimits } from '../../utils/export/exported-part.ts';

/** The days that a choice of flags asks for; null for every flag. */
export function limitsOf(selection: FlagSelection | null, today: string): DayLimits | null {
  if (selection === null) return null;
  if ('ids' in selection) return { from: null, to: null, byFlags: true, today };
  const { from, to, ...rest } = selection.filter;
  const byFlags = Object.values(rest).some((asked) => asked !== null && asked !== '');
  return from === null && to === null && !byFlags ? null : { from, to, byFlags, today };
}
