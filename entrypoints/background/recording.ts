import type { RecordingMode, RecordingState } from '../../components/models/settings.ts';
import { changeSettings, readInForce, readSettings } from '../../utils/settings/store.ts';
import { recordCoverage } from './recorder.ts';

/** Whether flags are recorded, and whether policy holds that off. */
export async function recordingState(): Promise<RecordingState> {
  const { settings, policy } = await readInForce();
  return { mode: settings.recording, locked: policy.values.recording !== undefined };
}

/** Sets whether flags are recorded, and notes from when. */
export async function setRecording(mode: RecordingMode): Promise<void> {
  await recordCoverage(await changeSettings(() => ({ recording: mode })));
}

/**
 * Pauses recording, or resumes it. Off and undecided stay as they are: recording begins with the user's own choice.
 * What policy holds off stays off, whatever is chosen.
 */
export async function pauseOrResume(): Promise<void> {
  const { recording } = await readSettings();
  if (recording === 'on') await setRecording('paused');
  else if (recording === 'paused') await setRecording('on');
}
