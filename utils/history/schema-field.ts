import * as v from 'valibot';

/**
 * One field of a recorded schema with what the codebook says of it.
 * @param unit where the value has one: 'minutes', '0..1'.
 * @param since the schema version that brought the field.
 */
export function field<Schema extends v.GenericSchema>(
  schema: Schema,
  meaning: string,
  unit: string | null = null,
  since = 1,
) {
  return v.pipe(schema, v.description(meaning), v.metadata({ unit, since }));
}
