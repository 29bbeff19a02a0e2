import type { JudgedPage } from './popup.ts';
import type { Language, Theme } from './settings.ts';

/** What the card on the page shows. */
export interface CardModel {
  page: JudgedPage;
  theme: Theme;
  language: Language;
}

/** What the card asks of the extension. */
export interface CardPort {
  dismiss(): void;
  /** Opens the history page at this flag, or at the exchange's lineage. */
  details(): void;
  ignore(): Promise<void>;
}
