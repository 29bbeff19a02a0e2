import { emptySignals, type PageSignals } from '../landing/page-signals.ts';
import { languageOf } from '../landing/script-counts.ts';

/** The share of Han that keeps a page read. */
const FEW_HAN = 0.02;

/** Whether so many letters of a page's text are not Chinese. */
export function isForeign({ scripts, lang }: PageSignals, letters: number): boolean {
  if (scripts.han < FEW_HAN * letters) return true;
  const language = languageOf(scripts, lang);
  return language === 'japanese' || language === 'korean';
}

/** What is told of a page without Chinese. */
export function briefSignals(signals: PageSignals): PageSignals {
  const { title, lang, scripts, siteNames, assetHosts, builtOn, accounts } = signals;
  return { ...emptySignals(), title, lang, scripts, siteNames, assetHosts, builtOn, accounts };
}
