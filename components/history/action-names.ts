import type { MessageKey } from '../i18n/messages.ts';
import type { FlagAction } from '../models/flag.ts';

export const ACTION_NAMES: Record<FlagAction, MessageKey> = {
  shown: 'action_shown',
  left: 'action_left',
  continued: 'action_continued',
  ignored: 'action_ignored',
  reported: 'action_reported',
};
