import type { FeatureId } from '../../utils/landing/features.ts';

/** The weights as set by hand, with the reason; where pages are few they stand (see fit.ts). */
export const PRIOR_BIAS = -2.8;

export const PRIORS: Record<FeatureId, { weight: number; why: string }> = {
  product: {
    weight: 1,
    why: 'trade, custody and OTC words are what the page offers; without them F1 falls most.',
  },
  'coin-dealing': { weight: 0.5, why: '充币, 提币, 买币 are said by those who do it, and by their news.' },
  'coin-density': { weight: 0.7, why: 'one USDT among the ways to pay makes no exchange.' },
  'title-dealing': { weight: 1.5, why: 'the subject decides, and the title says it.' },
  'title-invites': { weight: 1, why: 'a title to register or download by is the landing page of somebody.' },
  'heading-action': { weight: 0.4, why: 'headings repeat the title with less weight.' },
  'call-to-action': { weight: 0.8, why: 'asks the reader to register, download, or take a code.' },
  'payment-rails': { weight: 0.4, why: 'Alipay beside OTC words is an OTC desk; alone it is any shop.' },
  account: { weight: 0.3, why: 'a form to register is on every site.' },
  'own-voice': { weight: 0.5, why: 'tells a house that speaks to its customers from news about it.' },
  'invitation-links': {
    weight: 0.5,
    why: 'proves promotion, not the kind of page: articles carry them as well.',
  },
  'app-downloads': { weight: 0.4, why: 'an app file offered beside exchange words.' },
  knowledge: { weight: -0.8, why: 'how it works, and what builders, miners and wallets need.' },
  article: { weight: -0.9, why: 'news, law, warnings and encyclopaedias use every word of the trade.' },
  'other-trade': { weight: -0.8, why: 'stocks, forex, games, gambling and VPN share the vocabulary.' },
  'other-title': {
    weight: -1.6,
    why: 'the subject decides: a title of another kind outweighs a banner below it.',
  },
  'long-text': { weight: -0.6, why: 'articles run in long paragraphs; tutorials of affiliates do as well.' },
  'offers-nothing': {
    weight: -1.5,
    why: 'told in sentences and asking nothing of the reader: a report, whatever its words.',
  },
  code: { weight: -1, why: 'code blocks are documentation.' },
};
