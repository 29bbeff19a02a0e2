import type { FeatureId } from './features.ts';

/** What a landing page's score is made of: score = logistic(bias + Σ weight · amount). */
export const BIAS = -2.4;
export const WEIGHTS: Record<FeatureId, number> = {
  product: 1.0,
  'coin-dealing': 0.5,
  'title-action': 2.0,
  'heading-action': 0.6,
  'call-to-action': 0.8,
  'name-in-title': 0.5,
  'payment-rails': 0.4,
  account: 0.4,
  'invitation-links': 0.5,
  'app-downloads': 0.4,
  knowledge: -0.8,
  article: -0.9,
  'other-trade': -0.8,
  'other-title': -1.6,
  'long-text': -0.6,
  code: -1.0,
};
