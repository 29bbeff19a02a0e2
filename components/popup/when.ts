import { localDay } from '../i18n/local-day.ts';
import type { Translator } from '../i18n/translator.ts';

/** Today's flags by the hour, older ones by the date. */
export function whenOf(instant: string, now: Date, translator: Translator): string {
  const day = localDay(new Date(instant));
  return day === localDay(now) ? translator.time(instant) : translator.date(day);
}
