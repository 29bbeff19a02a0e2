import { counted, type Phrase, phrase } from '../i18n/phrase.ts';

/** '2 days old'; a list that is dated in the future has no age: null. */
export function listAge(ageDays: number | null): Phrase {
  return ageDays === null ? phrase('age_in_the_future') : counted('days_old', ageDays);
}
