import type { Finding } from '../../utils/verdict/finding.ts';
import { phrase } from '../i18n/phrase.ts';
import type { Explanation } from './explanation.ts';
import { explainBrandClaim, explainLanding, explainOperations } from './landing.ts';
import { explainListed } from './listed.ts';
import { explainLookalike, explainReported } from './lookalike.ts';
import { explainSuccession } from './succession.ts';

/**
 * Puts a finding into words.
 * @param host the host in Unicode, as judged: the marks of a lookalike count in it.
 */
export function explain(finding: Finding, host: string): Explanation {
  switch (finding.kind) {
    case 'listed':
      return explainListed(finding, host);
    case 'reported':
      return explainReported(finding, host);
    case 'lookalike':
      return explainLookalike(finding, host);
    case 'landing':
      return explainLanding(finding);
    case 'brandClaim':
      return explainBrandClaim(finding);
    case 'succession':
      return explainSuccession(finding);
    case 'operations':
      return {
        tier: finding.tier,
        word: phrase('kind_operations'),
        title: phrase('operations_title'),
        rest: phrase('operations_rest'),
        sure: null,
        reasons: explainOperations(finding),
        limit: phrase('limit_operations'),
      };
  }
}
