import type { FindingKind } from '../verdict/finding.ts';

/** Kinds of findings, in the order that schemas list them and the index counts them. */
export const FINDING_KINDS = [
  'listed',
  'reported',
  'lookalike',
  'landing',
  'brandClaim',
  'operations',
  'succession',
] as const satisfies FindingKind[];

/** What the user was shown and did. */
export const FLAG_ACTIONS = ['shown', 'left', 'continued', 'ignored', 'reported'] as const;
