import type { Confidence, DomainRecord, DomainState } from './record.ts';

/** Why a row is no firm evidence that the name is the exchange's today. */
export type RowWeakness = Confidence | DomainState | 'former';

/** Everything that weakens a row; empty on a firm one. */
export function weaknessesOf(row: DomainRecord): RowWeakness[] {
  return [
    ...(row.confidence ? [row.confidence] : []),
    ...(row.domain_status ? [row.domain_status.state] : []),
    ...(row.role === 'former' ? (['former'] as const) : []),
  ];
}

/** An exchange's own present name, which is never a lookalike. */
export function isFirm(row: DomainRecord): boolean {
  return weaknessesOf(row).length === 0;
}
