import type { MessageKey } from '../i18n/messages.ts';
import { type Phrase, phrase } from '../i18n/phrase.ts';
import type { SyncOutcome } from '../models/list.ts';

const OUTCOMES: Record<SyncOutcome, MessageKey> = {
  'updated by difference': 'sync_updated_difference',
  'updated whole': 'sync_updated_whole',
  'already current': 'sync_current',
  'held back': 'sync_held_back',
  'no address set': 'sync_no_address',
  'no key set': 'sync_no_key',
  busy: 'sync_busy',
  'no answer': 'sync_no_answer',
  'too slow': 'sync_too_slow',
  'host error': 'sync_host_error',
  redirected: 'sync_redirected',
  'not a list': 'sync_not_a_list',
  incomplete: 'sync_incomplete',
  'refused: signature': 'sync_refused_signature',
  'refused: unknown key': 'sync_refused_unknown_key',
  'refused: checksum': 'sync_refused_checksum',
  'refused: older version': 'sync_refused_older',
  'refused: same version, other bytes': 'sync_refused_same_version',
  'refused: version jump': 'sync_refused_jump',
  'refused: expired': 'sync_refused_expired',
  'refused: issued in the future': 'sync_refused_future',
  'refused: size': 'sync_refused_size',
  'refused: contents': 'sync_refused_contents',
  'storage failed': 'sync_storage_failed',
};

/** The outcome of a try at the list in words; a name unknown here is shown as it is. */
export function syncOutcome(outcome: SyncOutcome): Phrase {
  const key: MessageKey | undefined = OUTCOMES[outcome];
  return key === undefined ? phrase('sync_other', { name: outcome }) : phrase(key);
}
