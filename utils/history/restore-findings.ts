import { CONFIDENCES, DOMAIN_ROLES, DOMAIN_STATES } from '../exchange/record.ts';
import type { Signal } from '../landing/assessment.ts';
import { type Mark, TECHNIQUES } from '../lookalike/match.ts';
import type { ExchangeName, Finding } from '../verdict/finding.ts';
import type { FlagFinding, FlagRecord } from './flag.ts';

/** What is displayed of an exchange, by its id. */
export type NameOf = (exchange: string) => ExchangeName;

/**
 * The findings behind a recorded flag, as far as the record tells: the way back from `flatten`. What an export
 * left out stays out: no source, no marks, no words. A claim of a rule unknown here is left out.
 */
export function restoreFindings(flag: FlagRecord, nameOf: NameOf): Finding[] {
  return flag.findings.flatMap((finding) => restore(finding, flag, nameOf) ?? []);
}

function restore(recorded: FlagFinding, flag: FlagRecord, nameOf: NameOf): Finding | null {
  const { kind, target, evidence } = recorded;
  const exchange = recorded.exchange === null ? null : nameOf(recorded.exchange);
  const name = target ?? '';
  const rule = recorded.matched_rule.slice(recorded.matched_rule.indexOf(': ') + 2);
  if (kind === 'operations') return operations(evidence);
  if (kind === 'landing') {
    const { script, score, page_kind: pageKind } = flag;
    if (pageKind === 'none') return null;
    const signals = flag.signals.filter((signal) => !isClaim(signal));
    return {
      kind,
      tier: 'caution',
      exchange,
      pageKind,
      script: script ?? 'none',
      sure: 'low',
      score,
      signals,
    };
  }
  if (exchange === null) return null;
  switch (kind) {
    case 'listed': {
      const role = DOMAIN_ROLES.find((one) => one === rule);
      if (role === undefined) return null;
      const [source = '', ...rest] = evidence;
      const weaknesses = WEAKNESSES.filter((one) => rest.includes(one));
      const tier = weaknesses.some((one) => one !== 'former') ? 'caution' : 'notice';
      const dates = { from: flag.list.entry_first_seen, until: null, year: null, lastChecked: null };
      return { kind, tier, exchange, name, role, weaknesses, ...dates, source, lineage: [] };
    }
    case 'reported': {
      const dates = { firstSeen: flag.list.entry_first_seen, lastSeen: null };
      return { kind, tier: 'danger', exchange, name, source: evidence[0] ?? '', ...dates };
    }
    case 'lookalike': {
      const confidence = rule === 'high' ? 'high' : 'low';
      const techniques = TECHNIQUES.filter((one) => recorded.techniques.includes(one));
      const marks = evidence.flatMap((text) => markOf(text) ?? []);
      const match = {
        exchange: exchange.id,
        target: name,
        techniques,
        marks,
        score: flag.score,
        confidence,
      } as const;
      return { kind, tier: confidence === 'high' ? 'danger' : 'caution', exchange, match };
    }
    case 'brandClaim': {
      const tier = flag.tier === 'danger' ? 'danger' : 'caution';
      return { kind, tier, exchange, signals: flag.signals.filter(isClaim) };
    }
    case 'succession': {
      const seenAs = SUCCESSIONS.find((one) => one === rule);
      if (seenAs === undefined) return null;
      const [from = name, to = flag.host] = evidence;
      return {
        kind,
        tier: 'caution',
        exchange,
        from,
        to,
        evidence: seenAs,
        seen: flag.observed_at.slice(0, 10),
      };
    }
  }
}

const WEAKNESSES = [...CONFIDENCES, ...DOMAIN_STATES, 'former'] as const;
const SUCCESSIONS = ['redirect', 'notice', 'claim', 'assets', 'affiliates'] as const;

function isClaim({ id }: Signal): boolean {
  return id.startsWith('claims-');
}

/** ['icp-filing: 京ICP备1号', 'seat-offshore: 塞舌尔'] => one operation, one claim of seat. */
function operations(evidence: string[]): Finding {
  const signals = evidence.map((text): Signal => {
    const [id = '', value = ''] = text.split(/: (.*)/s, 2);
    return { id, version: 1, value, weight: 0 };
  });
  const isSeat = ({ id }: Signal) => id.startsWith('seat-') || id === 'licence';
  return {
    kind: 'operations',
    tier: 'none',
    operations: signals.filter((signal) => !isSeat(signal)),
    seatClaims: signals.filter(isSeat),
  };
}

/** 'replaced 0-1 o' => the mark; what is none => null. */
function markOf(text: string): Mark | null {
  const found = /^(replaced|inserted|missing) (\d+)-(\d+) (.*)$/s.exec(text);
  if (!found) return null;
  const [, kind, start, end, expected = ''] = found;
  return { kind: kind as Mark['kind'], start: Number(start), end: Number(end), expected };
}
