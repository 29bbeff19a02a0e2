import type { Enrolment, StudyFile, StudyPort, StudyReading } from '../../components/models/study.ts';
import { forgetEnrolment, keepEnrolment, readEnrolment } from '../../utils/study/enrolment-store.ts';
import { send } from '../surface/send.ts';

/** The options page's way to the study taken part in. */
export const studyPort: StudyPort = {
  current: readEnrolment,
  read: readStudyFile,
  async join(study, joining) {
    // Another page was first: what was agreed to there stands.
    if ((await readEnrolment()) !== null) return 'joined';
    const { enrol } = await import('../../utils/study/enrolment.ts');
    const { ParticipantCodeError } = await import('../../utils/study/participant.ts');
    const { retentionDays } = (await send('options', {})).settings;
    const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
    try {
      const enrolment = enrol(study, joining, { now: new Date(), retentionDays, random });
      const { retention_before: from } = enrolment;
      const retention = from === null ? null : { from, to: study.retention_days };
      await withRetention(retention, () => keepEnrolment(enrolment));
    } catch (error) {
      if (error instanceof ParticipantCodeError) return 'code';
      throw error;
    }
    if (study.list !== null) await pin(study.list);
    return 'joined';
  },
  async leave() {
    await withRetention(await retentionOnLeaving(await readEnrolment()), forgetEnrolment);
  },
};

interface RetentionChange {
  from: number;
  to: number | null;
}

/** The way back to the retention from before the joining; null where there is none to go. */
async function retentionOnLeaving(enrolment: Enrolment | null): Promise<RetentionChange | null> {
  if (enrolment === null || enrolment.retention_before === null) return null;
  const { retentionDays } = (await send('options', {})).settings;
  // What the participant chose since then stays.
  if (retentionDays !== enrolment.study.retention_days) return null;
  return { from: retentionDays, to: enrolment.retention_before };
}

/** Changes the retention, then does the work. Where either fails the retention is set back, if it can be. */
async function withRetention(change: RetentionChange | null, work: () => Promise<void>): Promise<void> {
  if (change === null) return work();
  try {
    await setRetention(change.to);
    await work();
  } catch (error) {
    await setRetention(change.from).catch((cause: unknown) =>
      console.error('study: the retention could not be set back', cause),
    );
    throw error;
  }
}

/** Asks for the list that the study pins. Without it one takes part all the same: the page says which is in use. */
async function pin(list: NonNullable<StudyFile['list']>): Promise<void> {
  try {
    await send('pinList', list);
  } catch (cause) {
    console.error('study: the pinned list could not be put in use', cause);
  }
}

async function readStudyFile(file: Blob): Promise<StudyReading> {
  const { readStudy, StudyFileError } = await import('../../utils/study/read-study.ts');
  const { checkKeys, EncryptionKeyError } = await import('../../utils/export/encrypt.ts');
  try {
    if (file.size > MAX_BYTES) return { fault: 'too large', place: '' };
    const study = readStudy(await file.text());
    await checkKeys(study.encrypt_to);
    return { study };
  } catch (error) {
    if (error instanceof StudyFileError) return { fault: error.reason, place: error.place };
    if (error instanceof EncryptionKeyError) return { fault: 'bad key', place: 'encrypt_to' };
    throw error;
  }
}

/** More than any study file that `readStudy` takes. */
const MAX_BYTES = 1 << 20;

async function setRetention(days: number | null): Promise<void> {
  await send('setSetting', { name: 'retentionDays', value: days });
}
