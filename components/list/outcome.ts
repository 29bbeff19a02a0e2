import { keyed } from '../i18n/keyed.ts';
import { type Insert, type Phrase, phrase } from '../i18n/phrase.ts';
import type { SyncFacts, SyncOutcome } from '../models/list.ts';

/** The outcome of a try at the list in words; a name unknown here is shown as it is. */
export function syncOutcome(outcome: SyncOutcome): Phrase {
  return { key: keyed('sync', outcome), otherwise: phrase('sync_other', { name: { quote: outcome } }) };
}

/** What an outcome says beyond its name: 'version 412', 'from version 411', '3.4 kB fetched'. */
export function syncFacts(facts: SyncFacts): Phrase[] {
  const { version, from, bytes, file, status, floor, keyId, issued, expires, fault, detail } = facts;
  const said: Phrase[] = [];
  const say = (key: Parameters<typeof phrase>[0], value: Insert | undefined | null) => {
    if (value !== undefined && value !== null) said.push(phrase(key, { value }));
  };
  say('fact_version', version === undefined ? null : `${version}`);
  say('fact_from', from === undefined || from === null ? null : `${from}`);
  say('fact_bytes', bytes === undefined ? null : kilobytes(bytes));
  say('fact_file', file && phrase(keyed('file', file)));
  say('fact_status', status === undefined ? null : `${status}`);
  say('fact_floor', floor === undefined ? null : `${floor}`);
  say('fact_key', keyId === undefined ? null : { quote: keyId });
  say('fact_issued', issued === undefined ? null : { date: issued });
  say('fact_expires', expires === undefined ? null : { date: expires });
  if (fault !== undefined) said.push(phrase(keyed('store', fault)));
  say('fact_detail', detail === undefined || detail === '' ? null : { quote: detail });
  return said;
}

/** 3_421 => 3.4; at least a tenth. */
export function kilobytes(bytes: number): number {
  return Math.max(1, Math.round(bytes / 100)) / 10;
}
