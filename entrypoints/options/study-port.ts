import type { StudyPort, StudyReading } from '../../components/models/study.ts';
import { forgetEnrolment, keepEnrolment, readEnrolment } from '../../utils/study/enrolment-store.ts';
import { send } from '../surface/send.ts';

/** The options page's way to the study taken part in. */
export const studyPort: StudyPort = {
  current: readEnrolment,
  read: readStudyFile,
  async join(study, joining) {
    const { enrol } = await import('../../utils/study/enrolment.ts');
    const { ParticipantCodeError } = await import('../../utils/study/participant.ts');
    const { retentionDays } = (await send('options', {})).settings;
    const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
    try {
      const enrolment = enrol(study, joining, { now: new Date(), retentionDays, random });
      if (enrolment.retention_before !== null) await setRetention(study.retention_days);
      await keepEnrolment(enrolment);
    } catch (error) {
      if (error instanceof ParticipantCodeError) return 'code';
      throw error;
    }
    // Where the pinned list is not kept here, the page says which one is in use.
    if (study.list !== null) await send('pinList', study.list);
    return 'joined';
  },
  async leave() {
    const enrolment = await readEnrolment();
    await forgetEnrolment();
    if (enrolment === null || enrolment.retention_before === null) return;
    const { retentionDays } = (await send('options', {})).settings;
    // What the participant chose since then stays.
    if (retentionDays === enrolment.study.retention_days) await setRetention(enrolment.retention_before);
  },
};

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
