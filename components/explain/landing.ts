import type { Signal } from '../../utils/landing/assessment.ts';
import type { BrandClaimFinding, LandingFinding, OperationsFinding } from '../../utils/verdict/finding.ts';
import { keyed } from '../i18n/keyed.ts';
import { counted, type Insert, type Phrase, phrase } from '../i18n/phrase.ts';
import { exchangeName } from './exchange-name.ts';
import { type Explanation, type Reason, reason } from './explanation.ts';
import { signalName } from './signal-name.ts';

/** A sentence names this many signals; the rest stand in the details. */
const NAMED = 3;

export function explainLanding(finding: LandingFinding): Explanation {
  const { exchange } = finding;
  const spoke = strongest(finding.signals);
  const signals = signalList(spoke);
  return {
    tier: finding.tier,
    word: phrase('word_landing'),
    title:
      exchange === null
        ? phrase('landing_title_unnamed')
        : phrase('landing_title', { name: exchangeName(exchange) }),
    rest: phrase(exchange === null ? 'landing_rest_unnamed' : 'landing_rest', { signals }),
    sure: finding.sure,
    reasons: [
      ...spoke.map(signalReason),
      reason(phrase('why_page_kind'), phrase(keyed('page', finding.pageKind))),
      reason(phrase('why_script'), phrase(keyed('script', finding.script))),
      ...against(finding.signals).map(signalReason),
    ],
    limit: phrase('limit_landing'),
  };
}

export function explainBrandClaim(finding: BrandClaimFinding): Explanation {
  const name = exchangeName(finding.exchange);
  return {
    tier: finding.tier,
    word: phrase('word_brand_claim'),
    title: phrase('brand_title', { name }),
    rest: phrase('brand_rest', { name }),
    sure: null,
    reasons: finding.signals.map((one) => reason(signalName(one.id), quoted(one))),
    limit: phrase('limit_brand'),
  };
}

/** What the page mentions of ties and seats: unverified, never scored. */
export function explainOperations(finding: OperationsFinding): Reason[] {
  return [...finding.operations, ...finding.seatClaims].map((one) => reason(signalName(one.id), quoted(one)));
}

/** Signals that spoke for the finding, the weightiest first, with their evidence. */
function strongest(signals: readonly Signal[]): Signal[] {
  return signals.filter((one) => one.weight > 0).sort((a, b) => b.weight - a.weight);
}

function against(signals: readonly Signal[]): Signal[] {
  return signals.filter((one) => one.weight < 0);
}

function signalList(signals: readonly Signal[]): Phrase[] {
  const names = [...new Map(signals.map((one) => [one.id, signalName(one.id)])).values()];
  return names.length === 0 ? [phrase('signal_text')] : names.slice(0, NAMED);
}

function signalReason(signal: Signal): Reason {
  return reason(signalName(signal.id), quoted(signal), signal.weight);
}

function quoted({ id, value }: Signal): Insert | null {
  if (id === 'coin-density' && /^\d+$/.test(value)) return counted('times', Number(value));
  return value === '' ? null : { quote: withoutParts(value) };
}

/** Of terms that stand in one another the longest says enough: 永续、永续合约 => 永续合约. */
function withoutParts(value: string): string {
  const terms = value.split('、');
  return terms.filter((one) => !terms.some((other) => other !== one && other.includes(one))).join('、');
}
