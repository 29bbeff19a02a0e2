import type { SuccessionFinding } from '../../utils/verdict/finding.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { phrase } from '../i18n/phrase.ts';
import { exchangeName } from './exchange-name.ts';
import { type Explanation, reason } from './explanation.ts';

const TITLES: Record<SuccessionFinding['evidence'], MessageKey> = {
  redirect: 'succession_redirect',
  notice: 'succession_notice',
  claim: 'succession_claim',
  assets: 'succession_assets',
  affiliates: 'succession_affiliates',
};

export function explainSuccession(finding: SuccessionFinding): Explanation {
  return {
    tier: finding.tier,
    word: phrase('word_succession'),
    title: phrase(TITLES[finding.evidence], { from: { host: finding.from }, date: { date: finding.seen } }),
    rest: phrase('succession_rest'),
    sure: null,
    reasons: [
      reason(phrase('why_succession_from', { name: exchangeName(finding.exchange) }), { host: finding.from }),
      reason(phrase('why_succession_to'), { host: finding.to }),
    ],
    limit: phrase('limit_succession'),
  };
}
