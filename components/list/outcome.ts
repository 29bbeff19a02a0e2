import type { MessageKey } from '../i18n/messages.ts';
import { type Phrase, phrase } from '../i18n/phrase.ts';
import type { SyncOutcome } from '../models/list.ts';

const OUTCOMES: Record<SyncOutcome, MessageKey> = {
  'updated by difference': 'sync_updated_difference',
  'updated whole': 'sync_updated_whole',
  'already current': 'sync_current',
  'no address set': 'sync_no_address',
  'no answer': 'sync_no_answer',
  'refused: signature': 'sync_refused_signature',
  'refused: checksum': 'sync_refused_checksum',
  'refused: older version': 'sync_refused_older',
  'refused: expired': 'sync_refused_expired',
  'refused: size': 'sync_refused_size',
  'refused: contents': 'sync_refused_contents',
  'storage failed': 'sync_storage_failed',
};

/** The outcome of a try at the list in words; a name unknown here is shown as it is. */
export function syncOutcome(outcome: SyncOutcome): Phrase {
  const key: MessageKey | undefined = OUTCOMES[outcome];
  return key === undefined ? phrase('sync_other', { name: outcome }) : phrase(key);
}
