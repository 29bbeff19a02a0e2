/** What a row's source field says, cut down to one source a person can look up. */
export interface Citation {
  source: string;
  /** Year the source states for itself, the latest where several sources stand together. */
  year: number | null;
}

const YEAR = /\b(?:19|20)\d\d\b/g;

/**
 * The most recent of the sources in a record's `source` field, which separates them by semicolons.
 * 'a@1 (2020-06-22) x.rb; b@2 (2026-08-23) y.json' => { source: 'b@2 (2026-08-23) y.json', year: 2026 };
 * 'npm ccxt urls.www' => { source: 'npm ccxt urls.www', year: null }.
 */
export function citation(source: string): Citation {
  let best: Citation | null = null;
  for (const part of source.split(';')) {
    const text = part.trim();
    if (text === '') continue;
    const years = (text.match(YEAR) ?? []).map(Number);
    const year = years.length > 0 ? Math.max(...years) : null;
    if (!best || (year ?? 0) > (best.year ?? 0)) best = { source: text, year };
  }
  return best ?? { source: source.trim(), year: null };
}
