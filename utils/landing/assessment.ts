/** One observation that spoke for or against, with the words that matched. Weight 0: shown, never scored. */
export interface Signal {
  id: string;
  version: number;
  value: string;
  weight: number;
}

export type PageKind = 'exchange' | 'affiliate' | 'payment' | 'none';
export type ChineseScript = 'Hans' | 'Hant' | 'mixed' | 'none';
