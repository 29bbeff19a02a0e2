import type { SuccessionEdge } from '../history/flag.ts';
import type { ExchangeName, SuccessionFinding } from '../verdict/finding.ts';
import { readEvidence, type SuccessionKind } from './sighting.ts';
import { type Circumstance, weigh } from './weigh.ts';

/** An edge, or what will be one. */
export type Candidate = Pick<
  SuccessionEdge,
  'exchange' | 'from' | 'to' | 'kind' | 'evidence' | 'first_seen' | 'last_seen' | 'times' | 'decision'
>;

/** Pages that must name an address for an exchange, none of them under another's invitation code. */
const AFFILIATES = 3;
/** Which kind speaks in the sentence; a claim alone is the brand claim's matter. */
const SPEAKS: readonly SuccessionKind[] = ['redirect', 'notice', 'assets', 'affiliates'];

/** Candidates that stand: affiliates' only once enough unrelated pages agree. */
export function standing(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(({ kind, evidence }) => kind !== 'affiliates' || voicesOf(evidence) >= AFFILIATES);
}

/** Unrelated pages among the evidence: pages that share an invitation code are one. */
export function voicesOf(evidence: readonly string[]): number {
  const pages = evidence.flatMap((line) => {
    const read = readEvidence(line);
    return read?.what === 'page' ? [read.value.split(' ')] : [];
  });
  const marks = new Set<string>();
  const hosts = new Set<string>();
  let voices = 0;
  for (const [host = '', mark] of pages) {
    const news = !hosts.has(host) && (mark === undefined || !marks.has(mark));
    hosts.add(host);
    if (mark !== undefined) marks.add(mark);
    if (news) voices++;
  }
  return voices;
}

/**
 * What a verdict says of candidates towards one name; null where they are rejected, or claims alone. The exchange with
 * the weightiest evidence speaks, by its strongest kind seen last.
 */
export function successionFinding(
  candidates: readonly Candidate[],
  circumstance: (exchange: string) => Circumstance,
  nameOf: (exchange: string) => ExchangeName | null,
): SuccessionFinding | null {
  const open = standing(candidates).filter(({ decision }) => decision !== 'rejected');
  let best: { finding: SuccessionFinding; score: number } | null = null;
  for (const id of new Set(open.map(({ exchange }) => exchange))) {
    const voices = open.filter(({ exchange }) => exchange === id);
    const speaking = voices.filter(({ kind }) => SPEAKS.includes(kind)).sort(byWeight)[0];
    const exchange = nameOf(id);
    if (!speaking || !exchange) continue;
    const { score, doubts } = weigh(voices, circumstance(id));
    if (best && best.score >= score) continue;
    const { from, to, kind, last_seen } = speaking;
    const seen = last_seen.slice(0, 10);
    best = {
      score,
      finding: { kind: 'succession', tier: 'caution', exchange, from, to, evidence: kind, seen, doubts },
    };
  }
  return best?.finding ?? null;
}

function byWeight(a: Candidate, b: Candidate): number {
  return SPEAKS.indexOf(a.kind) - SPEAKS.indexOf(b.kind) || (a.last_seen < b.last_seen ? 1 : -1);
}
