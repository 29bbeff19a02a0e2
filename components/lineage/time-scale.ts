import type { PartialDate } from '../../utils/exchange/record.ts';

/** Sizes of the drawing, in pixels. */
export const SIZES = { label: 180, year: 36, gap: 20, closeUp: 216, count: 68, top: 34, lane: 38 } as const;

/** Where the middle of a lane lies. */
export const middle = (lane: number): number => SIZES.top + lane * SIZES.lane + 19;

/** Fewer years than this leave the drawing lopsided. */
const FEWEST_YEARS = 4;

export interface TimeScale {
  years: { year: number; x: number }[];
  /** Where the years end and the close-up begins. */
  yearsEnd: number;
  closeUp: number;
  end: number;
  width: number;
  months: { month: PartialDate; x: number }[];
  /** A date in the part drawn by year; a year alone is its start. */
  byYear(date: PartialDate): number;
  /** An instant in the close-up; null before it begins. */
  close(instant: string): number | null;
}

/** Years side by side, then a close-up of the last days, where the visits are. */
export function timeScale(firstYear: number, today: PartialDate, windowDays: number): TimeScale {
  const thisYear = yearOf(today);
  const first = Math.min(firstYear, Math.floor(thisYear) - FEWEST_YEARS + 1);
  const byYear = (date: PartialDate) =>
    SIZES.label + (Math.min(Math.max(yearOf(date), first), thisYear) - first) * SIZES.year;
  const yearsEnd = byYear(today);
  const closeUp = yearsEnd + SIZES.gap;
  const end = closeUp + SIZES.closeUp;
  const until = Date.parse(`${today}T00:00:00Z`) + 86_400_000;
  const from = until - windowDays * 86_400_000;
  const close = (instant: string) => {
    const at = Date.parse(instant);
    return Number.isNaN(at) || at < from
      ? null
      : closeUp + ((Math.min(at, until) - from) / (until - from)) * SIZES.closeUp;
  };
  const years = [];
  for (let year = first; year <= thisYear; year++) years.push({ year, x: byYear(`${year}`) });
  return {
    years,
    yearsEnd,
    closeUp,
    end,
    width: Math.ceil(end + SIZES.count),
    months: monthsIn(from, until, close),
    byYear,
    close,
  };
}

function monthsIn(from: number, until: number, close: (instant: string) => number | null) {
  const months: { month: PartialDate; x: number }[] = [];
  const at = new Date(from);
  for (let month = at.getUTCMonth() + 1; ; month++) {
    const first = new Date(Date.UTC(at.getUTCFullYear(), month, 1));
    if (first.getTime() >= until) return months;
    const x = close(first.toISOString());
    if (x !== null) months.push({ month: first.toISOString().slice(0, 7), x });
  }
}

/** '2017' => 2017; '2017-07' => 2017.5. */
function yearOf(date: PartialDate): number {
  const [year = '0', month = '1', day = '1'] = date.split('-');
  return Number(year) + (Number(month) - 1) / 12 + (Number(day) - 1) / 366;
}
