import type { ChineseScript, PageKind } from '../../utils/landing/assessment.ts';

/** P: landing pages, N: others; see docs/landing-pages.md. */
export const CLASSES = ['P1', 'P2', 'P3', 'P4', 'N1', 'N2', 'N3', 'N4', 'N5'] as const;

/** A labelled page and what the engine said of it. */
export interface JudgedPage {
  id: string;
  class: (typeof CLASSES)[number];
  /** Source family: pages of one source resemble each other. */
  group: string;
  kind: string;
  landing: boolean;
  disputed: boolean;
  /** Label of the language; null where the set has none. */
  lang: string | null;
  pageKind: PageKind;
  script: ChineseScript;
  exchange: string | null;
  score: number;
}

export interface Tally {
  tp: number;
  fp: number;
  fn: number;
  tn: number;
}

export function tally(pages: JudgedPage[]): Tally {
  const counts = { tp: 0, fp: 0, fn: 0, tn: 0 };
  for (const { landing, pageKind } of pages) {
    const said = pageKind !== 'none';
    counts[landing ? (said ? 'tp' : 'fn') : said ? 'fp' : 'tn']++;
  }
  return counts;
}

/** Null where nothing was there to divide by. */
export function rates({ tp, fp, fn }: Tally): Record<'precision' | 'recall' | 'f1', number | null> {
  const precision = tp + fp > 0 ? tp / (tp + fp) : null;
  const recall = tp + fn > 0 ? tp / (tp + fn) : null;
  const f1 = tp > 0 ? (2 * tp) / (2 * tp + fp + fn) : null;
  return { precision, recall, f1 };
}

/** Page kinds that the classes stand for. */
const KIND_OF_CLASS: Record<string, PageKind> = {
  P1: 'exchange',
  P2: 'exchange',
  P3: 'affiliate',
  P4: 'payment',
};

const SCRIPT_OF_LANG: Record<string, ChineseScript> = {
  'zh-Hans': 'Hans',
  'zh-Hant': 'Hant',
};

export const isRightKind = (page: JudgedPage): boolean => KIND_OF_CLASS[page.class] === page.pageKind;
/** `zh-mixed`, Chinese beside another language, says nothing of the script. */
export const isRightScript = (page: JudgedPage): boolean =>
  page.lang === null || page.lang === 'zh-mixed' || (SCRIPT_OF_LANG[page.lang] ?? 'none') === page.script;
export const isWrong = (page: JudgedPage): boolean => page.landing !== (page.pageKind !== 'none');

export function by<K extends string>(
  pages: JudgedPage[],
  key: (page: JudgedPage) => K,
): Map<K, JudgedPage[]> {
  const groups = new Map<K, JudgedPage[]>();
  for (const page of pages) groups.set(key(page), [...(groups.get(key(page)) ?? []), page]);
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)));
}
