import type { SuccessionFinding } from '../../utils/verdict/finding.ts';
import { keyed } from '../i18n/keyed.ts';
import { phrase } from '../i18n/phrase.ts';
import { exchangeName } from './exchange-name.ts';
import { type Explanation, reason } from './explanation.ts';

export function explainSuccession(finding: SuccessionFinding): Explanation {
  return {
    tier: finding.tier,
    word: phrase('word_succession'),
    title: phrase(keyed('succession', finding.evidence), {
      from: { host: finding.from },
      date: { date: finding.seen },
    }),
    rest: phrase('succession_rest'),
    sure: null,
    reasons: [
      reason(phrase('why_succession_from', { name: exchangeName(finding.exchange) }), { host: finding.from }),
      reason(phrase('why_succession_to'), { host: finding.to }),
      ...(finding.doubts ?? []).map((doubt) => reason(phrase(keyed('doubt', doubt)))),
    ],
    limit: phrase('limit_succession'),
  };
}
