import type { ParticipantRule } from './study-schema.ts';

/** The code that was typed is none of the study's. */
export class ParticipantCodeError extends Error {
  override readonly name = 'ParticipantCodeError';
}

const RANDOM_BYTES = 8;

/**
 * The participant's id by the study's rule.
 * @param code what the participant typed, for the rule `code`; spaces around it and case do not matter.
 * @param random gives that many random bytes, for the rule `random`: 'r-' and 16 hexadecimal digits.
 * @throws {ParticipantCodeError} for a code that has not the form handed out.
 */
export function participantId(
  participant: ParticipantRule,
  code: string,
  random: (bytes: number) => Uint8Array,
): string {
  switch (participant.rule) {
    case 'given':
      return participant.id;
    case 'random':
      return `r-${[...random(RANDOM_BYTES)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
    case 'code': {
      const id = codeOf(participant.form, code);
      if (id === null) throw new ParticipantCodeError(`the code has not the form ${participant.form}`);
      return id;
    }
  }
}

/** form 'P-##': 'p-07 ' => 'P-07'; 'P-7' => null. */
export function codeOf(form: string, typed: string): string | null {
  const code = typed.trim();
  if (code.length !== form.length) return null;
  let id = '';
  for (const [i, wanted] of [...form].entries()) {
    const found = code[i]!;
    const upper = found.toUpperCase();
    if (
      wanted === '#'
        ? /\d/.test(found)
        : wanted === '@'
          ? /[A-Z]/.test(upper)
          : upper === wanted.toUpperCase()
    ) {
      id += wanted === '#' || wanted === '@' ? upper : wanted;
    } else return null;
  }
  return id;
}
