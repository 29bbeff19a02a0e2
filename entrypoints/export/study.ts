import type { ExportStudy } from '../../components/export/port.ts';
import type { ExportOptions } from '../../utils/export/options.ts';
import type { ExportRequest } from '../../utils/export/prepare.ts';
import { type Enrolment, saltOf } from '../../utils/study/enrolment.ts';

/** The study left, or another joined, while the page stood open: what was agreed to no longer holds. */
export class StudyChangedError extends Error {
  override readonly name = 'StudyChangedError';
}

/** What the study makes of an export. */
export function exportStudy({ study, participant_id, joined_at }: Enrolment): ExportStudy {
  const { level, time, title, query, choice } = study.export;
  return {
    options: {
      level,
      time,
      title,
      query,
      flag_ids: 'kept',
      study: { study_id: study.study_id, participant_id },
    },
    fixed: choice === 'fixed',
    encrypted: study.encrypt_to.length > 0,
    since: joined_at.slice(0, 10),
  };
}

/**
 * The part of an export's request that the study decides: options where it fixed them, salt, answers, and that
 * nothing from before the joining comes along. Without a study in the options nothing of it is told.
 * @throws {StudyChangedError} where the study of the options is not the one taken part in.
 */
export function studyRequest(
  enrolment: Enrolment | null,
  options: ExportOptions,
  pageSalt: Uint8Array,
): Pick<ExportRequest, 'options' | 'salt' | 'since' | 'answers'> & { keys: string[] } {
  if (options.study === null || enrolment === null) {
    if (options.study !== null) throw new StudyChangedError('the study was left');
    return { options, salt: pageSalt, since: undefined, answers: [], keys: [] };
  }
  const offered = exportStudy(enrolment);
  const { study_id, participant_id } = options.study;
  if (
    offered.options.study.study_id !== study_id ||
    offered.options.study.participant_id !== participant_id
  ) {
    throw new StudyChangedError('the study was left, or another was joined');
  }
  return {
    options: offered.fixed ? offered.options : options,
    salt: saltOf(enrolment) ?? pageSalt,
    since: enrolment.joined_at,
    answers: enrolment.answers,
    keys: enrolment.study.encrypt_to,
  };
}
