import type { IgnoreTerm } from './settings.ts';

/** What the card asks of the extension. */
export interface CardPort {
  /** Called once, when it was in sight long enough to be read. */
  seen(): void;
  dismiss(): void;
  /** Opens the history page at this flag, or at the exchange's lineage. */
  details(): void;
  ignore(term: IgnoreTerm): Promise<void>;
}
