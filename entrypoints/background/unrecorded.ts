import type { RecordingFault } from '../../components/models/settings.ts';
import { HistoryError } from '../../utils/history/database.ts';
import { isForWantOfRoom } from '../../utils/settings/no-room.ts';
import { readSettings } from '../../utils/settings/store.ts';
import { keepSoon } from './kept-session.ts';
import { session } from './session.ts';
import type { Session } from './tab-state.ts';

/** Notes that the last page that was to be recorded was, or why it was not. */
export async function noteRecorded(state: Session, failure: { error: unknown } | null): Promise<void> {
  const fault = failure && (await faultOf(failure.error));
  if (state.unrecorded === fault) return;
  state.unrecorded = fault;
  keepSoon(state, 'unrecorded');
}

/** Why the last page was not recorded though recording is on; null where it was, or none had to be. */
export async function unrecorded(): Promise<RecordingFault | null> {
  const [{ unrecorded: fault }, { recording }] = await Promise.all([session(), readSettings()]);
  return recording === 'on' ? fault : null;
}

async function faultOf(error: unknown): Promise<RecordingFault> {
  if (!(error instanceof HistoryError)) return (await isForWantOfRoom(error)) ? 'full' : 'failed';
  if (error.reason === 'newer' || error.reason === 'full') return error.reason;
  return faultOf(error.cause);
}
