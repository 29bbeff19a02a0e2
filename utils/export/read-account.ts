import * as v from 'valibot';
import type { ExportAccount } from './bundle.ts';
import { hashOfText } from './data-package.ts';
import { ImportError } from './import-error.ts';
import { ExportOptionsSchema } from './options.ts';

const AccountSchema = v.looseObject({
  extension_version: v.string(),
  detector_version: v.string(),
  options: v.nullable(ExportOptionsSchema),
  unreadable_rows: v.pipe(v.number(), v.integer(), v.minValue(0)),
  consent: v.nullable(v.looseObject({ text: v.string(), sha256: v.string() })),
  /** The first packages had no place for them. */
  answers: v.optional(
    v.array(
      v.looseObject({
        id: v.string(),
        text: v.string(),
        language: v.string(),
        agreed: v.boolean(),
        sha256: v.string(),
      }),
    ),
    [],
  ),
});

/** How a package says it was made, with the stored rows that did not read as flags. */
export type PackageAccount = ExportAccount & { unreadable: number };

/**
 * Reads the descriptor's own part on Ensign.
 * @throws {ImportError} for a part that does not read, and for a text that is not what its hash says.
 */
export function readAccount(part: unknown): PackageAccount {
  const read = v.safeParse(AccountSchema, part);
  if (!read.success) {
    throw new ImportError('unknown package', `ensign.${v.getDotPath(read.issues[0]) ?? ''}`);
  }
  const { options, extension_version, detector_version, consent, answers, unreadable_rows } = read.output;
  for (const { text, sha256 } of consent ? [consent, ...answers] : answers) {
    if (hashOfText(text) !== sha256) throw new ImportError('hash differs', `“${text.slice(0, 80)}”`);
  }
  return {
    options,
    extension_version,
    detector_version,
    consent: consent?.text ?? null,
    answers: answers.map(({ id, text, language, agreed }) => ({ id, text, language, agreed })),
    unreadable: unreadable_rows,
  };
}
