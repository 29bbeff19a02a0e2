import type { Finding } from '../verdict/finding.ts';
import { TIERS } from '../verdict/finding.ts';
import { scoreOf } from './build-flag.ts';
import type { StoredFlag } from './flag.ts';

/**
 * The later record under the earlier one's id, time and offset, hence local day. A deliberate act is never overwritten
 * by being shown again, and what was found before it was silenced stays found: to ignore is an act, no retraction.
 */
export function amended(earlier: StoredFlag, later: StoredFlag): StoredFlag {
  const { flag_id, observed_at, tz_offset_min } = earlier;
  const action = later.action === 'shown' ? earlier.action : later.action;
  return { ...later, ...silencedSince(earlier, later), flag_id, observed_at, tz_offset_min, action };
}

/** The evidence of both, where the later record is silent on kinds that the earlier one has and that are there still. */
function silencedSince(earlier: StoredFlag, later: StoredFlag): Partial<StoredFlag> {
  const told = new Set(later.local.findings.map(({ kind }) => kind));
  const isSilenced = ({ kind }: Finding) => !told.has(kind) && later.local.kinds.includes(kind);
  if (!earlier.local.findings.some(isSilenced)) return {};
  // Ties to the mainland are told with another finding alone, and so fell silent with it.
  const isHeld = (one: Finding) => isSilenced(one) || (one.kind === 'operations' && !told.has(one.kind));
  const silenced = pairs(earlier).filter(([finding]) => isHeld(finding));
  // As they were decided: the strongest first.
  const both = [...silenced, ...pairs(later)].sort(
    ([a], [b]) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier),
  );
  const page = silenced.some(([{ kind }]) => kind === 'landing') ? earlier : later;
  return {
    tier: both[0]![0].tier,
    findings: both.map(([, flat]) => flat),
    score: Math.max(...both.map(([finding]) => scoreOf(finding))),
    script: page.script,
    page_kind: page.page_kind,
    signals: both.flatMap(([finding]) => ('signals' in finding ? finding.signals : [])),
    list: { ...later.list, entry_first_seen: later.list.entry_first_seen ?? earlier.list.entry_first_seen },
    settings: { ...later.settings, ignored_kinds: earlier.settings.ignored_kinds },
    local: {
      document: later.local.document,
      kinds: [...new Set([...both.map(([{ kind }]) => kind), ...later.local.kinds])],
      exchanges: [...new Set(both.flatMap(([, flat]) => flat.exchange ?? []))],
      findings: both.map(([finding]) => finding),
    },
  };
}

/** A flag's findings as decided, with the same as they are exported. */
function pairs(flag: StoredFlag): (readonly [Finding, StoredFlag['findings'][number]])[] {
  return flag.local.findings.map((finding, at) => [finding, flag.findings[at]!] as const);
}
