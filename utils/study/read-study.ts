import * as v from 'valibot';
import { type StudyFile, StudyFileSchema } from './study-schema.ts';

export const STUDY_FAULTS = [
  'too large',
  'not JSON',
  'no study file',
  'unknown version',
  'supplies a salt',
  'unknown field',
  'wrong field',
  'bad key',
] as const;
export type StudyFault = (typeof STUDY_FAULTS)[number];

/** The file is no study file that can be agreed to. */
export class StudyFileError extends Error {
  override readonly name = 'StudyFileError';
  readonly reason: StudyFault;
  /** Where in the file: 'participant.form'; '' where the whole file is meant. */
  readonly place: string;

  constructor(reason: StudyFault, place = '', options?: ErrorOptions) {
    super(place ? `${reason}: ${place}` : reason, options);
    this.reason = reason;
    this.place = place;
  }
}

const MAX_CHARACTERS = 200_000;
/** Names under which a file could try to hand over the salt that belongs to the device. */
const SALTS = /salt|pepper|hmac|secret/i;

/**
 * Reads a study file.
 * @throws {StudyFileError} naming what is wrong, and where.
 */
export function readStudy(text: string): StudyFile {
  if (text.length > MAX_CHARACTERS) throw new StudyFileError('too large');
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new StudyFileError('not JSON', '', { cause: error });
  }
  if (typeof value !== 'object' || value === null || !('ensign_study' in value)) {
    throw new StudyFileError('no study file');
  }
  if (value.ensign_study !== 1) throw new StudyFileError('unknown version', 'ensign_study');
  const read = v.safeParse(StudyFileSchema, value, { abortEarly: true });
  if (read.success) return read.output;
  throw faultOf(read.issues[0]);
}

function faultOf(issue: v.BaseIssue<unknown>): StudyFileError {
  const place = v.getDotPath(issue) ?? '';
  const isUnknown = issue.type === 'strict_object' && issue.expected === 'never';
  if (isUnknown) return new StudyFileError(SALTS.test(place) ? 'supplies a salt' : 'unknown field', place);
  return new StudyFileError(place.startsWith('encrypt_to') ? 'bad key' : 'wrong field', place);
}
