import type { MessageKey } from '../i18n/messages.ts';
import { type Phrase, phrase } from '../i18n/phrase.ts';

/**
 * A signal as a noun phrase, which also stands in sentences ("Inferred from the title and an invite link").
 * Its message is named for its id, 'title-dealing' => signal_title_dealing; a signal that the locales do not know
 * is named by the id itself, 'qr-code' => qr code.
 */
export function signalName(id: string): Phrase {
  return {
    key: `signal_${id.replaceAll('-', '_')}` as MessageKey,
    otherwise: phrase('signal_unknown', { id: { quote: id.replaceAll('-', ' ') } }),
  };
}
