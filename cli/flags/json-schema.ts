import { toJsonSchema } from '@valibot/to-json-schema';
import { FlagRecordSchema } from '../../utils/history/flag-schema.ts';

/** JSON Schema (draft 2020-12) of one flag record, from the one schema. */
export function flagJsonSchema(): object {
  const schema = toJsonSchema(FlagRecordSchema, {
    target: 'draft-2020-12',
    errorMode: 'ignore',
  });
  return { title: 'Ensign flag record, schema version 1', ...withoutOurMetadata(schema) };
}

/** `unit`, `since` and `format` are the codebook's; unknown keywords fail strict validators. */
function withoutOurMetadata(schema: object): object {
  return JSON.parse(JSON.stringify(schema), (key, value) =>
    key === 'unit' || key === 'since' || (key === 'format' && value === 'datetime') ? undefined : value,
  );
}
