import type { MessageKey } from '../i18n/messages.ts';
import type { CannotCheckReason } from '../models/popup.ts';

const REASONS: Record<CannotCheckReason, MessageKey> = {
  'restricted page': 'cannot_restricted',
  'no web address': 'cannot_no_web_address',
  'not a hostname': 'cannot_not_a_hostname',
  'not loaded': 'cannot_not_loaded',
  'list not readable': 'cannot_list_not_readable',
  failed: 'cannot_failed',
};

export function cannotCheck(reason: CannotCheckReason): MessageKey {
  return REASONS[reason];
}
