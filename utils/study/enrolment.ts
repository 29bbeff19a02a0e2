import * as v from 'valibot';
import { participantId } from './participant.ts';
import { STUDY_LANGUAGES, type StudyLanguage, spoken } from './spoken.ts';
import { type StudyFile, StudyFileSchema } from './study-schema.ts';

const SALT_BYTES = 32;

const AnswerSchema = v.object({
  id: v.string(),
  /** The question as it was read. */
  text: v.string(),
  language: v.picklist(STUDY_LANGUAGES),
  agreed: v.boolean(),
});

/** Taking part in one study, as this device keeps it. */
export const EnrolmentSchema = v.object({
  version: v.literal(1),
  study: StudyFileSchema,
  participant_id: v.string(),
  /** UTC instant from which flags may be exported for the study. */
  joined_at: v.pipe(v.string(), v.isoTimestamp()),
  answers: v.array(AnswerSchema),
  /** Base64; null where each export has a salt of its own. */
  salt: v.nullable(v.string()),
  /** What retention was before the participant agreed to another; null where it was left as it was. */
  retention_before: v.nullable(v.number()),
});

export type Enrolment = v.InferOutput<typeof EnrolmentSchema>;

/** What the participant chose on reading the study file. */
export interface Joining {
  /** Ids of the questions agreed to. */
  agreed: ReadonlySet<string>;
  language: StudyLanguage;
  /** What was typed where the study asks for a code. */
  code: string;
  /** Whether the retention asked for is agreed to: never by default. */
  changeRetention: boolean;
}

interface Device {
  now: Date;
  /** Days in force. */
  retentionDays: number;
  random(bytes: number): Uint8Array;
}

/** A question without whose yes there is no taking part was not agreed to. */
export class NotAgreedError extends Error {
  override readonly name = 'NotAgreedError';
  readonly question: string;
  constructor(question: string) {
    super(`not agreed to: ${question}`);
    this.question = question;
  }
}

/**
 * Taking part as agreed to. The salt comes from this device alone.
 * @throws {NotAgreedError} where a required question has no yes; {ParticipantCodeError} for a wrong code.
 */
export function enrol(study: StudyFile, joining: Joining, { now, retentionDays, random }: Device): Enrolment {
  const missing = study.consent.find(({ id, required }) => required && !joining.agreed.has(id));
  if (missing) throw new NotAgreedError(missing.id);
  const changes = joining.changeRetention && study.retention_days !== null;
  return {
    version: 1,
    study,
    participant_id: participantId(study.participant, joining.code, random),
    joined_at: now.toISOString(),
    answers: study.consent.map(({ id, text }) => ({
      id,
      ...spoken(text, joining.language),
      agreed: joining.agreed.has(id),
    })),
    salt: study.pseudonyms === 'kept' ? toBase64(random(SALT_BYTES)) : null,
    retention_before: changes && study.retention_days !== retentionDays ? retentionDays : null,
  };
}

export function saltOf({ salt }: Enrolment): Uint8Array | null {
  return salt === null ? null : Uint8Array.from(atob(salt), (character) => character.charCodeAt(0));
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
