import type { FeatureId } from './features.ts';

/**
 * What a landing page's score is made of: score = logistic(BIAS + Σ weight · amount).
 * Written by `npm run fit:landing` on 2026-11-28: logistic regression drawn towards weights set by hand
 * (cli/landing/priors.ts), on 147 stored Chinese pages about coins, of 81 source families, and 200 scenes of
 * tests/fixtures/pages. Leaving out one family at a time: 13 of 189 landing pages missed, 8 of 158 others flagged.
 */
export const BIAS = -2.18;

export const WEIGHTS: Record<FeatureId, number> = {
  /** By hand 1: trade, custody and OTC words are what the page offers; without them F1 falls most. */
  product: 1.44,
  /** By hand 0.5: 充币, 提币, 买币 are said by those who do it, and by their news. */
  'coin-dealing': 0.02,
  /** By hand 0.7: one USDT among the ways to pay makes no exchange. */
  'coin-density': 0.64,
  /** By hand 1.5: the subject decides, and the title says it. */
  'title-dealing': 1.38,
  /** By hand 1: a title to register or download by is the landing page of somebody. */
  'title-invites': 1.55,
  /** By hand 0.4: headings repeat the title with less weight. */
  'heading-action': 0.57,
  /** By hand 0.8: asks the reader to register, download, or take a code. */
  'call-to-action': 0.75,
  /** By hand 0.4: Alipay beside OTC words is an OTC desk; alone it is any shop. */
  'payment-rails': 0.36,
  /** By hand 0.3: a form to register is on every site. */
  account: 0.4,
  /** By hand 0.5: tells a house that speaks to its customers from news about it. */
  'own-voice': 1.08,
  /** By hand 0.5: proves promotion, not the kind of page: articles carry them as well. */
  'invitation-links': 0.44,
  /** By hand 0.4: an app file offered beside exchange words. */
  'app-downloads': 0.32,
  /** By hand -0.8: how it works, and what builders, miners and wallets need. */
  knowledge: -1,
  /** By hand -0.9: news, law, warnings and encyclopaedias use every word of the trade. */
  article: -0.99,
  /** By hand -0.8: stocks, forex, games, gambling and VPN share the vocabulary. */
  'other-trade': -1.08,
  /** By hand -1.6: the subject decides: a title of another kind outweighs a banner below it. */
  'other-title': -2.31,
  /** By hand -0.6: articles run in long paragraphs; tutorials of affiliates do as well. */
  'long-text': -0.12,
  /** By hand -1.5: told in sentences and asking nothing of the reader: a report, whatever its words. */
  'offers-nothing': -1.69,
  /** By hand -1: code blocks are documentation. */
  code: -1.25,
};
