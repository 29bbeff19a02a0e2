import type { PartialDate } from '../exchange/record.ts';

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2156;

/** A date as precise as its source, real in the calendar: '2017', '2017-08', '2017-08-30'; not '2017-02-30'. */
export function isPartialDate(text: string): boolean {
  const parts = SHAPE.exec(text);
  if (!parts) return false;
  const month = Number(parts[2] ?? 1);
  const day = Number(parts[3] ?? 1);
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(Number(parts[1]), month, 0)).getUTCDate();
}

/** Packs a partial date of 2000–2156 into 16 bits; 0 is absent. Throws RangeError on any other text. */
export function packDate(date: PartialDate | null): number {
  if (date === null) return 0;
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  if (!isPartialDate(date) || year < FIRST_YEAR || year > LAST_YEAR) throw new RangeError(`no date: ${date}`);
  return ((year - FIRST_YEAR) * 13 + month) * 32 + day + 1;
}

/** The reverse of `packDate`; undefined for a number that packs no date. */
export function unpackDate(packed: number): PartialDate | null | undefined {
  if (packed === 0) return null;
  const day = (packed - 1) % 32;
  const month = Math.floor((packed - 1) / 32) % 13;
  const year = Math.floor((packed - 1) / 32 / 13) + FIRST_YEAR;
  const two = (n: number) => String(n).padStart(2, '0');
  const date = [String(year), ...(month ? [two(month)] : []), ...(day ? [two(day)] : [])].join('-');
  const packs = year <= LAST_YEAR && (month > 0 || day === 0) && isPartialDate(date);
  return packs ? date : undefined;
}
