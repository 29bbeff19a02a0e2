import { isBadHost, parseHost } from '../../utils/domain/host.ts';
import { siteOf } from '../../utils/domain/site-of.ts';
import { isFirm } from '../../utils/exchange/weakness.ts';
import { isSeen, noteEdges } from '../../utils/history/edges.ts';
import type { SuccessionEdge } from '../../utils/history/flag.ts';
import type { Hop } from '../../utils/navigation/decision.ts';
import type { Settings } from '../../utils/settings/settings.ts';
import type { Observation, Passage } from '../../utils/trail/observation.ts';
import type { Sighting } from '../../utils/trail/sighting.ts';
import { sightingsOf } from '../../utils/trail/sightings.ts';
import { storedEvidence } from '../../utils/trail/stored-evidence.ts';
import { type Candidate, successionFinding } from '../../utils/trail/succession.ts';
import type { SuccessionDoubt, SuccessionFinding, Verdict } from '../../utils/verdict/finding.ts';
import { exchangeName, type ListedRow } from '../../utils/verdict/listed.ts';
import type { Engine } from './engine.ts';
import { flagKeyOf, history } from './recorder.ts';
import { report } from './report.ts';
import type { Session, TabDocument } from './tab-state.ts';
import { rowOf, trailList } from './trail-list.ts';

/** What a document and those before it suggest. */
export interface Trail {
  /** Of this document, to be noted. */
  sightings: Sighting[];
  /** For the verdict; null where nothing speaks of the page's own name. */
  succession: SuccessionFinding | null;
}

const NOTHING: Trail = { sightings: [], succession: null };

/**
 * Follows the way to a document, what its page showed, and what earlier pages suggested of its name. A document
 * that came by no other name, whose page bears nothing of an exchange's and of which nothing was noted costs
 * three comparisons.
 * @param verdict on the page, without what its trail adds
 */
export async function followTrail(
  document: TabDocument,
  verdict: Verdict,
  loaded: Engine,
  settings: Settings,
): Promise<Trail> {
  const host = parseHost(document.url);
  const { marks, chain, incognito } = document;
  if (isBadHost(host)) return NOTHING;
  const name = siteOf(host);
  const earlier = incognito || settings.recording !== 'on' ? [] : ((await noted()).seen.get(name) ?? []);
  if (chain.length < 2 && earlier.length === 0 && (!marks || isBare(marks))) return NOTHING;
  const observation: Observation = { way: await passages(chain, document.url, loaded), page: marks };
  const sightings = sightingsOf(observation, await trailList(loaded, marks));
  const fresh = sightings.filter(({ to }) => to === name).map(asCandidate);
  const own = await withoutRejected([...earlier, ...fresh]);
  if (own.length === 0) return { sightings, succession: null };
  const list = await loaded.whole();
  const succession = successionFinding(
    own,
    (exchange) => ({
      rowOf: rowOf(list, exchange),
      against: [...doubtsOf(verdict, exchange), ...(host.platform ? (['platform'] as const) : [])],
    }),
    (id) => {
      const record = list.exchangeById(id);
      return record ? exchangeName(record) : null;
    },
  );
  return { sightings, succession };
}

/** Keeps what a document that has a flag suggests, as far as the stored detail allows. */
export async function noteTrail(
  document: TabDocument,
  sightings: Sighting[],
  session: Session,
  settings: Settings,
): Promise<void> {
  if (sightings.length === 0) return;
  const kept = sightings.map(({ evidence, ...rest }) => ({
    ...rest,
    evidence: storedEvidence(evidence, settings.storedDetail, settings.storeTitles),
  }));
  await noteEdges(await history(), kept, flagKeyOf(session, document), new Date().toISOString());
  forgetNoted();
}

/** What earlier pages suggested, and what the user decided of it. */
interface Noted {
  /** Candidates by the name they lead to. */
  seen: Map<string, SuccessionEdge[]>;
  /** What is no exchange's: `okx harbour.example`. */
  rejected: Set<string>;
}

let reading: Promise<Noted> | null = null;

/** Read once a worker and after each change. */
function noted(): Promise<Noted> {
  reading ??= readNoted().catch((error: unknown) => {
    report(error);
    reading = null;
    return { seen: new Map(), rejected: new Set() };
  });
  return reading;
}

/** The candidates have changed. */
export function forgetNoted(): void {
  reading = null;
}

async function readNoted(): Promise<Noted> {
  const edges = await (await history()).getAll('edges');
  const rejected = edges.filter(({ decision }) => decision === 'rejected');
  return {
    seen: Map.groupBy(edges.filter(isSeen), ({ to }) => to),
    rejected: new Set(rejected.map(decidedOf)),
  };
}

/** Candidates without those that the user rejected, whatever they rest on; private windows follow it too. */
async function withoutRejected(candidates: Candidate[]): Promise<Candidate[]> {
  if (candidates.length === 0) return [];
  const { rejected } = await noted();
  return candidates.filter((candidate) => !rejected.has(decidedOf(candidate)));
}

/** What a decision holds for. */
function decidedOf({ exchange, to }: Pick<Candidate, 'exchange' | 'to'>): string {
  return `${exchange} ${to}`;
}

function isBare({ claim, files, shared, named, announced }: NonNullable<TabDocument['marks']>): boolean {
  return claim === null && files.length + shared.length + named.length + announced.length === 0;
}

/** The way with what the list says of each step; names of no exchange cost no reading. */
async function passages(chain: Hop[], shown: string, loaded: Engine): Promise<Passage[]> {
  const hops: Hop[] = chain.length > 0 ? chain : [{ url: shown, by: 'asked' }];
  const way: Passage[] = [];
  for (const { url, by, inferred } of hops) {
    const host = parseHost(url);
    if (isBadHost(host)) continue;
    const hits = await loaded.list.find(host);
    const rows: ListedRow[] = hits
      .filter((hit) => hit.kind === 'listed')
      .sort((a, b) => Number(isFirm(b.domain)) - Number(isFirm(a.domain)));
    way.push({ host, url, by, inferred: inferred ?? false, rows });
  }
  return way;
}

function asCandidate({ evidence, ...rest }: Sighting): Candidate {
  const now = new Date().toISOString();
  return {
    ...rest,
    evidence: evidence.map(({ what, value }) => `${what}: ${value}`),
    first_seen: now,
    last_seen: now,
    times: 1,
  };
}

/** What the verdict on the page says against its being the exchange's. */
function doubtsOf(verdict: Verdict, exchange: string): SuccessionDoubt[] {
  return verdict.findings.flatMap((finding): SuccessionDoubt[] => {
    switch (finding.kind) {
      case 'reported':
      case 'lookalike':
        return [finding.kind];
      case 'brandClaim':
        return finding.exchange.id === exchange ? [] : ['another exchange'];
      default:
        return [];
    }
  });
}
