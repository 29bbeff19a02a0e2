import type { PartialDate } from '../../utils/exchange/record.ts';
import { displayable } from '../address/displayable.ts';
import { localDay } from './local-day.ts';
import type { Lookup } from './messages.ts';
import type { Insert, Phrase } from './phrase.ts';
import { parseTemplate } from './template.ts';

/** Value of the `lang` attribute. */
export type LanguageTag = 'en' | 'zh-Hans' | 'zh-Hant';

/** One language: its messages, and how it writes dates, numbers and lists. */
export interface Translator {
  tag: LanguageTag;
  /** The message of a phrase as plain text, for attributes and files. */
  plain(phrase: Phrase): string;
  message: Lookup;
  number(value: number): string;
  /** A date or instant; '2026-11-20' => 20 Nov 2026 (no-break spaces), 2026-11-20 in Chinese; as precise as given. */
  date(date: PartialDate): string;
  /** '2026-10' => Oct; 10月 in Chinese. */
  month(month: PartialDate): string;
  /** A local day as a heading: Sunday 22 November; 11月22日星期日. */
  day(day: string): string;
  /** Hours and minutes of an instant, local. */
  time(instant: string, seconds?: boolean): string;
  list(items: string[]): string;
  /** 'Grek' => Greek. */
  script(code: string): string;
}

// British English: 20 Nov 2026, no comma before "and".
const FORMATS: Record<LanguageTag, string> = {
  en: 'en-GB',
  'zh-Hans': 'zh-Hans-CN',
  'zh-Hant': 'zh-Hant-TW',
};

/** @param tag the message `language_tag`; anything unknown is taken as English. */
export function createTranslator(message: Lookup): Translator {
  const tag = languageTag(message('language_tag'));
  const locale = FORMATS[tag];
  const scripts = new Intl.DisplayNames(locale, { type: 'script' });
  const numbers = new Intl.NumberFormat(locale);
  const translator: Translator = {
    tag,
    message,
    plain: (phrase) => flatten(phrase, translator),
    number: (value) => numbers.format(value),
    date: (date) => formatDate(date, tag, locale),
    month: (month) =>
      new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
        .format(new Date(`${month}-01T00:00:00Z`))
        .replace('Sept', 'Sep'),
    day: (day) =>
      new Intl.DateTimeFormat(locale, {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        timeZone: 'UTC',
      }).format(new Date(`${day}T00:00:00Z`)),
    time: (instant, seconds = false) =>
      new Intl.DateTimeFormat('en-GB', {
        hour: '2-digit',
        minute: '2-digit',
        ...(seconds ? { second: '2-digit' } : {}),
      }).format(new Date(instant)),
    script: (code) => scripts.of(code) ?? code,
    list: (items) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
  };
  return translator;
}

function languageTag(text: string): LanguageTag {
  return text === 'zh-Hans' || text === 'zh-Hant' ? text : 'en';
}

function formatDate(stated: PartialDate, tag: LanguageTag, locale: string): string {
  // An instant is shown as its day here.
  const instant = stated.includes('T') ? new Date(stated) : null;
  const date = instant && !Number.isNaN(instant.getTime()) ? localDay(instant) : stated;
  if (tag !== 'en' || !/^\d{4}-\d\d(?:-\d\d)?$/.test(date)) return date;
  const withDay = date.length > 7;
  const format = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    ...(withDay ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  });
  const begins = new Date(withDay ? `${date}T00:00:00Z` : `${date}-01T00:00:00Z`);
  return Number.isNaN(begins.getTime())
    ? date
    : format.format(begins).replace('Sept', 'Sep').replaceAll(' ', '\u00a0');
}

/** A stretch of a phrase: text of the message, or what is put in. */
export type FilledPart = { text: string; bold: boolean } | { insert: Insert | undefined; bold: boolean };

/** Characters as wide as their line is high: no space stands beside one. */
const WIDE_FIRST = /^[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;
const WIDE_LAST = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]$/;

/**
 * A phrase's stretches in order. The spaces that a Chinese message leaves beside a Latin name go where the name
 * begins or ends in a full-width character: '据 {source} 记载', 公开文件 => 据公开文件记载.
 */
export function filledParts(phrase: Phrase, translator: Translator): FilledPart[] {
  const message = translator.message(phrase.key);
  if (message === '' && phrase.otherwise !== undefined) return filledParts(phrase.otherwise, translator);
  const parts = parseTemplate(message).map((part) =>
    'text' in part ? part : { insert: phrase.with?.[part.name], bold: part.bold },
  );
  if (translator.tag === 'en') return parts;
  const words = parts.map((part) => ('text' in part ? '' : flattenInsert(part.insert, translator)));
  return parts.map((part, index) => {
    if (!('text' in part)) return part;
    const after = WIDE_LAST.test(words[index - 1] ?? '') ? part.text.replace(/^ /, '') : part.text;
    return { ...part, text: WIDE_FIRST.test(words[index + 1] ?? '') ? after.replace(/ $/, '') : after };
  });
}

function flatten(phrase: Phrase, translator: Translator): string {
  return filledParts(phrase, translator)
    .map((part) => ('text' in part ? part.text : flattenInsert(part.insert, translator)))
    .join('');
}

function flattenInsert(insert: Insert | undefined, translator: Translator): string {
  if (insert === undefined) return '';
  if (typeof insert === 'string') return insert;
  if (typeof insert === 'number') return translator.number(insert);
  if (isPhrases(insert)) return translator.list(insert.map((one) => flatten(one, translator)));
  if ('host' in insert) return displayable(insert.host);
  if ('quote' in insert) return displayable(insert.quote);
  if ('date' in insert) return translator.date(insert.date);
  if ('script' in insert) return translator.script(insert.script);
  return flatten(insert, translator);
}

/** Array.isArray does not narrow a readonly array. */
export function isPhrases(insert: Exclude<Insert, string | number>): insert is readonly Phrase[] {
  return Array.isArray(insert);
}
