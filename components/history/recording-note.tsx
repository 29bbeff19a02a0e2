import type { MessageKey } from '../i18n/messages.ts';
import { counted } from '../i18n/phrase.ts';
import { Say, Text } from '../i18n/say.tsx';
import type { HistoryOverview, HistoryPort } from '../models/history.ts';
import type { RecordingMode } from '../models/settings.ts';

const MODES: Record<RecordingMode, MessageKey> = {
  on: 'recording_on',
  paused: 'recording_paused',
  off: 'recording_off',
  undecided: 'recording_undecided',
};

/** Whether it records, for how long it keeps, and the pause. */
export function RecordingNote(props: { overview: HistoryOverview; port: HistoryPort; onChange: () => void }) {
  const { recording, retentionDays, list } = props.overview;
  const next = recording.mode === 'on' ? 'paused' : 'on';
  return (
    <div class="end label">
      <span>
        <Text k={recording.locked ? 'recording_off_by_policy' : MODES[recording.mode]} />
      </span>
      <span class="num">
        <Say of={counted('kept_days', retentionDays)} />
      </span>
      {list === null ? null : (
        <span class="num">
          <Text k="list_brief" version={`${list.version}`} date={{ date: list.issued }} />
        </span>
      )}
      {recording.locked ? null : (
        <button
          type="button"
          class="btn small"
          onClick={() => void props.port.setRecording(next).then(props.onChange)}
        >
          <Text
            k={
              next === 'paused'
                ? 'pause_recording'
                : recording.mode === 'paused'
                  ? 'resume_recording'
                  : 'start_recording'
            }
          />
        </button>
      )}
    </div>
  );
}
