import type { Enrolment, Joining } from '../../utils/study/enrolment.ts';
import type { StudyFault } from '../../utils/study/read-study.ts';
import type { StudyFile } from '../../utils/study/study-schema.ts';

export type { Enrolment, Joining, StudyFault, StudyFile };

/** A study file as read, or by name why it is none. */
export type StudyReading = { study: StudyFile } | { fault: StudyFault; place: string };

/** What the options page asks of the extension about studies. Reading a file changes nothing. */
export interface StudyPort {
  /** The study taken part in. */
  current(): Promise<Enrolment | null>;
  read(file: Blob): Promise<StudyReading>;
  /**
   * Takes part, as agreed to; who takes part already, in whatever study, goes on doing so. Refused as `code` for a
   * code that is none of the study's.
   */
  join(study: StudyFile, joining: Joining): Promise<'joined' | 'code'>;
  /** Leaves: participant id, answers and salt are gone; a retention agreed to goes back to what it was. */
  leave(): Promise<void>;
}
