import { Text } from '../i18n/say.tsx';
import type { PopupModel, PopupPort } from '../models/popup.ts';

/** Ways on, and the pause. In a private window nothing is recorded, so there is nothing to pause. */
export function Foot({ model, port }: { model: PopupModel; port: PopupPort }) {
  const { mode } = model.recording;
  const switchTo = (next: 'on' | 'paused') => void port.setRecording(next);
  return (
    <footer class="foot">
      <button type="button" class="go" onClick={() => port.open('history')}>
        <Text k="history" />
      </button>
      {port.surfaces.export ? (
        <button type="button" class="go" onClick={() => port.open('export')}>
          <Text k="export" />
        </button>
      ) : null}
      <button type="button" class="go" onClick={() => port.open('options')}>
        <Text k="options" />
      </button>
      {model.privateWindow ? null : mode === 'undecided' ? (
        <button type="button" class="go end" onClick={() => port.open('welcome')}>
          <Text k="recording_undecided" />
        </button>
      ) : model.recording.locked ? (
        <span class="end label">
          <Text k="recording_off_by_policy" />
        </span>
      ) : mode === 'on' ? (
        <button type="button" class="go end" onClick={() => switchTo('paused')}>
          <Text k="pause_recording" />
        </button>
      ) : (
        <button type="button" class="go end" onClick={() => switchTo('on')}>
          <Text k={mode === 'paused' ? 'resume_recording' : 'start_recording'} />
        </button>
      )}
    </footer>
  );
}
