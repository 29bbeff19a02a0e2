import type { FlagAction } from '../../utils/history/flag.ts';
import type { FlagQuery } from '../../utils/history/flag-query.ts';
import { FLAG_ACTIONS } from '../../utils/history/flag-words.ts';
import type { FindingKind } from '../../utils/verdict/finding.ts';
import { FLAG_KINDS } from '../models/flag.ts';

/** Whether a filter leaves nothing out. */
export function asksForAll(filter: FlagQuery): boolean {
  return filter.text === '' && Object.values({ ...filter, text: null }).every((part) => part === null);
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * Reads what is typed into the search field: words, and `kind:`, `exchange:`, `domain:`, `action:`, `list:`, `from:`, `to:`.
 * 'okx kind:lookalike' => text okx, kind lookalike. A term with an unknown value stays a word to look for.
 */
export function readSearch(typed: string): Partial<FlagQuery> & { text: string } {
  const words: string[] = [];
  const found: Partial<FlagQuery> = {};
  for (const word of typed.split(/\s+/)) {
    const term = readTerm(word);
    if (term === null) words.push(word);
    else Object.assign(found, term);
  }
  return { ...found, text: words.join(' ').trim() };
}

function readTerm(word: string): Partial<FlagQuery> | null {
  const [, name, value] = /^([a-z]+):(.+)$/i.exec(word) ?? [];
  if (name === undefined || value === undefined) return null;
  switch (name.toLowerCase()) {
    case 'kind':
      return (FLAG_KINDS as readonly string[]).includes(value) ? { kind: value as FindingKind } : null;
    case 'exchange':
      return { exchange: value.toLowerCase() };
    case 'domain':
      return { domain: value.toLowerCase() };
    case 'action':
      return (FLAG_ACTIONS as readonly string[]).includes(value) ? { action: value as FlagAction } : null;
    case 'list':
      return /^\d{1,9}$/.test(value) ? { listVersion: Number(value) } : null;
    case 'from':
    case 'to':
      return DAY.test(value) ? { [name.toLowerCase()]: value } : null;
    default:
      return null;
  }
}
