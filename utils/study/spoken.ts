import type { StudyFile } from './study-schema.ts';

/** Languages a study can speak: those of the surfaces. */
export const STUDY_LANGUAGES = ['en', 'zh_CN', 'zh_TW'] as const;
export type StudyLanguage = (typeof STUDY_LANGUAGES)[number];

/** A text in up to three languages. */
export type SpokenText = StudyFile['title'];

/** A text in the language asked for, else in the first it has. */
export function spoken(text: SpokenText, wanted: StudyLanguage): { text: string; language: StudyLanguage } {
  const language = [wanted, ...STUDY_LANGUAGES].find((one) => text[one] !== undefined) ?? wanted;
  return { text: text[language] ?? '', language };
}

/** The languages in which every question can be read, else those of any. */
export function languagesOf({ consent }: Pick<StudyFile, 'consent'>): StudyLanguage[] {
  const whole = STUDY_LANGUAGES.filter((one) => consent.every(({ text }) => text[one] !== undefined));
  return whole.length > 0
    ? whole
    : STUDY_LANGUAGES.filter((one) => consent.some(({ text }) => text[one] !== undefined));
}
