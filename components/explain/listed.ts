import type { DomainRole } from '../../utils/exchange/record.ts';
import type { ListedFinding, Weakness } from '../../utils/verdict/finding.ts';
import { keyed } from '../i18n/keyed.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { type Phrase, phrase } from '../i18n/phrase.ts';
import { exchangeName } from './exchange-name.ts';
import { type Explanation, type Reason, reason } from './explanation.ts';
import { shortSource, sourcesOf } from './source.ts';

/** States of a name that was once the exchange's, as against rows that never were proven. */
const PAST: readonly Weakness[] = ['does not answer', 'repurposed', 'redirected', 'unsafe', 'former'];

export function roleName(role: DomainRole): Phrase {
  return phrase(keyed('role', role));
}

export function weaknessName(weakness: Weakness): Phrase {
  return phrase(keyed('weak', weakness));
}

/** A listed address in words: who recorded it, as what, when, and what weakens the row. */
export function explainListed(finding: ListedFinding, host: string): Explanation {
  const { exchange, source, year, lastChecked } = finding;
  const name = exchangeName(exchange);
  const short = shortSource(source);
  return {
    tier: finding.tier,
    word: phrase(listedWord(finding)),
    title: listedTitle(finding),
    rest: phrase('listed_rest', {
      source:
        year === null
          ? phrase('source_alone', { source: short })
          : phrase('source_year', { source: short, year: `${year}` }),
      host: { host },
      role: phrase(keyed('as', finding.role)),
      name,
      checked: lastChecked === null ? phrase('never') : phrase('on_date', { date: { date: lastChecked } }),
    }),
    sure: null,
    reasons: reasonsOf(finding),
    limit: phrase('limit_listed'),
  };
}

function listedWord(finding: ListedFinding): MessageKey {
  if (finding.tier === 'notice') return keyed('word_listed', finding.exchange.type);
  if (finding.weaknesses.includes('claimed')) return 'word_claimed';
  return finding.weaknesses.some((one) => !PAST.includes(one)) ? 'word_unproven' : 'word_past';
}

function listedTitle(finding: ListedFinding): Phrase {
  if (finding.tier === 'notice') return phrase(keyed('listed_title', finding.exchange.type));
  const unproven = finding.weaknesses.some((one) => !PAST.includes(one));
  return phrase(unproven ? 'listed_title_unproven' : 'listed_title_past', {
    name: exchangeName(finding.exchange),
  });
}

function reasonsOf(finding: ListedFinding): Reason[] {
  const { from, until } = finding;
  const reasons = finding.weaknesses.map((one) => reason(weaknessName(one)));
  if (from !== null || until !== null)
    reasons.push(
      reason(
        phrase('recorded_period'),
        phrase(from === null ? 'period_until' : until === null ? 'period_from' : 'period_between', {
          from: { date: from ?? '' },
          until: { date: until ?? '' },
        }),
      ),
    );
  for (const one of sourcesOf(finding.source))
    reasons.push(reason(phrase('recorded_source'), { quote: one }));
  return reasons;
}
