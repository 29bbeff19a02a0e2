import * as v from 'valibot';
import { LEVELS, TIMES } from '../export/options.ts';

const MAX = { title: 200, text: 2000, questions: 20, keys: 4 };

/** Letters, digits and `._-`: an id becomes a folder's name in `flags merge`. */
const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/));

/** A text in at least one language. */
const said = (longest: number) => {
  const text = v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longest)));
  return v.pipe(
    v.strictObject({ en: text, zh_CN: text, zh_TW: text }),
    v.check((texts) => Object.keys(texts).length > 0, 'says nothing in any language'),
  );
};

const QuestionSchema = v.strictObject({
  id,
  text: said(MAX.text),
  /** true: without a yes there is no taking part. */
  required: v.boolean(),
});

/** Who a participant is: given by the file, drawn on the device, or a code the participant was handed. */
const ParticipantSchema = v.variant('rule', [
  v.strictObject({ rule: v.literal('given'), id }),
  v.strictObject({ rule: v.literal('random') }),
  /** `#` stands for a digit, `@` for a capital letter, all else for itself: 'P-###'. */
  v.strictObject({ rule: v.literal('code'), form: v.pipe(v.string(), v.regex(/^[A-Za-z0-9._#@-]{1,64}$/)) }),
]);

/**
 * A study file, version 1: what a researcher asks of a participant. It asks only: nothing in it takes effect
 * until it was shown and agreed to, and nothing in it can record, fetch, send or keep longer by itself.
 */
export const StudyFileSchema = v.strictObject({
  ensign_study: v.literal(1),
  study_id: id,
  title: said(MAX.title),
  /** Who answers for the study, and where they are reached. */
  contact: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MAX.title)),
  participant: ParticipantSchema,
  export: v.strictObject({
    /** `fixed`: exports for the study have this level, neither more nor less; `offered`: the participant may choose. */
    choice: v.picklist(['fixed', 'offered']),
    level: v.picklist(LEVELS),
    time: v.picklist(TIMES),
    title: v.boolean(),
    query: v.boolean(),
  }),
  /** `kept`: a salt drawn on the device serves all exports for the study; `new`: each export has its own. */
  pseudonyms: v.picklist(['kept', 'new']),
  /** Days the study asks flags to be kept; null asks nothing. */
  retention_days: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3650))),
  consent: v.pipe(
    v.array(QuestionSchema),
    v.minLength(1),
    v.maxLength(MAX.questions),
    v.check((asked) => asked.some(({ required }) => required), 'has no required question'),
    v.check((asked) => new Set(asked.map((one) => one.id)).size === asked.length, 'asks one id twice'),
  ),
  /** The list that all participants are judged by; null: whichever each has. */
  list: v.nullable(
    v.strictObject({
      version: v.pipe(v.number(), v.integer(), v.minValue(1)),
      sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    }),
  ),
  /** Public keys of age (age-encryption.org) that exports for the study are encrypted to; none: in clear. */
  encrypt_to: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^age1[ac-hj-np-z02-9]{58}$/))),
    v.maxLength(MAX.keys),
  ),
});

export type StudyFile = v.InferOutput<typeof StudyFileSchema>;
export type ParticipantRule = StudyFile['participant'];
