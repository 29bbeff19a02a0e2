import { keyed } from '../i18n/keyed.ts';
import { type Phrase, phrase } from '../i18n/phrase.ts';
import type { SyncOutcome } from '../models/list.ts';

/** The outcome of a try at the list in words; a name unknown here is shown as it is. */
export function syncOutcome(outcome: SyncOutcome): Phrase {
  return { key: keyed('sync', outcome), otherwise: phrase('sync_other', { name: { quote: outcome } }) };
}
