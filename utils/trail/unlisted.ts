import { isFirm } from '../exchange/weakness.ts';
import type { ListedRow } from '../verdict/listed.ts';
import type { Passage } from './observation.ts';

/** Rows that somebody merely claims: their names may be candidates still. */
function isOnlyClaimed({ domain }: ListedRow): boolean {
  return domain.confidence !== undefined && domain.role !== 'former' && !isFirm(domain);
}

/** Whether a name can be a candidate: the list does not hold it, or holds it as a mere claim. */
export function isCandidateHost({ rows }: Pick<Passage, 'rows'>): boolean {
  return rows.every(isOnlyClaimed);
}
