import { HistoryError } from '../../utils/history/database.ts';
import { Text } from '../i18n/say.tsx';

/** That the history cannot be read, and what helps: a history of a later version is not read by asking again. */
export function Unreadable({ cause }: { cause: Error }) {
  const newer = cause instanceof HistoryError && cause.reason === 'newer';
  return (
    <p class="problem" role="alert">
      <Text k={newer ? 'history_newer' : 'history_failed'} />
    </p>
  );
}
