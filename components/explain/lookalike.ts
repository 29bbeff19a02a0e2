import type { LookalikeFinding, ReportedFinding } from '../../utils/verdict/finding.ts';
import { difference, differences, techniqueName } from '../address/difference.ts';
import { marksOf } from '../address/marks.ts';
import { keyed } from '../i18n/keyed.ts';
import { phrase } from '../i18n/phrase.ts';
import { exchangeName } from './exchange-name.ts';
import { type Explanation, reason } from './explanation.ts';
import { shortSource, sourcesOf } from './source.ts';

/** @param host the host in Unicode, in which the marks count. */
export function explainLookalike(finding: LookalikeFinding, host: string): Explanation {
  const { match } = finding;
  const name = exchangeName(finding.exchange);
  const domain = { host: match.target };
  return {
    tier: finding.tier,
    word: phrase('word_lookalike'),
    title: phrase('lookalike_title', { domain }),
    rest: phrase('lookalike_rest', { name, reason: differences(match, host) }),
    sure: match.confidence,
    reasons: [
      ...match.techniques.map((one) => reason(techniqueName(one), phrase(keyed('why', one), { domain }))),
      ...marksOf(host, match).map((mark) => reason(phrase('why_difference'), difference(mark, host))),
      reason(phrase('why_not_recorded', { name })),
    ],
    limit: phrase(match.confidence === 'high' ? 'limit_lookalike_high' : 'limit_lookalike_low'),
  };
}

export function explainReported(finding: ReportedFinding, host: string): Explanation {
  const { firstSeen, lastSeen } = finding;
  const name = exchangeName(finding.exchange);
  return {
    tier: finding.tier,
    word: phrase('word_reported'),
    title: phrase('reported_title', { name }),
    rest: phrase('reported_rest', { source: shortSource(finding.source), host: { host } }),
    sure: null,
    reasons: [
      ...(firstSeen === null ? [] : [reason(phrase('reported_first'), { date: firstSeen })]),
      ...(lastSeen === null ? [] : [reason(phrase('reported_last'), { date: lastSeen })]),
      ...sourcesOf(finding.source).map((one) => reason(phrase('recorded_source'), { quote: one })),
    ],
    limit: phrase('limit_reported'),
  };
}
