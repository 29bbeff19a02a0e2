import type { ExportedEdge, FlagRecord } from '../../../utils/history/flag.ts';

/** One export as a proposal reads it. */
export interface ReadExport {
  file: string;
  /** Ids of its flags: two exports that share one are of the same browser. */
  flagIds: ReadonlySet<string>;
  /** `study participant`, each that its flags name. */
  participants: ReadonlySet<string>;
  edges: readonly ExportedEdge[];
}

/** The identities that a flag gives away about who exported it. */
export function identitiesOf(flags: readonly FlagRecord[]): Pick<ReadExport, 'flagIds' | 'participants'> {
  const named = flags.filter((flag) => flag.participant_id !== null);
  return {
    flagIds: new Set(flags.map(({ flag_id }) => flag_id)),
    participants: new Set(named.map(({ study_id, participant_id }) => `${study_id ?? ''} ${participant_id}`)),
  };
}

/**
 * Exports by who made them: those of one participant, or with a flag in common, are one observer's, also through a
 * third. An export that names nobody and shares nothing is an observer of its own.
 */
export function observersOf(exports: readonly ReadExport[]): ReadExport[][] {
  const groups: { tokens: Set<string>; members: ReadExport[] }[] = [];
  for (const one of exports) {
    const tokens = new Set([...[...one.flagIds].map((id) => `flag ${id}`), ...one.participants]);
    const met = groups.filter((group) => [...tokens].some((token) => group.tokens.has(token)));
    const joined = { tokens, members: [one] };
    for (const group of met) {
      for (const token of group.tokens) joined.tokens.add(token);
      joined.members.push(...group.members);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(joined);
  }
  return groups.map(({ members }) => members);
}
