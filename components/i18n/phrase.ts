import type { PartialDate } from '../../utils/exchange/record.ts';
import type { MessageKey, PluralBase } from './messages.ts';

/** What can be put into a message. Text of a page is `quote`: it may hold anything, in any language. */
export type Insert =
  | string
  | number
  | { host: string }
  | { quote: string }
  | { date: PartialDate }
  /** ISO 15924 code. */
  | { script: string }
  | Phrase
  | readonly Phrase[];

/** Something to say, apart from the language it is said in. */
export interface Phrase {
  key: MessageKey;
  with?: Record<string, Insert>;
  /** Said where the locale has no such message. */
  otherwise?: Phrase;
}

export function phrase(key: MessageKey, inserts?: Record<string, Insert>): Phrase {
  return inserts === undefined ? { key } : { key, with: inserts };
}

/** The singular or plural form of a message; the count itself is put in as `{count}`. */
export function counted(base: PluralBase, count: number, inserts: Record<string, Insert> = {}): Phrase {
  const key = `${base}_${count === 1 ? 'one' : 'other'}` as MessageKey;
  return { key, with: { ...inserts, count } };
}
