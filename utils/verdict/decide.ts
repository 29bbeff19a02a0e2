import type { Host } from '../domain/host.ts';
import type { ExchangeRecord } from '../exchange/record.ts';
import type { ListHit } from '../list/list-hit.ts';
import type { LookalikeMatch } from '../lookalike/match.ts';
import type {
  BrandClaimFinding,
  Finding,
  FindingKind,
  LandingFinding,
  OperationsFinding,
  ReportedFinding,
  SuccessionFinding,
  Tier,
  Verdict,
} from './finding.ts';
import { exchangeName, listedFinding } from './listed.ts';

export type PageFinding = LandingFinding | BrandClaimFinding | OperationsFinding;

/** Everything known of one document, gathered before deciding. */
export interface Evidence {
  host: Host;
  list: { version: number; issued: string };
  hits: ListHit[];
  /** The matcher keeps protected names, popular sites, quiet. */
  lookalike: { match: LookalikeMatch; exchange: ExchangeRecord } | null;
  page: PageFinding[];
  succession: SuccessionFinding | null;
  /** Kinds the user silenced for this registrable domain. */
  ignoredKinds: FindingKind[];
}

/**
 * The one table of precedence: ignored › reported › listed on a firm row › protected name › lookalike › page.
 * A firm row names the exchange's own present address: no lookalike, and what the page shows only accompanies it.
 * A weak or former row suppresses nothing, save a likeness to the exchange whose recorded name it is.
 */
export function decide(evidence: Evidence): Verdict {
  if (isQuiet(evidence)) return nothingFound(evidence.host, evidence.list);
  const found = told(findings(evidence));
  const ignored = [
    ...new Set(found.filter((f) => evidence.ignoredKinds.includes(f.kind)).map((f) => f.kind)),
  ];
  const shown = told(found.filter((finding) => !ignored.includes(finding.kind)));
  const { ascii, unicode, registrable } = evidence.host;
  return {
    tier: tierOf(shown, found.some(isFirmRow)),
    host: { ascii, unicode, registrable },
    findings: shown,
    ignored,
    list: evidence.list,
  };
}

/** Nearly every host: answered without the table. */
function isQuiet({ hits, lookalike, page, succession }: Evidence): boolean {
  return hits.length === 0 && lookalike === null && page.length === 0 && succession === null;
}

/** The verdict on a host of which nothing is known. */
export function nothingFound({ ascii, unicode, registrable }: Host, list: Verdict['list']): Verdict {
  return { tier: 'none', host: { ascii, unicode, registrable }, findings: [], ignored: [], list };
}

function findings(evidence: Evidence): Finding[] {
  const reported = evidence.hits.filter((hit) => hit.kind === 'reported').map(reportedFinding);
  const listed = evidence.hits
    .filter((hit) => hit.kind === 'listed')
    .map(listedFinding)
    .sort((a, b) => a.weaknesses.length - b.weaknesses.length);
  const firm = listed.some(isFirmRow);
  const lookalike = firm ? null : likeness(evidence);
  const page = firm ? evidence.page.filter((finding) => finding.kind !== 'brandClaim') : evidence.page;
  return [
    ...reported,
    ...(firm ? listed : []),
    ...(lookalike?.tier === 'danger' ? [lookalike] : []),
    ...(firm ? [] : listed),
    ...(lookalike?.tier === 'caution' ? [lookalike] : []),
    ...page.map((finding) => raised(finding, lookalike !== null)),
    ...(evidence.succession && !firm ? [evidence.succession] : []),
  ];
}

/** Ties to the mainland accompany a finding about an exchange; alone they say nothing. */
function told(found: Finding[]): Finding[] {
  return found.every((finding) => finding.kind === 'operations') ? [] : found;
}

function likeness(evidence: Evidence): Finding | null {
  if (!evidence.lookalike) return null;
  const { match, exchange } = evidence.lookalike;
  const recordedAsItsOwn = evidence.hits.some(
    (hit) => hit.kind === 'listed' && hit.exchange.id === match.exchange && !hit.domain.confidence,
  );
  if (recordedAsItsOwn) return null;
  const tier = match.confidence === 'high' ? 'danger' : 'caution';
  return { kind: 'lookalike', tier, exchange: exchangeName(exchange), match };
}

function raised(finding: PageFinding, withLookalike: boolean): Finding {
  return finding.kind === 'brandClaim' && withLookalike ? { ...finding, tier: 'danger' } : finding;
}

function reportedFinding(hit: ListHit & { kind: 'reported' }): ReportedFinding {
  const { name, exchange, source, firstSeen, lastSeen } = hit;
  return {
    kind: 'reported',
    tier: 'danger',
    exchange: exchangeName(exchange),
    name,
    source,
    firstSeen,
    lastSeen,
  };
}

const ORDER: Tier[] = ['danger', 'caution', 'notice', 'none'];

const isFirmRow = (finding: Finding): boolean => finding.kind === 'listed' && finding.weaknesses.length === 0;

/** The strongest tier; beside a firm row, shown or silenced, only danger raises it. */
function tierOf(shown: Finding[], firm: boolean): Tier {
  const tiers = new Set<Tier>(shown.map((finding) => finding.tier));
  const strongest = ORDER.find((tier) => tiers.has(tier)) ?? 'none';
  return firm && strongest === 'caution' ? 'notice' : strongest;
}
