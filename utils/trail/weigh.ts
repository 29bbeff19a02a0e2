import type { DomainRecord } from '../exchange/record.ts';
import { weaknessesOf } from '../exchange/weakness.ts';
import { citation } from '../verdict/citation.ts';
import { type SuccessionDoubt as Doubt, SUCCESSION_DOUBTS } from '../verdict/finding.ts';
import { readEvidence, type SuccessionKind } from './sighting.ts';

/** Under one of these nothing else makes a candidate likely. */
const GRAVE: ReadonlySet<Doubt> = new Set(['reported', 'lookalike', 'parked', 'lapsed', 'copied']);

/** One kind of evidence for one candidate, as stored. */
export interface Voice {
  from: string;
  kind: SuccessionKind;
  first_seen: string;
  last_seen: string;
  times: number;
  evidence: readonly string[];
}

/** What is known of a candidate beside its sightings. */
export interface Circumstance {
  /** The list's row of a `from`; null where the list in use has none. */
  rowOf(from: string): DomainRecord | null;
  /** What the verdict on the name, or on its page, says against it. */
  against: readonly Doubt[];
}

export interface Weighed {
  /** 0 to 1: how much of what could be seen was seen, not how likely it is. */
  score: number;
  /** `supported`: two names of the exchange's own say so, nothing grave against it. */
  standing: 'supported' | 'open' | 'doubtful';
  /** Never empty unless supported. */
  doubts: Doubt[];
}

/**
 * Worth of a kind, by who can bring it about: a redirect or a notice only who holds a listed name; a claim, files and
 * affiliates' links anyone. Set by hand: the order matters, not the sum.
 */
const WORTH: Record<SuccessionKind, number> = {
  redirect: 0.5,
  notice: 0.5,
  assets: 0.2,
  affiliates: 0.15,
  claim: 0.1,
};
const FREE: ReadonlySet<SuccessionKind> = new Set(['assets', 'affiliates', 'claim']);
/** All that anyone can bring about comes to no more than this. */
const FREE_AT_MOST = 0.3;
const LESS: Partial<Record<Doubt, number>> = {
  reported: 0,
  parked: 0.1,
  lookalike: 0.3,
  'another exchange': 0.5,
  lapsed: 0.4,
};
/** A voice of a name that may have changed hands. */
const WEAK_VOICE = 0.5;
/** A source older than this, in years, says little of who holds a name now. */
const OLD = 3;
const PAST_STATES: ReadonlySet<string> = new Set(['does not answer', 'repurposed', 'unsafe']);

/**
 * How much a candidate's evidence comes to. Voices count by the listed name that they come from: one who holds one
 * lapsed name can redirect it, put a notice on it, copy a page and link its files, and is still one voice.
 */
export function weigh(voices: readonly Voice[], { rowOf, against }: Circumstance): Weighed {
  const doubts = new Set<Doubt>(against);
  const firm = new Set<string>();
  let free = 0;
  const own = new Map<string, number>();
  for (const voice of voices) {
    for (const line of voice.evidence) {
      const read = readEvidence(line);
      if (read?.what === 'against' && isDoubt(read.value)) doubts.add(read.value);
      if (read?.what === 'by' && read.value === 'inferred') doubts.add('timing');
    }
    if (FREE.has(voice.kind)) {
      free = 1 - (1 - free) * (1 - WORTH[voice.kind]);
      continue;
    }
    const weak = doubtsOfRow(rowOf(voice.from), voice.last_seen);
    for (const doubt of weak) doubts.add(doubt);
    if (weak.length === 0) firm.add(voice.from);
    const worth = WORTH[voice.kind] * (weak.length === 0 ? 1 : WEAK_VOICE);
    own.set(voice.from, Math.max(own.get(voice.from) ?? 0, worth));
  }
  let score = [...own.values()].reduce(
    (sum, worth) => 1 - (1 - sum) * (1 - worth),
    Math.min(free, FREE_AT_MOST),
  );
  if (own.size === 0) doubts.add('copied');
  if (firm.size < 2) doubts.add('alone');
  for (const doubt of doubts) score *= LESS[doubt] ?? 1;
  const grave = [...doubts].some((doubt) => GRAVE.has(doubt));
  // Two firm names outweigh what is weak about a third.
  const settled = firm.size >= 2 && !grave && !doubts.has('timing') && !doubts.has('platform');
  return {
    score: Math.round(score * 100) / 100,
    standing: grave ? 'doubtful' : settled ? 'supported' : 'open',
    doubts: SUCCESSION_DOUBTS.filter((doubt) => doubts.has(doubt)),
  };
}

/** Why a listed name may no longer speak for its exchange. */
function doubtsOfRow(row: DomainRecord | null, seen: string): Doubt[] {
  if (row === null) return ['unproven row'];
  const weak = weaknessesOf(row);
  const doubts: Doubt[] = [];
  if (weak.some((reason) => PAST_STATES.has(reason))) doubts.push('lapsed');
  if (weak.includes('former') || weak.includes('redirected')) doubts.push('former');
  if (row.confidence !== undefined) doubts.push('unproven row');
  const { year } = citation(row.source);
  const checked = Number((row.last_seen_live ?? `${year ?? 9999}`).slice(0, 4));
  if (doubts.length === 0 && Number(seen.slice(0, 4)) - checked > OLD) doubts.push('old record');
  return doubts;
}

function isDoubt(value: string): value is Doubt {
  return (SUCCESSION_DOUBTS as readonly string[]).includes(value);
}
