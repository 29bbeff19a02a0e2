/** What the card asks of the extension. */
export interface CardPort {
  dismiss(): void;
  /** Opens the history page at this flag, or at the exchange's lineage. */
  details(): void;
  ignore(): Promise<void>;
}
